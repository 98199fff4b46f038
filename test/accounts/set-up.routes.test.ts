import { expect, it } from 'vitest';

import { offerSetUp } from '#app/accounts/set-up.server.ts';
import { db } from '#db/database.server.ts';
import { organisations, people } from '#db/schema/accounts.ts';
import { submit, textOf, visit } from '#test/support/app.ts';

import { password } from './known.ts';

const founding = {
  organisation: 'Northwind',
  name: 'Olga Petrov',
  email: 'Olga@Northwind.example',
  password,
  timezone: 'Europe/Berlin',
};

it('leads a visitor to set-up, and through it to a home of their own', async () => {
  expect((await visit('/people')).headers.get('Location')).toBe('/sign-in?to=%2Fpeople');
  expect((await visit('/sign-in')).headers.get('Location')).toBe('/set-up');
  expect(await textOf(await visit('/set-up'))).toContain('Open that link in this browser');

  const dead = await visit('/set-up/made-up');
  expect(dead.status).toBe(404);
  expect(await textOf(dead)).toContain('no longer good');
  expect((await submit('/set-up/made-up', founding)).headers.get('Location')).toBe('/set-up');
  expect(await db.read.select().from(people)).toEqual([]);

  const token = (await offerSetUp(Date.now()))!;
  expect((await visit(`/set-up/${token}`)).status).toBe(200);

  const refused = await submit(`/set-up/${token}`, {
    ...founding,
    password: 'northwind 2026',
    timezone: 'Moon',
  });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('value="Olga Petrov"');
  expect(page).toContain('Choose a time zone from the list.');
  expect(page).not.toContain('northwind 2026');

  const done = await submit(`/set-up/${token}`, founding);
  expect([done.status, done.headers.get('Location')]).toEqual([303, '/']);
  const as = {
    cookie: done.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  };
  expect((await visit('/settings', { as })).status).toBe(200);
  expect(await db.read.select().from(organisations)).toMatchObject([
    { name: 'Northwind', timezone: 'Europe/Berlin' },
  ]);
  expect(await db.read.select().from(people)).toMatchObject([{ email: 'olga@northwind.example' }]);

  expect((await visit(`/set-up/${token}`)).headers.get('Location')).toBe('/sign-in');
  const again = await submit(`/set-up/${token}`, { ...founding, email: 'mallory@evil.example' });
  expect(again.headers.get('Location')).toBe('/set-up');
  expect(await db.read.select().from(people)).toHaveLength(1);
});
