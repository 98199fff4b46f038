import { expect, it } from 'vitest';

import { waitAfter } from '#app/notices/back-off.ts';
import { hour, minute } from '#test/support/clock.ts';

it('waits longer after each try, and after the sixth no more', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map(waitAfter);
  expect(waits).toEqual([minute, 5 * minute, 30 * minute, 2 * hour, 12 * hour, null, null]);
});
