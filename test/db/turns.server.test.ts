import { expect, it } from 'vitest';

import { endTurn, takeTurn } from '#db/turns.server.ts';
import { day, hour, minute, now } from '#test/support/clock.ts';

it('gives a turn to one of many who ask at once, and the next when it is time', async () => {
  const asked = await Promise.all([1, 2, 3].map(() => takeTurn('renewals', day, now)));
  expect(asked.filter(Boolean)).toHaveLength(1);
  await endTurn('renewals', now + minute);
  expect(await takeTurn('renewals', day, now + day - minute)).toBe(false);
  expect(await takeTurn('renewals', day, now + day)).toBe(true);
  expect(await takeTurn('another', day, now)).toBe(true);
});

it('gives a turn that was never ended again after an hour, or sooner where it comes more often', async () => {
  expect(await takeTurn('daily', day, now)).toBe(true);
  expect(await takeTurn('daily', day, now + hour - minute)).toBe(false);
  expect(await takeTurn('daily', day, now + hour)).toBe(true);
  expect(await takeTurn('often', minute, now)).toBe(true);
  expect(await takeTurn('often', minute, now + minute)).toBe(true);
});

it('is not stopped by a clock that was years ahead once', async () => {
  expect(await takeTurn('ahead', day, now + 365 * day)).toBe(true);
  await endTurn('ahead', now + 365 * day);
  expect(await takeTurn('ahead', day, now)).toBe(true);
});
