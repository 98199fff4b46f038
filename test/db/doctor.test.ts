import { describe, expect, it } from 'vitest';

import { addressFinding } from '#db/care/address.ts';
import { clockFinding } from '#db/care/clock.ts';
import { day, now } from '#test/support/clock.ts';

describe('an address', () => {
  it.each([
    ['http://127.0.0.1:3000', 0, 'ok'],
    ['http://localhost:3000', 0, 'ok'],
    ['http://guildhall.internal', 0, 'look'],
    ['https://guildhall.example', 0, 'look'],
    ['https://guildhall.example', 1, 'ok'],
  ])('%s with %i proxies: %s', (origin, proxyHops, state) => {
    expect(addressFinding({ origin, proxyHops })).toMatchObject({ state });
  });
});

describe('a clock', () => {
  it('may be a little behind the newest row, and not in another age', () => {
    expect(clockFinding(now, now + 1000)).toMatchObject({ state: 'ok' });
    expect(clockFinding(now, now + day)).toMatchObject({ state: 'wrong' });
    expect(clockFinding(1000, 0)).toMatchObject({ state: 'wrong' });
  });
});
