import { expect, it } from 'vitest';

import { clock, shortly } from '#app/calendars/when.ts';

const at = Date.UTC(2026, 2, 4, 16);

it('a time is told by the clocks of its zone, and by UTC where that is known no longer', () => {
  expect(clock(at, 'Europe/Berlin')).toBe('17:00');
  expect(clock(at, 'Mars/Olympus')).toBe('16:00');
  expect(shortly(at, 'Mars/Olympus')).toContain(clock(at, 'Mars/Olympus'));
  expect(clock(Date.UTC(2026, 2, 4), 'UTC')).toBe('00:00');
});
