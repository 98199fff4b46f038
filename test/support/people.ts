/** People of a small organisation, straight into the database, and their sign-ins. */
import type { GivenRole } from '#app/accounts/permissions.ts';
import { startSession } from '#app/accounts/session.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { organisations, people, roles } from '#db/schema/accounts.ts';
import { squadMembers, squads } from '#db/schema/squads.ts';

import { now } from './clock.ts';

export type TestPerson = Viewer & { cookie: string };

/** The organisation itself, needed once by pages. */
const foundOrganisation = () =>
  db.write((tx) =>
    tx.insert(organisations).values({ id: 1, name: 'Northwind', foundedAt: now }).onConflictDoNothing(),
  );

/** Another sign-in of somebody. Returns their cookie. */
export const signIn = async ({ id }: { id: string }) => (await startSession(id, 'a test')).split(';')[0]!;

/** Somebody with an account, signed in. They have no password: sign-in pages are tested with their own. */
export async function somebody(name: string, ...given: GivenRole[]): Promise<TestPerson> {
  await foundOrganisation();
  const id = newId();
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${id.slice(0, 4)}@northwind.example`;
  await db.write(async (tx) => {
    await tx.insert(people).values({ id, name, email, passwordHash: 'none that opens', joinedAt: now });
    for (const role of given)
      await tx.insert(roles).values({ id: newId(), personId: id, role, assumedAt: now });
  });
  return { id, name, email, roles: given, cookie: await signIn({ id }) };
}

/** A squad with these members. */
export async function squadOf(
  name: string,
  ...members: { id: string }[]
): Promise<{ id: string; name: string }> {
  const id = newId();
  await db.write(async (tx) => {
    await tx.insert(squads).values({ id, name, createdAt: now });
    for (const member of members) {
      await tx.insert(squadMembers).values({ id: newId(), squadId: id, personId: member.id, joinedAt: now });
    }
  });
  return { id, name };
}
