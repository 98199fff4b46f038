import { and, desc, eq, gt, isNotNull, isNull } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { coverageWaivers } from '#db/schema/champions.ts';
import { squads } from '#db/schema/squads.ts';

import { mayReadReasons } from './waiver-readers.server.ts';
import { endOf, untilProblem, type WaiverDraft } from './waiver.ts';

const MOST_SHOWN = 20;

const standing = (now: number) =>
  and(isNull(coverageWaivers.withdrawnAt), gt(coverageWaivers.expiresAt, now));

/** Lets a squad off a policy until a day. Of one policy a squad has one waiver at a time. */
export async function giveWaiver(
  by: Viewer,
  squadId: string,
  { policy, reason, until }: WaiverDraft,
  now: number,
): Promise<
  { id: string; squad: string } | { refused: 'unknown' | 'archived' | 'already' | 'past' | 'too-long' }
> {
  const problem = untilProblem(until, now);
  if (problem) return { refused: problem };
  return db.write(async (tx) => {
    const [squad] = await tx.select().from(squads).where(eq(squads.id, squadId));
    if (!squad) return { refused: 'unknown' };
    if (squad.archivedAt !== null) return { refused: 'archived' };
    if (await hasAnother(squadId, policy, now)) return { refused: 'already' };
    const id = newId();
    const expiresAt = endOf(until);
    await tx
      .insert(coverageWaivers)
      .values({ id, squadId, policy, reason, givenAt: now, givenBy: by.id, expiresAt });
    return { id, squad: squad.name };
  });
}

/** Whether a squad is let off a policy now. Inside `write`, as the open transaction sees it. */
async function hasAnother(squadId: string, policy: string, now: number): Promise<boolean> {
  const [other] = await db.read
    .select({ id: coverageWaivers.id })
    .from(coverageWaivers)
    .where(and(eq(coverageWaivers.squadId, squadId), eq(coverageWaivers.policy, policy), standing(now)));
  return other !== undefined;
}

/** Ends a waiver before its day. Ending it twice keeps the first date. Null when there is none of this id. */
export async function withdrawWaiver(
  by: Viewer,
  id: string,
  now: number,
): Promise<{ squadId: string } | null> {
  return db.write(async (tx) => {
    await tx
      .update(coverageWaivers)
      .set({ withdrawnAt: now, withdrawnBy: by.id })
      .where(and(eq(coverageWaivers.id, id), isNull(coverageWaivers.withdrawnAt)));
    return squadOf(id);
  });
}

/** Lets a waiver that was withdrawn stand again, where no other has taken its place. */
export async function restoreWaiver(
  id: string,
  now: number,
): Promise<{ squadId: string } | { refused: 'already'; squadId: string } | null> {
  return db.write(async (tx) => {
    const found = await squadOf(id);
    if (!found) return null;
    if (await hasAnother(found.squadId, found.policy, now))
      return { refused: 'already', squadId: found.squadId };
    await tx
      .update(coverageWaivers)
      .set({ withdrawnAt: null, withdrawnBy: null })
      .where(and(eq(coverageWaivers.id, id), isNotNull(coverageWaivers.withdrawnAt)));
    return found;
  });
}

async function squadOf(id: string): Promise<{ squadId: string; policy: string } | null> {
  const [waiver] = await db.read
    .select({ squadId: coverageWaivers.squadId, policy: coverageWaivers.policy })
    .from(coverageWaivers)
    .where(eq(coverageWaivers.id, id));
  return waiver ?? null;
}

/** The waivers a squad has and had, newest first; the reason is left out for whoever is not to read it. */
export async function waiversOf(viewer: Viewer, squadId: string, now: number) {
  const reads = await mayReadReasons(viewer, squadId, now);
  const rows = await db.read
    .select({
      id: coverageWaivers.id,
      policy: coverageWaivers.policy,
      reason: coverageWaivers.reason,
      givenAt: coverageWaivers.givenAt,
      givenBy: people.name,
      expiresAt: coverageWaivers.expiresAt,
      withdrawnAt: coverageWaivers.withdrawnAt,
    })
    .from(coverageWaivers)
    .innerJoin(people, eq(people.id, coverageWaivers.givenBy))
    .where(eq(coverageWaivers.squadId, squadId))
    .orderBy(desc(coverageWaivers.givenAt), desc(coverageWaivers.id))
    .limit(MOST_SHOWN);
  return rows.map(({ reason, ...waiver }) => ({
    ...waiver,
    reason: reads ? reason : null,
    stands: waiver.withdrawnAt === null && waiver.expiresAt > now,
  }));
}
