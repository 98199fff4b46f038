import fc from 'fast-check';
import { expect, it } from 'vitest';

import { staying, type Stay } from '#app/recognition/goal.ts';

const span = { from: 100, until: 200 };
const stay = (personId: string, from: number, until: number | null = null): Stay => ({
  personId,
  from,
  until,
});

it('counts who was there for half of it, however often they came and went', () => {
  expect(staying([stay('mara', 0), stay('jonas', 150), stay('noor', 151)], span)).toBe(2);
  expect(staying([stay('mara', 0), stay('jonas', 100, 130), stay('jonas', 170, 190)], span)).toBe(2);
  expect(staying([stay('mara', 0), stay('jonas', 100, 130), stay('jonas', 185, 199)], span)).toBe(1);
});

it('begins with the squad', () => {
  expect(staying([stay('mara', 180), stay('jonas', 190), stay('noor', 191)], span)).toBe(2);
  expect(staying([stay('mara', 200), stay('jonas', 200)], span)).toBe(2);
  expect(staying([], span)).toBe(0);
});

it('is never more for somebody who comes for less than half', () => {
  const stays = fc.array(
    fc.record({
      personId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      from: fc.integer({ min: 0, max: 200 }),
      until: fc.constant(null),
    }),
  );
  fc.assert(
    fc.property(stays, (some) => {
      const all = [stay('mara', 0), ...some];
      expect(staying([...all, stay('visitor', 151)], span)).toBe(staying(all, span));
    }),
  );
});
