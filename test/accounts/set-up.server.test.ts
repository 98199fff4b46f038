import { expect, it } from 'vitest';

import { organisation } from '#app/accounts/organisation.server.ts';
import { verifyPassword } from '#app/accounts/password.server.ts';
import { needsSetUp, offerSetUp, setUp } from '#app/accounts/set-up.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { day, now } from '#test/support/clock.ts';

import { eventsOf, password, rolesHeld } from './known.ts';

const founding = {
  organisation: 'Northwind',
  name: 'Olga Petrov',
  email: 'olga@northwind.example',
  password,
  timezone: 'Europe/Berlin',
};

it('is offered until somebody lives here, and done once', async () => {
  expect(await needsSetUp()).toBe(true);
  const first = await offerSetUp(now);
  const second = await offerSetUp(now);
  expect(await setUp(first!, founding, now)).toEqual({ refused: 'used' });
  expect(await setUp(second!, founding, now + day)).toEqual({ refused: 'used' });
  expect(await needsSetUp()).toBe(true);

  const tries = await Promise.all([setUp(second!, founding, now), setUp(second!, founding, now)]);
  const done = tries.filter((one) => 'personId' in one);
  expect(done).toHaveLength(1);

  const [olga] = await db.read.select().from(people);
  expect(olga).toMatchObject({ name: 'Olga Petrov', email: 'olga@northwind.example' });
  expect(await verifyPassword(olga!.passwordHash, password)).toBe(true);
  expect((await rolesHeld(olga!)).sort()).toEqual(['administrator', 'organiser']);
  expect(await eventsOf(olga!)).toEqual(['set-up']);
  expect(await organisation()).toMatchObject({ name: 'Northwind', timezone: 'Europe/Berlin' });

  expect(await needsSetUp()).toBe(false);
  expect(await offerSetUp(now)).toBeNull();
});
