/** Rewards and requests as pages show them. */
import { and, asc, desc, eq } from 'drizzle-orm';

import { may } from '#app/accounts/permissions.ts';
import { namesOf } from '#app/accounts/people.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { beyond } from '#db/keyset.ts';
import { people } from '#db/schema/accounts.ts';
import { rewardRequests, rewardSteps } from '#db/schema/recognition.ts';

import { askedBy } from './asking.server.ts';
import { visibleRequest } from './fulfilling.server.ts';
import { grantsOf } from './grants.server.ts';
import { recognisedAs } from './recognised-words.server.ts';
import { nameOf, notYet, type Reward, sizesOf } from './reward.ts';
import { isHolding, type State } from './reward-request.ts';
import { rewardNamed, rewards } from './rewards.server.ts';
import { leftOf } from './stock.server.ts';

const PAGE = 30;
const MOST_OWN = 20;

/** The rewards there are, and what of them somebody may ask for now. */
export async function catalogueFor(viewer: Viewer, now: number) {
  const asked = await askedBy(viewer.id, now);
  const all = [];
  for (const reward of rewards()) {
    const { key, name, about, picture = null, sizes } = reward;
    const left = await leftOf(key);
    const free = sizesOf(reward).reduce((sum, size) => sum + (left.get(size) ?? 0), 0);
    all.push({ key, name, about, picture, sizes, notYet: notYet(circumstances(reward, asked, free)) });
  }
  return all;
}

const circumstances = (reward: Reward, asked: Awaited<ReturnType<typeof askedBy>>, left: number) => ({
  entitling: asked.entitling(reward).length,
  thisYear: asked.thisYear(reward),
  aYear: reward.aYear,
  left,
});

/** A reward as its page shows it: the sizes that are left, and for what of their own somebody may ask for it. */
export async function rewardPage(viewer: Viewer, key: string, now: number) {
  const reward = rewardNamed(key);
  if (!reward) return null;
  const [asked, left] = [await askedBy(viewer.id, now), await leftOf(key)];
  const sizes = sizesOf(reward).map((size) => ({ size, isLeft: (left.get(size) ?? 0) > 0 }));
  const grants = await Promise.all(
    asked.entitling(reward).map(async (grant) => ({
      name: nameOf(grant),
      words: (await recognisedAs(grant.gives as 'award' | 'achievement', grant.what)).name,
      at: grant.at,
    })),
  );
  const free = sizes.filter(({ isLeft }) => isLeft).length;
  const { name, about, picture = null, ships, aYear } = reward;
  return {
    reward: { key, name, about, picture, ships, aYear, for: await forWords(reward) },
    sizes,
    grants,
    notYet: notYet(circumstances(reward, asked, free)),
  };
}
export type RewardPageData = NonNullable<Awaited<ReturnType<typeof rewardPage>>>;

/** What entitles to a reward, in words. */
const forWords = (reward: Reward) =>
  Promise.all(
    reward.for.map(async (one) => {
      const [kind, what] = one.split(':') as ['award' | 'achievement', string | undefined];
      if (what) return (await recognisedAs(kind, what)).name;
      return kind === 'award' ? 'any award' : 'any achievement';
    }),
  );

const columns = {
  id: rewardRequests.id,
  reward: rewardRequests.reward,
  state: rewardRequests.state,
  requestedAt: rewardRequests.requestedAt,
};
const named = <R extends { reward: string }>(row: R) => ({
  ...row,
  reward: rewardNamed(row.reward)?.name ?? row.reward,
});

/** What somebody asked for, the newest first: at most twenty. */
export const requestsBy = async (personId: string) =>
  (
    await db.read
      .select(columns)
      .from(rewardRequests)
      .where(eq(rewardRequests.personId, personId))
      .orderBy(desc(rewardRequests.requestedAt), desc(rewardRequests.id))
      .limit(MOST_OWN)
  ).map(named);

/** The requests in a state, the oldest first, from after a place on. For organisers. */
export async function requestsPage(viewer: Viewer, state: State, after: Cursor | null) {
  const rows = await db.read
    .select({ ...columns, person: people.name, leftAt: people.deactivatedAt, personId: people.id })
    .from(rewardRequests)
    .innerJoin(people, eq(people.id, rewardRequests.personId))
    .where(
      and(
        eq(rewardRequests.state, state),
        beyond(rewardRequests.requestedAt, rewardRequests.id, after, 'ascending'),
      ),
    )
    .orderBy(asc(rewardRequests.requestedAt), asc(rewardRequests.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    requests: page.map(({ leftAt, personId, ...row }) => ({
      ...named(row),
      isHere: leftAt === null,
      isOwn: personId === viewer.id,
    })),
    next: rows.length > PAGE && last ? writeCursor({ order: last.requestedAt, id: last.id }) : null,
  };
}

/** How many requests wait for an organiser's answer; null for who is none. */
export const requestsWaitingFor = async (viewer: Viewer): Promise<number | null> =>
  may(viewer, 'arrange-recognition')
    ? db.read.$count(rewardRequests, eq(rewardRequests.state, 'requested'))
    : null;

/** A request with its steps, for its person and organisers; null when it is not theirs to see. */
export async function requestPage(viewer: Viewer, id: string) {
  const found = await visibleRequest(viewer, id);
  if (!found) return null;
  const { request, part } = found;
  const [person] = await db.read.select().from(people).where(eq(people.id, request.personId));
  const steps = await db.read
    .select()
    .from(rewardSteps)
    .where(eq(rewardSteps.requestId, id))
    .orderBy(asc(rewardSteps.at), asc(rewardSteps.id));
  const names = await namesOf(steps.map(({ byId }) => byId));
  const grant = (await grantsOf(request.personId)).find((one) => nameOf(one) === request.grantedFor);
  const reward = rewardNamed(request.reward);
  return {
    id,
    part,
    state: request.state,
    isHolding: isHolding(request.state),
    reward: { key: request.reward, name: reward?.name ?? request.reward, picture: reward?.picture ?? null },
    person: { name: person?.name ?? '', isHere: person?.deactivatedAt === null },
    size: request.size,
    address: request.address,
    grantedFor: grant ? (await recognisedAs(grant.gives as 'award' | 'achievement', grant.what)).name : null,
    steps: steps.map(({ id: stepId, step, byId, at, note }) => ({
      id: stepId,
      step,
      by: names.get(byId) ?? '',
      at,
      note,
    })),
  };
}
export type RequestPageData = NonNullable<Awaited<ReturnType<typeof requestPage>>>;
