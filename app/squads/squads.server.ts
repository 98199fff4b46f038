import { and, asc, count, eq, gt, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';

import { audit } from '#app/accounts/audit.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { lookAgainAt } from '#app/facts/changed-people.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { inParts } from '#db/parts.ts';
import { people } from '#db/schema/accounts.ts';
import { squadMembers, squads } from '#db/schema/squads.ts';
import { holdsText, sameText } from '#db/text.ts';

const PAGE = 100;

type Wanted = { archived?: boolean; area?: string; search?: string; after?: string | null };

/** Squads by name with how many people they have, from after a squad on: those at work, or those archived. */
export async function squadsPage({ archived = false, area = '', search = '', after = null }: Wanted) {
  const [from] = after ? await db.read.select().from(squads).where(eq(squads.id, after)) : [];
  const rows = await db.read
    .select({ id: squads.id, name: squads.name, area: squads.area, criticality: squads.criticality })
    .from(squads)
    .where(
      and(
        archived ? isNotNull(squads.archivedAt) : isNull(squads.archivedAt),
        area ? eq(squads.area, area) : undefined,
        search ? holdsText(squads.name, search) : undefined,
        from && or(gt(squads.name, from.name), and(eq(squads.name, from.name), gt(squads.id, from.id))),
      ),
    )
    .orderBy(asc(squads.name), asc(squads.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const sizes = await sizesOf(page.map((squad) => squad.id));
  return {
    squads: page.map((squad) => ({ ...squad, members: sizes.get(squad.id) ?? 0 })),
    next: rows.length > PAGE ? page.at(-1)!.id : null,
  };
}

async function sizesOf(ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.read
    .select({ id: squadMembers.squadId, members: count() })
    .from(squadMembers)
    .innerJoin(people, and(eq(people.id, squadMembers.personId), isNull(people.deactivatedAt)))
    .where(and(inArray(squadMembers.squadId, ids), isNull(squadMembers.leftAt)))
    .groupBy(squadMembers.squadId);
  return new Map(rows.map(({ id, members }) => [id, members]));
}

/** One squad, archived or not; null when there is none of this id. */
export async function squadById(id: string) {
  const [squad] = await db.read
    .select({
      id: squads.id,
      name: squads.name,
      area: squads.area,
      criticality: squads.criticality,
      createdAt: squads.createdAt,
      archivedAt: squads.archivedAt,
    })
    .from(squads)
    .where(eq(squads.id, id));
  return squad ?? null;
}

/** The squads at work, by name, to choose from. */
export const openSquads = (): Promise<{ id: string; name: string }[]> =>
  db.read
    .select({ id: squads.id, name: squads.name })
    .from(squads)
    .where(isNull(squads.archivedAt))
    .orderBy(asc(squads.name), asc(squads.id));

/** The first few squads at work whose name holds some text, by name. */
export const squadsNamed = (search: string, most: number): Promise<{ id: string; name: string }[]> =>
  db.read
    .select({ id: squads.id, name: squads.name })
    .from(squads)
    .where(and(isNull(squads.archivedAt), holdsText(squads.name, search)))
    .orderBy(asc(squads.name), asc(squads.id))
    .limit(most);

/** The squads at work that a person belongs to, by name. */
export const squadsOf = (personId: string): Promise<{ id: string; name: string }[]> =>
  db.read
    .select({ id: squads.id, name: squads.name })
    .from(squads)
    .innerJoin(squadMembers, and(eq(squadMembers.squadId, squads.id), isNull(squadMembers.leftAt)))
    .where(and(eq(squadMembers.personId, personId), isNull(squads.archivedAt)))
    .orderBy(asc(squads.name), asc(squads.id));

/** Whether another squad, archived or not, is called the same but for upper and lower case. */
export async function isTaken(tx: Tx, name: string, exceptId = ''): Promise<boolean> {
  const [other] = await tx
    .select({ id: squads.id })
    .from(squads)
    .where(and(sameText(squads.name, name), ne(squads.id, exceptId)));
  return other !== undefined;
}

/** Makes a squad. */
export async function createSquad(
  by: Viewer,
  name: string,
  now: number,
): Promise<{ id: string } | { refused: 'taken' }> {
  return db.write(async (tx) => {
    if (await isTaken(tx, name)) return { refused: 'taken' };
    const id = newId();
    await tx.insert(squads).values({ id, name, createdAt: now, createdBy: by.id });
    await audit(tx, { event: 'squad-created', actorId: by.id, details: { squad: name }, at: now });
    return { id };
  });
}

/** Puts a squad away, with its people and everything it did. Archiving twice keeps the first date. */
export async function archiveSquad(by: Viewer, id: string, now: number): Promise<void> {
  await db.write(async (tx) => {
    const [archived] = await tx
      .update(squads)
      .set({ archivedAt: now, archivedBy: by.id })
      .where(and(eq(squads.id, id), isNull(squads.archivedAt)))
      .returning();
    if (!archived) return;
    await lookAgainAtMembers(tx, id);
    await audit(tx, { event: 'squad-archived', actorId: by.id, details: { squad: archived.name }, at: now });
  });
}

/** What its people did from then on counts for another squad, or for this one again. */
async function lookAgainAtMembers(tx: Tx, squadId: string): Promise<void> {
  const members = await tx
    .selectDistinct({ personId: squadMembers.personId })
    .from(squadMembers)
    .where(eq(squadMembers.squadId, squadId));
  for (const part of inParts(members))
    await lookAgainAt(
      tx,
      'recognition',
      part.map(({ personId }) => personId),
    );
}

/** Brings an archived squad back as it was. */
export async function unarchiveSquad(by: Viewer, id: string, now: number): Promise<void> {
  await db.write(async (tx) => {
    const [restored] = await tx
      .update(squads)
      .set({ archivedAt: null, archivedBy: null })
      .where(and(eq(squads.id, id), isNotNull(squads.archivedAt)))
      .returning();
    if (!restored) return;
    await lookAgainAtMembers(tx, id);
    await audit(tx, { event: 'squad-restored', actorId: by.id, details: { squad: restored.name }, at: now });
  });
}
