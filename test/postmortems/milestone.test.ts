import fc from 'fast-check';
import { expect, it } from 'vitest';

import { duration, measures, milestoneKinds, outOfOrder } from '#app/postmortems/milestone.ts';
import { day, hour, minute, now } from '#test/support/clock.ts';

const known = {
  'impact-started': now,
  detected: now + 12 * minute,
  declared: now + 15 * minute,
  acknowledged: now + 20 * minute,
  mitigated: now + hour,
  'impact-ended': now + 2 * hour,
  resolved: now + day,
};

it('measures each part between its two moments', () => {
  expect(measures(known)).toEqual({
    'time-to-detect': 12 * minute,
    'time-to-acknowledge': 8 * minute,
    'time-to-mitigate': 108 * minute,
    'time-to-resolve': day - 12 * minute,
    'impact-window': 2 * hour,
  });
});

it('measures nothing of which an end is unknown, or comes first', () => {
  expect(measures({})).toEqual({});
  expect(measures({ 'impact-started': now, detected: null })).toEqual({});
  expect(measures({ 'impact-started': now + 1, detected: now })).toEqual({});
  expect(measures({ 'impact-started': now, detected: now })).toEqual({ 'time-to-detect': 0 });
});

it('measures from the very first instant there is, too', () => {
  expect(measures({ 'impact-started': 0, detected: minute })).toEqual({ 'time-to-detect': minute });
});

it('finds what comes before what it usually follows, and skips the unknown', () => {
  expect(outOfOrder(known)).toEqual([]);
  expect(outOfOrder({ ...known, detected: now - 1 })).toEqual([['impact-started', 'detected']]);
  expect(outOfOrder({ 'impact-started': now, detected: null, resolved: now - 1 })).toEqual([
    ['impact-started', 'resolved'],
  ]);
});

it('finds nothing exactly where the known ones only ever go on', () => {
  const instants = fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(instants, (at) => {
      const present = at.filter((one) => one !== null);
      const inOrder = present.every((one, index) => index === 0 || one >= present[index - 1]!);
      const found = outOfOrder(Object.fromEntries(milestoneKinds.map((kind, index) => [kind, at[index]])));
      expect(found.length === 0).toBe(inOrder);
    }),
  );
});

it.each([
  [0, '0 min'],
  [59 * minute, '59 min'],
  [59.6 * minute, '1 h'],
  [hour + 5 * minute, '1 h 5 min'],
  [47 * hour + 59 * minute, '47 h 59 min'],
  [48 * hour, '2 d'],
  [3 * day + 4 * hour + 20 * minute, '3 d 4 h'],
])('%d ms are %s', (ms, words) => expect(duration(ms)).toBe(words));
