/** Two decide on an award, neither of them close to whom it is for. */
import { and, asc, eq } from 'drizzle-orm';

import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { recordFact, undoFacts } from '#app/facts/facts.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { people } from '#db/schema/accounts.ts';
import { nominations, nominationVotes } from '#db/schema/recognition.ts';

import { awardNamed } from './award.server.ts';
import { hasOptedOut } from './choices.server.ts';
import { isDecider } from './deciders.server.ts';
import { decide, mayBeTakenBack } from './nomination.ts';
import { isHere } from './nomination-refusal.server.ts';
import { type NominationRow, visibleNomination } from './visible-nomination.server.ts';

type Saying = { vote: 'yes' | 'no'; note: string };
type Refused = { refused: 'not-yours' | 'decided' | 'already' | 'left' };

/**
 * Says yes or no. The vote that decides gives the award, or declines it, in the same transaction. Nobody votes twice, and
 * the same vote sent again changes nothing. Null when it is not theirs to see.
 */
export async function voteOn(
  viewer: Viewer,
  id: string,
  { vote, note }: Saying,
  now: number,
): Promise<{ state: NominationRow['state'] } | Refused | null> {
  return db.write(async (tx) => {
    const found = await visibleNomination(viewer, id, now);
    if (!found || found.part === 'nominee') return null;
    const { nomination, part } = found;
    if (part !== 'decider' || !(await isDecider(viewer, now))) return { refused: 'not-yours' };
    const before = await votesOn(tx, id);
    const mine = before.find(({ byId }) => byId === viewer.id);
    if (mine) return mine.vote === vote ? { state: nomination.state } : { refused: 'already' };
    if (nomination.state !== 'open') return { refused: 'decided' };
    if (!(await isHere(tx, viewer.id)) || !(await isHere(tx, nomination.personId)))
      return { refused: 'left' };
    await tx.insert(nominationVotes).values({ nominationId: id, byId: viewer.id, vote, note, at: now });
    const state = decide([...before, { byId: viewer.id, vote }]);
    if (state === 'open') return { state };
    await tx
      .update(nominations)
      .set({ state, decidedAt: now, ongoing: null })
      .where(and(eq(nominations.id, id), eq(nominations.state, 'open')));
    if (state === 'given') await give(tx, nomination, viewer, now);
    else await tellDeclined(tx, nomination, now);
    return { state };
  });
}

const votesOn = (tx: Tx, id: string) =>
  tx
    .select({ byId: nominationVotes.byId, vote: nominationVotes.vote })
    .from(nominationVotes)
    .where(eq(nominationVotes.nominationId, id))
    .orderBy(asc(nominationVotes.at), asc(nominationVotes.byId));

const source = (id: string) => ({ room: 'recognition', id });

async function give(tx: Tx, { id, award, personId, byId }: NominationRow, by: Viewer, now: number) {
  await recordFact(tx, {
    kind: 'awarded',
    personId,
    at: now,
    source: source(id),
    details: { award, nomination: id },
    by: by.id,
    now,
  });
  const name = (await awardNamed(award))?.name ?? award;
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId));
  await tell(tx, {
    personId: byId,
    kind: 'recognition',
    text: `${name} was given to ${person?.name}, whom you put forward. Thank you for speaking up for them.`,
    path: paths.nomination(id),
    now,
  });
}

async function tellDeclined(tx: Tx, { id, award, byId }: NominationRow, now: number) {
  const name = (await awardNamed(award))?.name ?? award;
  await tell(tx, {
    personId: byId,
    kind: 'recognition',
    text: `${name} was not given this time. Nobody but you and those who decided knows; what you saw in your colleague was worth saying.`,
    path: paths.nomination(id),
    now,
  });
}

/** Takes one's vote back while it has decided nothing. Null when there is none. */
export async function takeVoteBack(
  viewer: Viewer,
  id: string,
): Promise<{ id: string } | { refused: 'decided' } | null> {
  return db.write(async (tx) => {
    const mine = and(eq(nominationVotes.nominationId, id), eq(nominationVotes.byId, viewer.id));
    const [nomination] = await tx
      .select({ state: nominations.state })
      .from(nominationVotes)
      .innerJoin(nominations, eq(nominations.id, nominationVotes.nominationId))
      .where(mine);
    if (!nomination) return null;
    if (nomination.state !== 'open') return { refused: 'decided' };
    await tx.delete(nominationVotes).where(mine);
    return { id };
  });
}

/**
 * An organiser takes a given award back within a day, for a reason that those it concerns are told. Null when it is not
 * theirs to see.
 */
export async function takeAwardBack(
  viewer: Viewer,
  id: string,
  reason: string,
  now: number,
): Promise<{ id: string } | { refused: 'not-yours' | 'too-late' } | null> {
  return db.write(async (tx) => {
    const found = await visibleNomination(viewer, id, now);
    if (!found) return null;
    const { nomination, part } = found;
    if (part !== 'decider' || !may(viewer, 'arrange-recognition')) return { refused: 'not-yours' };
    if (nomination.state === 'taken-back') return { id };
    if (!mayBeTakenBack(nomination, now)) return { refused: 'too-late' };
    await tx
      .update(nominations)
      .set({ state: 'taken-back', takenBackAt: now, takenBackBy: viewer.id, takenBackWhy: reason })
      .where(and(eq(nominations.id, id), eq(nominations.state, 'given')));
    await undoFacts(tx, { ...source(id), kind: 'awarded' }, { by: viewer.id, now });
    const name = (await awardNamed(nomination.award))?.name ?? nomination.award;
    const text = `${name} was taken back by ${viewer.name}: ${reason}`;
    const { personId, byId } = nomination;
    // Who opted out was not told that it was theirs.
    if (!(await hasOptedOut(personId)))
      await tell(tx, { personId, kind: 'recognition', text, path: paths.awards(), now });
    await tell(tx, { personId: byId, kind: 'recognition', text, path: paths.nomination(id), now });
    return { id };
  });
}
