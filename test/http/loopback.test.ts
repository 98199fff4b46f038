import { expect, it } from 'vitest';

import { rightName } from '#app/http/loopback.ts';

const at = 'http://127.0.0.1:3000';
const asked = (host: string | null, origin = at, method = 'GET') =>
  rightName(method, `${origin}/people?after=1`, host, origin);

it.each(['localhost:3000', 'LOCALHOST:3000', '[::1]:3000'])(
  'leads from %s to where forms are accepted',
  (host) => {
    expect(asked(host)).toBe(`${at}/people?after=1`);
  },
);

it.each([
  ['the right name', '127.0.0.1:3000', at],
  ['no name', null, at],
  ['a name from outside', 'guild.example.com', at],
  ['a proxy on this machine', '127.0.0.1:3000', 'https://guild.example.com'],
])('leaves %s alone', (_, host, origin) => {
  expect(asked(host, origin)).toBeNull();
});

it('leaves what is posted to the origin check', () => {
  expect(asked('localhost:3000', at, 'POST')).toBeNull();
});
