import { eq, sql } from 'drizzle-orm';

import { audit } from '#app/accounts/audit.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { squads } from '#db/schema/squads.ts';

import { assume, endAll, holderOf } from './holders.server.ts';
import type { SquadFacts } from './squad.ts';
import { isTaken } from './squads.server.ts';

export type SquadAsEdited = SquadFacts & { managerId: string | null; productOwnerId: string | null };

/** A squad as its form shows it, with whoever manages and owns it; null when there is none of this id. */
export async function editedSquad(id: string) {
  const [squad] = await db.read.select().from(squads).where(eq(squads.id, id));
  if (!squad) return null;
  const [manager, productOwner] = await Promise.all([holderOf(id, 'manager'), holderOf(id, 'product-owner')]);
  const { name, area, developers, criticality, version } = squad;
  return { id, name, area, developers, criticality, version, manager, productOwner };
}
export type EditedSquad = NonNullable<Awaited<ReturnType<typeof editedSquad>>>;

/** Saves what somebody says of a squad. Refuses with the squad as it is when it changed since `version`. */
export async function changeSquad(
  by: Viewer,
  id: string,
  version: number,
  { managerId, productOwnerId, ...facts }: SquadAsEdited,
  now: number,
): Promise<
  | { before: EditedSquad; version: number }
  | { refused: 'taken' | 'unknown' }
  | { refused: 'stale'; now: EditedSquad }
> {
  return db.write(async (tx) => {
    const before = await editedSquad(id);
    if (!before) return { refused: 'unknown' };
    if (before.version !== version) return { refused: 'stale', now: before };
    if (await isTaken(tx, facts.name, id)) return { refused: 'taken' };
    const squad = { id, name: facts.name };
    await tx
      .update(squads)
      .set({ ...facts, version: sql`${squads.version} + 1` })
      .where(eq(squads.id, id));
    if (facts.name !== before.name) {
      const details = { from: before.name, to: facts.name };
      await audit(tx, { event: 'squad-renamed', actorId: by.id, details, at: now });
    }
    const details = changedFacts(before, facts);
    if (Object.keys(details).length > 0) {
      const what = { squad: facts.name, ...details };
      await audit(tx, { event: 'squad-changed', actorId: by.id, details: what, at: now });
    }
    for (const [role, held, wanted] of [
      ['manager', before.manager, managerId],
      ['product-owner', before.productOwner, productOwnerId],
    ] as const) {
      if ((held?.id ?? null) === wanted) continue;
      if (wanted === null) await endAll(tx, by, { squad, role }, now);
      else await assume(tx, by, { squad, personId: wanted, role }, now);
    }
    const after = await editedSquad(id);
    return { before, version: after!.version };
  });
}

/** What differs between two states of a squad, beside its name, as the audit tells it. */
export function changedFacts(before: SquadFacts, after: SquadFacts): Record<string, string> {
  const details: Record<string, string> = {};
  for (const fact of ['area', 'developers', 'criticality'] as const)
    if (before[fact] !== after[fact])
      details[fact] = `${before[fact] ?? 'unsaid'} to ${after[fact] ?? 'unsaid'}`;
  return details;
}
