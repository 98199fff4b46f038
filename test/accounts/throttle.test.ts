import fc from 'fast-check';
import { expect, it } from 'vitest';

import { limits, networkOf, waitInWords } from '#app/accounts/throttle.ts';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));

it('all addresses of one /64 count as one, however they are written, and no others', () => {
  const half = fc.tuple(...Array.from({ length: 4 }, () => fc.nat(0xffff)));
  const short = (groups: number[]) => {
    const address = `http://[${groups.map((group) => group.toString(16)).join(':')}]/`;
    return URL.parse(address)!.hostname.slice(1, -1);
  };
  const long = (groups: number[]) => groups.map((group) => group.toString(16).padStart(4, '0')).join(':');
  fc.assert(
    fc.property(half, half, half, fc.nat(3), (network, host, otherHost, at) => {
      const one = networkOf(short([...network, ...host]));
      expect(networkOf(long([...network, ...otherHost]).toUpperCase())).toBe(one);
      const beside = network.map((group, n) => (n === at ? group ^ 1 : group));
      expect(networkOf(short([...beside, ...host]))).not.toBe(one);
    }),
  );
});

it('one network alone cannot fill what an account takes from all of them', () => {
  const { pair, account } = limits;
  const alone = Math.ceil(account.duration / pair.duration) * pair.points;
  expect(alone).toBeLessThan(account.points);
});

it.each([
  [1, '1 second'],
  [40, '40 seconds'],
  [91, '2 minutes'],
  [900, '15 minutes'],
])('%i seconds are %s', (seconds, words) => expect(waitInWords(seconds)).toBe(words));
