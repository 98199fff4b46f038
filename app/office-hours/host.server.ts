import { and, eq, isNull } from 'drizzle-orm';

import { isActiveChampion } from '#app/champions/champions.server.ts';
import { db } from '#db/database.server.ts';
import { people, roles } from '#db/schema/accounts.ts';

import { mayHost } from './host.ts';

/** Whether somebody who is signed in may host. */
export const isHost = async (viewer: { id: string; roles: readonly string[] }): Promise<boolean> =>
  mayHost({ roles: viewer.roles, isChampion: await isActiveChampion(viewer.id) });

/** The same of anybody, as things are now: they may have left, or have stepped down. */
export async function mayStillHost(personId: string): Promise<boolean> {
  const rows = await db.read
    .select({ leftAt: people.deactivatedAt, role: roles.role })
    .from(people)
    .leftJoin(roles, and(eq(roles.personId, people.id), isNull(roles.renouncedAt)))
    .where(eq(people.id, personId));
  return mayHost({
    roles: rows.flatMap(({ role }) => role ?? []),
    isChampion: await isActiveChampion(personId),
    hasLeft: rows[0]?.leftAt !== null,
  });
}
