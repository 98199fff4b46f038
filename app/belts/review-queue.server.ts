/** What waits for somebody's eyes, and what they brought themselves. */
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { beyond } from '#db/keyset.ts';
import { people } from '#db/schema/accounts.ts';
import { evidence, evidenceSteps } from '#db/schema/belts.ts';

import { assessableBy } from './assessors.server.ts';
import { askedFor, requirementWords } from './evidence-requirement.server.ts';
import { beltNamed } from './rules.ts';
import { beltRules } from './rules.server.ts';

const PAGE = 30;
const MOST_OWN = 20;

/** With the assessors, of somebody here, not one's own, and not approved by oneself since it was submitted last. */
function waiting(viewer: Viewer, assessable: 'all' | string[], belt: string | null) {
  const ofBelt =
    belt === null ? null : (beltNamed(beltRules(), belt)?.requirements.map(({ id }) => id) ?? []);
  const isMine = and(
    eq(evidenceSteps.evidenceId, evidence.id),
    eq(evidenceSteps.round, evidence.round),
    eq(evidenceSteps.byId, viewer.id),
    eq(evidenceSteps.step, 'approved'),
  );
  const where = and(
    eq(evidence.state, 'submitted'),
    ne(evidence.personId, viewer.id),
    isNull(evidenceSteps.id),
    isNull(people.deactivatedAt),
    assessable === 'all' ? undefined : inArray(evidence.requirement, assessable),
    ofBelt === null ? undefined : inArray(evidence.requirement, ofBelt),
  );
  return { isMine, where };
}

/** What waits for somebody, the longest waiting first, from after a place on; of one belt alone where one is named. */
export async function reviewsPage(
  viewer: Viewer,
  { belt, after }: { belt: string | null; after: Cursor | null },
  now: number,
) {
  const assessable = await assessableBy(viewer, now);
  if (assessable.length === 0) return { belts: [], reviews: [], next: null };
  const { isMine, where } = waiting(viewer, assessable, belt);
  const rows = await db.read
    .select({
      id: evidence.id,
      requirement: evidence.requirement,
      kind: evidence.kind,
      round: evidence.round,
      submittedAt: evidence.submittedAt,
      person: people.name,
    })
    .from(evidence)
    .innerJoin(people, eq(people.id, evidence.personId))
    .leftJoin(evidenceSteps, isMine)
    .where(and(where, beyond(evidence.submittedAt, evidence.id, after, 'ascending')))
    .orderBy(asc(evidence.submittedAt), asc(evidence.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const approvals = await approvalsOf(page);
  const last = page.at(-1);
  return {
    belts: beltRules()
      .belts.filter(
        ({ requirements }) => assessable === 'all' || requirements.some(({ id }) => assessable.includes(id)),
      )
      .map(({ key, name }) => ({ key, name })),
    reviews: page.map(({ requirement, round, submittedAt, ...row }) => ({
      ...row,
      submittedAt: submittedAt!,
      isAgain: round > 1,
      what: requirementWords(requirement),
      belt: askedFor(requirement)?.belt.name ?? null,
      approvals: approvals.get(`${row.id} ${round}`) ?? 0,
    })),
    next: rows.length > PAGE && last ? writeCursor({ order: last.submittedAt!, id: last.id }) : null,
  };
}

/** How many approvals each of these has in each round. */
async function approvalsOf(rows: { id: string }[]): Promise<Map<string, number>> {
  const approvals = new Map<string, number>();
  if (rows.length === 0) return approvals;
  const ids = rows.map(({ id }) => id);
  const steps = await db.read
    .select({ id: evidenceSteps.evidenceId, round: evidenceSteps.round, step: evidenceSteps.step })
    .from(evidenceSteps)
    .where(inArray(evidenceSteps.evidenceId, ids));
  for (const { id, round, step } of steps)
    if (step === 'approved') approvals.set(`${id} ${round}`, (approvals.get(`${id} ${round}`) ?? 0) + 1);
  return approvals;
}

/** How many wait for somebody's eyes. */
export async function reviewsWaitingFor(viewer: Viewer, now: number): Promise<number> {
  const assessable = await assessableBy(viewer, now);
  if (assessable.length === 0) return 0;
  const { isMine, where } = waiting(viewer, assessable, null);
  const [row] = await db.read
    .select({ waiting: count() })
    .from(evidence)
    .innerJoin(people, eq(people.id, evidence.personId))
    .leftJoin(evidenceSteps, isMine)
    .where(where);
  return row?.waiting ?? 0;
}

const own = {
  id: evidence.id,
  requirement: evidence.requirement,
  state: evidence.state,
  kind: evidence.kind,
  createdAt: evidence.createdAt,
};

const inWords = <R extends { requirement: string }>(row: R) => ({
  ...row,
  what: requirementWords(row.requirement),
  belt: askedFor(row.requirement)?.belt.name ?? null,
});

/** What somebody brought, the newest first: at most twenty. */
export const evidenceOf = async (personId: string) =>
  (
    await db.read
      .select(own)
      .from(evidence)
      .where(eq(evidence.personId, personId))
      .orderBy(desc(evidence.createdAt), desc(evidence.id))
      .limit(MOST_OWN)
  ).map(inWords);

/** What somebody has under way: a draft, with the assessors, or back with them. The newest first. */
export const evidenceUnderWayOf = async (personId: string) =>
  (
    await db.read
      .select(own)
      .from(evidence)
      .where(and(eq(evidence.personId, personId), isNotNull(evidence.ongoing)))
      .orderBy(desc(evidence.createdAt), desc(evidence.id))
      .limit(MOST_OWN)
  ).map(inWords);
