import fc from 'fast-check';
import { expect, it } from 'vitest';

import { entrySchema } from '#app/postmortems/moment-fields.ts';
import { momentOf, momentValues } from '#app/postmortems/moment-values.ts';

const asked = (fields: Record<string, string>) => {
  const read = entrySchema.safeParse({ text: 'The alarm rang.', ...fields });
  if (read.success) return momentOf(read.data);
  return { refused: read.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`) };
};

it('is a minute, a day, or unknown', () => {
  expect(asked({ day: '2026-03-04', time: '09:30', zone: 'CET' })).toEqual({
    at: '2026-03-04T09:30',
    zone: 'CET',
    written: '2026-03-04 09:30',
  });
  expect(asked({ day: '2026-03-04' })).toEqual({ at: '2026-03-04', zone: null, written: '2026-03-04' });
  expect(asked({})).toEqual({ at: null, zone: null, written: '' });
});

it('keeps the words it was written in', () => {
  expect(asked({ day: '2026-03-04', written: ' about  noon ' })).toEqual({
    at: '2026-03-04',
    zone: null,
    written: 'about noon',
  });
});

it('cannot place a time without its day, and keeps it in words', () => {
  expect(asked({ time: '09:30' })).toEqual({ at: null, zone: null, written: '09:30' });
});

it('corrected, is not said to have been written as it was before', () => {
  const first = asked({ day: '2026-03-04', time: '09:30' }) as Parameters<typeof momentValues>[0];
  expect(asked({ ...momentValues(first), time: '10:15' })).toMatchObject({ written: '2026-03-04 10:15' });
  expect(asked({ ...momentValues({ ...first, written: 'about nine' }), time: '10:15' })).toMatchObject({
    written: 'about nine',
  });
});

it.each([
  [{ day: '2026-02-30' }, 'day: Write the day as 2026-03-04.'],
  [{ day: '4.3.2026' }, 'day: Write the day as 2026-03-04.'],
  [{ time: '24:00' }, 'time: Write the time as 14:05.'],
  [{ time: '9:30' }, 'time: Write the time as 14:05.'],
  [{ text: ' \n ' }, 'text: Say what happened.'],
])('refuses %o and says what to write', (fields, fault) =>
  expect(asked(fields)).toEqual({ refused: [fault] }),
);

it('refuses what no database keeps, and what is too long', () => {
  expect(asked({ written: 'a\0b' })).toHaveProperty('refused');
  expect(asked({ text: 'a\0b' })).toHaveProperty('refused');
  expect(asked({ zone: 'x'.repeat(65) })).toHaveProperty('refused');
  expect(asked({ text: 'x'.repeat(100_001) })).toHaveProperty('refused');
});

it('fills a form in again so that the form gives it back', () => {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  const at = fc.oneof(
    fc.constant(null),
    day.map((one) => one.toISOString().slice(0, 10)),
    day.map((one) => one.toISOString().slice(0, 16)),
  );
  const moment = fc.record({
    at,
    zone: fc.option(fc.constantFrom('UTC', 'CET', 'Europe/Oslo'), { nil: null }),
    written: fc.constantFrom('about noon', '11.13', 'on the 4th'),
  });
  fc.assert(
    fc.property(moment, (kept) => {
      expect(asked(momentValues(kept))).toEqual(kept);
    }),
  );
});
