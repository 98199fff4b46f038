/** Asking for a reward: takes one from the shelf from that moment on. */
import { isDeepStrictEqual } from 'node:util';

import { and, eq, inArray, notInArray } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { organisersBut } from '#app/belts/evidence-telling.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { rewardRequests, rewardSteps } from '#db/schema/recognition.ts';

import { grantsOf } from './grants.server.ts';
import { isHere } from './nomination-refusal.server.ts';
import { entitling, nameOf, notYet, type Reward, sizesOf } from './reward.ts';
import type { RequestDraft, RequestRefusal } from './reward-form.ts';
import { monthOf } from './season.ts';
import { leftOf } from './stock.server.ts';

/** How somebody stands with rewards: what each grant of theirs has been spent on, and how many of each this year. */
export async function askedBy(personId: string, now: number) {
  const [zone, given, rows] = [
    await zoneHere(),
    await grantsOf(personId),
    await db.read
      .select({
        reward: rewardRequests.reward,
        once: rewardRequests.once,
        requestedAt: rewardRequests.requestedAt,
      })
      .from(rewardRequests)
      .where(
        and(
          eq(rewardRequests.personId, personId),
          notInArray(rewardRequests.state, ['declined', 'withdrawn']),
        ),
      ),
  ];
  const yearOf = (at: number) => monthOf(at, zone).slice(0, 4);
  const spent = new Set(rows.flatMap(({ once }) => once ?? []));
  return {
    entitling: (reward: Reward) => entitling(reward, given, spent),
    thisYear: (reward: Reward) =>
      rows.filter((row) => row.reward === reward.key && yearOf(row.requestedAt) === yearOf(now)).length,
  };
}

/**
 * Asks for a reward on the strength of something one was given. Of two who ask for the last at once, one is given it and
 * the other refused. The same form sent twice is one request; for another reward or grant, or once that one has ended, it is
 * another.
 */
export async function askFor(
  by: Pick<Viewer, 'id'>,
  reward: Reward,
  { id: formId, grant, size, address }: RequestDraft,
  now: number,
): Promise<{ id: string } | { refused: RequestRefusal | 'left' }> {
  return db.write(async (tx) => {
    const [sent] = await tx
      .select({
        personId: rewardRequests.personId,
        reward: rewardRequests.reward,
        grantedFor: rewardRequests.grantedFor,
        hasEnded: inArray(rewardRequests.state, ['declined', 'withdrawn']).mapWith(Boolean),
      })
      .from(rewardRequests)
      .where(eq(rewardRequests.id, formId));
    const same = { personId: by.id, reward: reward.key, grantedFor: grant, hasEnded: false };
    if (sent && isDeepStrictEqual(sent, same)) return { id: formId };
    if (!(await isHere(tx, by.id))) return { refused: 'left' };
    if (!sizesOf(reward).includes(size)) return { refused: 'size' };
    if (reward.ships && address === '') return { refused: 'address' };
    const asked = await askedBy(by.id, now);
    const free = asked.entitling(reward);
    const left = (await leftOf(reward.key)).get(size) ?? 0;
    const { aYear } = reward;
    const refused = notYet({ entitling: free.length, thisYear: asked.thisYear(reward), aYear, left });
    const chosen = free.find((one) => nameOf(one) === grant);
    if (refused === 'nothing-for-it' || (!refused && !chosen)) return { refused: 'grant' };
    if (refused) return { refused };
    const id = sent ? newId() : formId;
    await tx.insert(rewardRequests).values({
      id,
      reward: reward.key,
      personId: by.id,
      grantedFor: grant,
      size,
      address: reward.ships ? address : null,
      state: 'requested',
      requestedAt: now,
      once: grant,
    });
    await noteRewardStep(tx, { requestId: id, step: 'requested', byId: by.id, at: now, note: '' });
    for (const personId of await organisersBut(by.id))
      await tell(tx, {
        personId,
        kind: 'recognition',
        text: `A reward was asked for: ${reward.name}.`,
        path: paths.rewardRequest(id),
        now,
      });
    return { id };
  });
}

/** Writes down that something happened to a request, in the transaction in which it does. */
export const noteRewardStep = (tx: Tx, step: Omit<typeof rewardSteps.$inferInsert, 'id'>) =>
  tx.insert(rewardSteps).values({ id: newId(), ...step });
