/** Leave to go without a requirement, given by organisers to others: for a reason and until a day. */
import { and, desc, eq, gt, isNotNull, isNull } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { recordFact, undoFacts } from '#app/facts/facts.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { beltWaivers } from '#db/schema/belts.ts';

import { endOf } from './calendar-day.ts';
import { requirementOf } from './rules.ts';
import { beltRules } from './rules.server.ts';
import { untilProblem, type WaiverDraft } from './waiver.ts';

const MOST_SHOWN = 20;
type Waiver = typeof beltWaivers.$inferSelect;
type By = Pick<Viewer, 'id'>;

const standing = (now: number) => and(isNull(beltWaivers.withdrawnAt), gt(beltWaivers.until, now));

/**
 * Lets somebody go without a requirement until a day, which they are told. Refuses oneself, a requirement that is none
 * or is waived already, a day that is over, and one more than a year ahead.
 */
export async function giveWaiver(
  by: By,
  personId: string,
  { requirement, reason, until: day }: WaiverDraft,
  now: number,
): Promise<{ id: string } | { refused: 'nobody' | 'oneself' | 'unknown' | 'already' | 'past' | 'too-long' }> {
  if (personId === by.id) return { refused: 'oneself' };
  const asked = requirementOf(beltRules(), requirement);
  if (!asked) return { refused: 'unknown' };
  const zone = await zoneHere();
  const problem = untilProblem(day, now, zone);
  if (problem) return { refused: problem };
  return db.write(async (tx) => {
    const here = and(eq(people.id, personId), isNull(people.deactivatedAt));
    const [person] = await tx.select({ id: people.id }).from(people).where(here);
    if (!person) return { refused: 'nobody' };
    if (await hasAnother(personId, requirement, now)) return { refused: 'already' };
    const id = newId();
    const waiver = {
      id,
      personId,
      requirement,
      reason,
      givenAt: now,
      givenBy: by.id,
      until: endOf(day, zone),
    };
    await tx.insert(beltWaivers).values(waiver);
    await recordWaived(tx, waiver, by, now);
    await tell(tx, {
      personId,
      kind: 'belt',
      text: `You may go without “${asked.words}” until ${day}. Your belts say what that means for them.`,
      path: paths.belts(),
      now,
    });
    return { id };
  });
}

const recordWaived = (
  tx: Tx,
  {
    id,
    personId,
    requirement,
    givenAt,
    until,
  }: Pick<Waiver, 'id' | 'personId' | 'requirement' | 'givenAt' | 'until'>,
  by: By,
  now: number,
) =>
  recordFact(tx, {
    kind: 'requirement-waived',
    personId,
    at: givenAt,
    source: { room: 'belts', id },
    details: { requirement, until },
    by: by.id,
    now,
  });

const hasAnother = async (personId: string, requirement: string, now: number): Promise<boolean> =>
  (await db.read.$count(
    beltWaivers,
    and(eq(beltWaivers.personId, personId), eq(beltWaivers.requirement, requirement), standing(now)),
  )) > 0;

/** Ends a waiver before its day; what it showed is undone. Null when there is none of this id, or it is one's own. */
export async function withdrawWaiver(by: By, id: string, now: number): Promise<{ personId: string } | null> {
  return db.write(async (tx) => {
    const waiver = await waiverOfAnother(tx, by, id);
    if (!waiver) return null;
    const [ended] = await tx
      .update(beltWaivers)
      .set({ withdrawnAt: now, withdrawnBy: by.id })
      .where(and(eq(beltWaivers.id, id), isNull(beltWaivers.withdrawnAt)))
      .returning();
    if (ended) await undoFacts(tx, { room: 'belts', id }, { by: by.id, now });
    return { personId: waiver.personId };
  });
}

/** Lets a waiver that was withdrawn stand again, where no other has taken its place. */
export async function restoreWaiver(
  by: By,
  id: string,
  now: number,
): Promise<{ personId: string } | { refused: 'already'; personId: string } | null> {
  return db.write(async (tx) => {
    const waiver = await waiverOfAnother(tx, by, id);
    if (!waiver) return null;
    const { personId, requirement } = waiver;
    if (waiver.withdrawnAt === null) return { personId };
    if (await hasAnother(personId, requirement, now)) return { refused: 'already', personId };
    const [restored] = await tx
      .update(beltWaivers)
      .set({ withdrawnAt: null, withdrawnBy: null })
      .where(and(eq(beltWaivers.id, id), isNotNull(beltWaivers.withdrawnAt)))
      .returning();
    if (restored) await recordWaived(tx, restored, by, now);
    return { personId };
  });
}

async function waiverOfAnother(tx: Tx, by: By, id: string): Promise<Waiver | null> {
  const [waiver] = await tx.select().from(beltWaivers).where(eq(beltWaivers.id, id));
  return waiver && waiver.personId !== by.id ? waiver : null;
}

/** What somebody was let off, newest first. */
export async function waiversOf(personId: string, now: number) {
  const rows = await db.read
    .select({ waiver: beltWaivers, givenBy: people.name })
    .from(beltWaivers)
    .innerJoin(people, eq(people.id, beltWaivers.givenBy))
    .where(eq(beltWaivers.personId, personId))
    .orderBy(desc(beltWaivers.givenAt), desc(beltWaivers.id))
    .limit(MOST_SHOWN);
  return rows.map(({ waiver: { id, requirement, reason, givenAt, until, withdrawnAt }, givenBy }) => ({
    id,
    words: requirementOf(beltRules(), requirement)?.words ?? requirement,
    reason,
    givenAt,
    givenBy,
    until,
    withdrawnAt,
    stands: withdrawnAt === null && until > now,
  }));
}
