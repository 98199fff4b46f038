import { expect, it } from 'vitest';

import { hashPassword, verifyPassword } from '#app/accounts/password.server.ts';

it('knows a password again, and no other', async () => {
  const stored = await hashPassword('seven green otters');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(stored, 'seven green otters')).toBe(true);
  expect(await verifyPassword(stored, 'seven green otter')).toBe(false);
  expect(await verifyPassword(stored, 'Seven green otters')).toBe(false);
  expect(await verifyPassword(stored, stored)).toBe(false);
});

it('stores the same password differently each time', async () => {
  expect(await hashPassword('seven green otters')).not.toBe(await hashPassword('seven green otters'));
});

it('knows it again however a keyboard composes its letters', async () => {
  expect(await verifyPassword(await hashPassword('zw\u00f6lf Dachse'), 'zwo\u0308lf Dachse')).toBe(true);
});

it('opens nothing where nothing is stored, and takes as long', async () => {
  const stored = await hashPassword('seven green otters');
  const timed = async (hash: string | null) => {
    const started = performance.now();
    for (let times = 0; times < 5; times++)
      expect(await verifyPassword(hash, 'nine purple badgers')).toBe(false);
    return performance.now() - started;
  };
  await timed(stored);
  const [known, unknown, empty] = [await timed(stored), await timed(null), await timed('')];
  expect(Math.min(unknown, empty) / known).toBeGreaterThan(0.5);
});

it('leaves the main thread free', async () => {
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 2);
  await Promise.all(Array.from({ length: 6 }, () => hashPassword('seven green otters')));
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(5);
});
