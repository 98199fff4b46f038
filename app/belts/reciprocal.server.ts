/** Approvals that went both ways: nothing is wrong with one, and an organiser has a look. */
import { and, desc, eq, gte, inArray, lte, max, sql } from 'drizzle-orm';

import { namesOf } from '#app/accounts/people.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { memory, remember } from '#db/remember.server.ts';
import { evidence, evidenceSteps } from '#db/schema/belts.ts';

import { isWithAssessors, type State } from './evidence.ts';
import { organisersBut } from './evidence-telling.server.ts';
import { type Approval, lookedAtEachOther, NEAR } from './reciprocal.ts';

const MOST_SHOWN = 10;
const DAY = 86_400_000;

type Kept = Approval & { id: string; state: State };

/** The approvals each of two people gave the other, as near as they can matter at `now`; the newest first. */
async function between(one: string, other: string, now: number): Promise<Kept[]> {
  return db.read
    .select({
      by: evidenceSteps.byId,
      of: evidence.personId,
      at: evidenceSteps.at,
      id: evidence.id,
      state: evidence.state,
    })
    .from(evidenceSteps)
    .innerJoin(evidence, eq(evidence.id, evidenceSteps.evidenceId))
    .where(
      and(
        inArray(evidenceSteps.byId, [one, other]),
        eq(evidenceSteps.step, 'approved'),
        gte(evidenceSteps.at, now - 2 * NEAR),
        inArray(evidence.personId, [one, other]),
      ),
    )
    .orderBy(desc(evidenceSteps.at));
}

/** Tells organisers, but for the two, when an approval that was just noted makes it go both ways. */
export async function tellOfReciprocal(
  tx: Tx,
  { by, of }: { by: { id: string; name: string }; of: string },
  now: number,
): Promise<void> {
  const approvals = await between(by.id, of, now);
  const before = approvals.filter((one) => !(one.by === by.id && one.at === now));
  const isRecent = (at: number) => at >= now - NEAR;
  if (lookedAtEachOther(before).some(({ at }) => isRecent(at))) return;
  if (!lookedAtEachOther(approvals).some(({ at }) => isRecent(at))) return;
  const name = (await namesOf([of])).get(of) ?? '';
  for (const personId of await organisersBut(by.id, of))
    await tell(tx, {
      personId,
      kind: 'review',
      text: `${by.name} and ${name} have approved each other’s work within a year. Perhaps a third pair of eyes does both good.`,
      path: `${paths.reviewQueue()}#both-ways`,
      now,
    });
}

type Side = { name: string; approved: string | null };
type Pair = { at: number; one: Side; other: Side };

const pairs = memory<Pair[]>(2);

/**
 * For organisers: the pairs of the last year, newest first, with what each approved last of the other's. Worked out once
 * a day, and whenever something was approved.
 */
export const pairsOfTheYear = (now: number): Promise<Pair[]> => {
  const today = Math.ceil(now / DAY) * DAY;
  return remember(pairs, String(today), () => pairsBefore(today));
};

async function pairsBefore(now: number): Promise<Pair[]> {
  const [back, backs] = [aliasOf(evidenceSteps, 'back'), aliasOf(evidence, 'backs')];
  const latest = max(evidenceSteps.at);
  const candidates = await db.read
    .select({ by: evidenceSteps.byId, of: evidence.personId, at: latest })
    .from(evidenceSteps)
    .innerJoin(evidence, eq(evidence.id, evidenceSteps.evidenceId))
    .innerJoin(
      back,
      and(
        eq(back.byId, evidence.personId),
        eq(back.step, 'approved'),
        gte(back.at, sql`${evidenceSteps.at} - ${NEAR}`),
        lte(back.at, evidenceSteps.at),
      ),
    )
    .innerJoin(backs, and(eq(backs.id, back.evidenceId), eq(backs.personId, evidenceSteps.byId)))
    .where(and(eq(evidenceSteps.step, 'approved'), gte(evidenceSteps.at, now - NEAR)))
    .groupBy(evidenceSteps.byId, evidence.personId)
    .orderBy(desc(latest))
    .limit(2 * MOST_SHOWN);
  const approvals = new Map<string, Kept[]>();
  for (const { by, of } of candidates) {
    const key = [by, of].sort().join(' ');
    if (!approvals.has(key)) approvals.set(key, await between(by, of, now));
  }
  const kept = [...approvals.values()].flat();
  const found = lookedAtEachOther(kept).slice(0, MOST_SHOWN);
  const names = await namesOf(found.flatMap(({ pair }) => pair));
  const side = (by: string, of: string): Side => {
    const last = kept.find((one) => one.by === by && one.of === of);
    return { name: names.get(by) ?? '', approved: last && isWithAssessors(last.state) ? last.id : null };
  };
  return found.map(({ pair: [one, other], at }) => ({ at, one: side(one, other), other: side(other, one) }));
}

/** For organisers: who of those that approved evidence had theirs approved by its applicant within a year. */
export async function approvedInReturn(
  { personId }: { personId: string },
  approvers: readonly { byId: string; by: string; at: number }[],
): Promise<string[]> {
  const found = new Set<string>();
  for (const { byId, by, at } of approvers) {
    const approvals = await between(byId, personId, at);
    if (lookedAtEachOther([...approvals, { by: byId, of: personId, at }]).length > 0) found.add(by);
  }
  return [...found];
}
