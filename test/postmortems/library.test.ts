import fc from 'fast-check';
import { expect, it } from 'vitest';

import { readCursor, writeCursor } from '#app/http/cursor.ts';
import { filterSchema } from '#app/postmortems/library.ts';

const everything = { q: '', state: 'all', kind: '', severity: '' };

it('reads what was asked for', () => {
  const asked = { q: 'certificate', state: 'published', kind: 'near-miss', severity: '2' };
  expect(filterSchema.parse({ ...asked, after: '1~a' })).toEqual(asked);
});

it('takes nonsense as not asked for', () => {
  const nonsense = { q: ['x'], state: 'burning', kind: 'outage', severity: '6' };
  expect(filterSchema.parse({})).toEqual(everything);
  expect(filterSchema.parse(nonsense)).toEqual(everything);
  expect(filterSchema.parse({ q: 'x'.repeat(201) }).q).toBe('x'.repeat(200));
  expect(filterSchema.parse({ ...nonsense, severity: '1' })).toEqual({ ...everything, severity: '1' });
});

it('a place in the list survives being written and read', () => {
  const id = fc.string({
    unit: fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz'),
    minLength: 16,
    maxLength: 16,
  });
  fc.assert(
    fc.property(fc.record({ order: fc.nat({ max: 253_402_300_800_000 }), id }), (place) => {
      expect(readCursor(writeCursor(place))).toEqual(place);
    }),
  );
});

it.each([
  null,
  '',
  '~',
  '12',
  '12~',
  '~abc',
  '1e3~abc',
  '12~ABC',
  "12~a'or",
  '12~abc~d',
  `1${'0'.repeat(15)}~a`,
  '12~abc\n',
])('a place that reads "%s" is none', (text) => expect(readCursor(text)).toBeNull());
