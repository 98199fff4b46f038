/** One nomination as its pages show it. */
import { eq } from 'drizzle-orm';

import { may } from '#app/accounts/permissions.ts';
import { namesOf } from '#app/accounts/people.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';

import { awardNamed } from './award.server.ts';
import { grantsOf } from './grants.server.ts';
import { mayBeTakenBack } from './nomination.ts';
import { votesOf } from './nominations.server.ts';
import { showStates } from './own-page.server.ts';
import { type NominationRow, visibleNomination } from './visible-nomination.server.ts';

/**
 * A nomination as its page shows it: to its nominator what they wrote and what came of it, to those who decide who says
 * what, once they have said it themselves. Null when it is not theirs to see; whoever it is for has a page of their own.
 */
export async function nominationPage(viewer: Viewer, id: string, now: number) {
  const found = await visibleNomination(viewer, id, now);
  if (!found || found.part === 'nominee') return null;
  const { nomination, part } = found;
  const [votes, award, names] = await Promise.all([
    votesOf([id]),
    awardNamed(nomination.award),
    namesOf([nomination.personId, nomination.byId, nomination.takenBackBy]),
  ]);
  const [person] = await db.read
    .select({ deactivatedAt: people.deactivatedAt })
    .from(people)
    .where(eq(people.id, nomination.personId));
  const mine = votes.find(({ byId }) => byId === viewer.id) ?? null;
  const isTold = part === 'decider' && (mine !== null || nomination.state !== 'open');
  const voters = isTold ? await namesOf(votes.map(({ byId }) => byId)) : null;
  return {
    id,
    part,
    state: nomination.state,
    award: awardWords(nomination.award, award),
    person: { name: names.get(nomination.personId) ?? '', isHere: person?.deactivatedAt === null },
    by: part === 'decider' ? (names.get(nomination.byId) ?? '') : null,
    isNamed: nomination.nominator === 'named',
    reason: nomination.reason,
    nominatedAt: nomination.nominatedAt,
    decidedAt: nomination.decidedAt,
    takenBack: takenBackWords(nomination, names),
    voted: votes.length,
    votes: voters
      ? votes.map(({ byId, vote, note, at }) => ({ by: voters.get(byId) ?? '', vote, note, at }))
      : null,
    isMine: mine !== null,
    mayTakeBack: part === 'decider' && may(viewer, 'arrange-recognition') && mayBeTakenBack(nomination, now),
  };
}
export type NominationPageData = NonNullable<Awaited<ReturnType<typeof nominationPage>>>;

const awardWords = (key: string, award: Awaited<ReturnType<typeof awardNamed>>) => ({
  key,
  name: award?.name ?? key,
  about: award?.about ?? '',
  picture: award?.picture ?? null,
});

const takenBackWords = (
  { takenBackAt, takenBackBy, takenBackWhy }: NominationRow,
  names: Map<string, string>,
) =>
  takenBackAt === null
    ? null
    : { at: takenBackAt, by: names.get(takenBackBy ?? '') ?? '', why: takenBackWhy ?? '' };

/** An award that was given, for whom it was given to: what for, and by whom where they may know. */
export async function celebration(viewer: Viewer, id: string, now: number) {
  const found = await visibleNomination(viewer, id, now);
  if (found?.part !== 'nominee') return null;
  const { nomination } = found;
  const isNamed = nomination.nominator === 'named';
  const names = await namesOf([isNamed ? nomination.byId : null]);
  const what = { kind: 'award' as const, subject: nomination.award };
  const isGranted = (await grantsOf(viewer.id)).some(
    ({ gives, what: key }) => gives === what.kind && key === what.subject,
  );
  const [state] = await showStates(viewer, [what], now);
  return {
    award: awardWords(nomination.award, await awardNamed(nomination.award)),
    by: names.get(nomination.byId) ?? null,
    reason: nomination.reason,
    givenAt: nomination.decidedAt ?? nomination.nominatedAt,
    // The rules look at it a moment after it is decided.
    show: isGranted ? { what, state: state! } : null,
  };
}
