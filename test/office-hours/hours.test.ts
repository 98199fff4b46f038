import { expect, it } from 'vitest';

import { clockChanges, hoursInWords, hoursOf, hoursSchema, rhythmOf } from '#app/office-hours/hours.ts';

const filled = {
  about: 'Threat models',
  rhythm: 'weekly',
  firstDay: '2026-03-05',
  time: '14:00',
  timezone: 'Europe/Berlin',
  minutes: '60',
  slotMinutes: '20',
  place: 'Room Ada',
  link: '',
};
const faults = (others: Record<string, string>) => {
  const read = hoursSchema.safeParse({ ...filled, ...others });
  return read.success ? [] : read.error.issues.map(({ path }) => path[0]);
};

it('reads hours as somebody means them', () => {
  const read = hoursOf(hoursSchema.parse(filled), null);
  expect(read).toEqual({
    draft: {
      about: 'Threat models',
      rule: 'FREQ=WEEKLY;BYDAY=TH',
      firstDay: '2026-03-05',
      time: '14:00',
      timezone: 'Europe/Berlin',
      minutes: 60,
      slotMinutes: 20,
      place: 'Room Ada',
      link: null,
    },
  });
});

it.each<Record<string, string>>([
  { timezone: 'Europe/Atlantis' },
  { firstDay: '2026-02-30' },
  { time: '25:00' },
  { minutes: '5' },
  { slotMinutes: '17' },
  { place: '' },
  { link: 'javascript:alert(1)' },
  { rhythm: 'hourly' },
])('refuses %o, and says which field', (others) => {
  expect(faults(others)).toEqual(Object.keys(others));
});

it('refuses a rule that never comes round, and bookings longer than the whole', () => {
  const kept = hoursSchema.parse({ ...filled, rhythm: 'kept', firstDay: '2026-02-01' });
  expect(hoursOf(kept, 'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30')).toMatchObject({
    errors: { rhythm: expect.any(String) },
  });
  expect(hoursOf(hoursSchema.parse({ ...filled, minutes: '15' }), null)).toMatchObject({
    errors: { slotMinutes: expect.any(String) },
  });
});

it('knows its rhythm again, and leaves a rule of another kind as it is', () => {
  expect(rhythmOf({ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', firstDay: '2026-03-05' })).toBe('two-weekly');
  expect(rhythmOf({ rule: 'FREQ=WEEKLY;BYDAY=MO,TH', firstDay: '2026-03-05' })).toBe('kept');
  const kept = hoursOf(hoursSchema.parse({ ...filled, rhythm: 'kept' }), 'FREQ=WEEKLY;BYDAY=MO,TH');
  expect(kept).toMatchObject({ draft: { rule: 'FREQ=WEEKLY;BYDAY=MO,TH' } });
});

it('says when it is, also over midnight', () => {
  const rule = { rule: 'FREQ=WEEKLY;BYDAY=TH', firstDay: '2026-03-05', time: '23:30', minutes: 60 };
  expect(hoursInWords(rule)).toContain('23:30–00:30');
});

it('tells what the clocks do to a time', () => {
  const walls = ['2026-03-22T02:30', '2026-03-29T02:30', '2026-10-25T02:30'];
  expect(clockChanges(walls, 'Europe/Berlin')).toEqual([
    { wall: '2026-03-29T02:30', change: 'skipped' },
    { wall: '2026-10-25T02:30', change: 'twice' },
  ]);
  expect(clockChanges(walls, 'UTC')).toEqual([]);
});
