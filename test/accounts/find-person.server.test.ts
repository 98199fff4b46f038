import { expect, it } from 'vitest';

import { personByEmail } from '#app/accounts/find-person.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { now } from '#test/support/clock.ts';

it('finds somebody however their address is written', async () => {
  const jose = {
    id: 'jose',
    name: 'José',
    email: 'jos\u00e9@northwind.example',
    passwordHash: '',
    joinedAt: now,
  };
  await db.write((tx) => tx.insert(people).values(jose));
  const found = { id: 'jose', name: 'José' };
  expect(await personByEmail(jose.email)).toEqual(found);
  expect(await personByEmail(' JOSE\u0301@Northwind.example ')).toEqual(found);
  expect(await personByEmail('jose@northwind.example')).toBeNull();
});
