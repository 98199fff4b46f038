import { and, eq, isNull, sql } from 'drizzle-orm';

import { audit } from '#app/accounts/audit.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { squadRoles, squads } from '#db/schema/squads.ts';

import { isHeldByOne, type SquadRole, squadRoleWords } from './squad-role.ts';

/** Who does it; null: an import from the command line. */
export type By = { id: string } | null;
type Given = { squad: { id: string; name: string }; personId: string; role: SquadRole };

/** Makes somebody what they are to a squad, in a transaction that goes on. Who holds it alone is followed by them. */
export async function assume(
  tx: Tx,
  by: By,
  { squad, personId, role, from, endsAt = null }: Given & { from?: number; endsAt?: number | null },
  now: number,
): Promise<void> {
  if (isHeldByOne(role)) await endAll(tx, by, { squad, role }, now);
  await tx.insert(squadRoles).values({
    id: newId(),
    squadId: squad.id,
    personId,
    role,
    assumedAt: from ?? now,
    assumedBy: by?.id ?? null,
    endsAt,
  });
  await told(tx, 'squad-role-given', by, { squad, personId, role }, now);
  await touch(tx, squad.id);
}

/** Ends a role in a squad for everybody who holds it, in a transaction that goes on. */
export async function endAll(
  tx: Tx,
  by: By,
  { squad, role }: Omit<Given, 'personId'>,
  now: number,
): Promise<void> {
  const ended = await tx
    .update(squadRoles)
    .set({ renouncedAt: now, renouncedBy: by?.id ?? null })
    .where(and(eq(squadRoles.squadId, squad.id), eq(squadRoles.role, role), isNull(squadRoles.renouncedAt)))
    .returning();
  for (const { personId } of ended) await told(tx, 'squad-role-ended', by, { squad, personId, role }, now);
}

/** Whoever edits the squad now learns that it is not as they saw it. */
export const touch = (tx: Tx, squadId: string) =>
  tx
    .update(squads)
    .set({ version: sql`${squads.version} + 1` })
    .where(eq(squads.id, squadId));

export const told = (
  tx: Tx,
  event: 'squad-role-given' | 'squad-role-ended',
  by: By,
  { squad, personId, role }: Given,
  now: number,
) =>
  audit(tx, {
    event,
    actorId: by?.id ?? null,
    subjectId: personId,
    details: { role: squadRoleWords[role], squad: squad.name },
    at: now,
  });

/** Who holds a role of which a squad has one, also if they have left; null for nobody. */
export async function holderOf(
  squadId: string,
  role: SquadRole,
): Promise<{ id: string; name: string; email: string; here: boolean } | null> {
  const [holder] = await db.read
    .select({ id: people.id, name: people.name, email: people.email, left: people.deactivatedAt })
    .from(squadRoles)
    .innerJoin(people, eq(people.id, squadRoles.personId))
    .where(and(eq(squadRoles.squadId, squadId), eq(squadRoles.role, role), isNull(squadRoles.renouncedAt)))
    .limit(1);
  return holder
    ? { id: holder.id, name: holder.name, email: holder.email, here: holder.left === null }
    : null;
}
