/** What becomes of a reward somebody asked for. Where it ends, its size and address are gone in the same transaction. */
import { and, eq, sql } from 'drizzle-orm';

import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { rewardRequests, rewardsShipped } from '#db/schema/recognition.ts';

import { noteRewardStep } from './asking.server.ts';
import { grantsOf } from './grants.server.ts';
import { isHere } from './nomination-refusal.server.ts';
import { nameOf } from './reward.ts';
import { isHolding, type Part, type Refusal, type State, type Step, take } from './reward-request.ts';
import { rewardNamed } from './rewards.server.ts';
import { scrubSoon } from './scrubbing.server.ts';

export type RequestRow = typeof rewardRequests.$inferSelect;

/** A request through the eyes of whoever asks, and what they are to it: its person's own, and organisers'. */
export async function visibleRequest(
  viewer: Viewer,
  id: string,
): Promise<{ request: RequestRow; part: Part } | null> {
  const [request] = await db.read.select().from(rewardRequests).where(eq(rewardRequests.id, id));
  if (!request) return null;
  if (request.personId === viewer.id) return { request, part: 'person' };
  return may(viewer, 'arrange-recognition') ? { request, part: 'organiser' } : null;
}

/** Takes a step for a request. Taken already, it changes nothing. Null when it is not theirs to see. */
export async function takeRewardStep(
  viewer: Viewer,
  id: string,
  step: Step,
  { note = '', now }: { note?: string; now: number },
): Promise<{ state: State } | { refused: Refusal } | null> {
  const taken = await db.write(async (tx) => {
    const found = await visibleRequest(viewer, id);
    if (!found) return null;
    const { request, part } = found;
    const given = await grantsOf(request.personId);
    const around = {
      part,
      isHere: await isHere(tx, request.personId),
      isGranted: given.some((one) => nameOf(one) === request.grantedFor),
    };
    const after = take(step, request.state, around);
    if ('refused' in after) return after.refused === 'not-now' && isDone(step, request) ? request : after;
    await tx
      .update(rewardRequests)
      .set({
        state: after.state,
        ...(!isHolding(after.state) && { size: '', address: null }),
        ...((after.state === 'declined' || after.state === 'withdrawn') && { once: null }),
      })
      .where(and(eq(rewardRequests.id, id), eq(rewardRequests.state, request.state)));
    if (step === 'shipped') await countShipped(tx, request);
    await noteRewardStep(tx, { requestId: id, step, byId: viewer.id, at: now, note });
    if (part === 'organiser') await tellOfStep(tx, request, step, now);
    return after;
  });
  if (taken && 'state' in taken && !isHolding(taken.state)) scrubSoon();
  return taken && ('state' in taken ? { state: taken.state } : taken);
}

const isDone = (step: Step, { state }: RequestRow): boolean =>
  step === state || (step === 'reopened' && state === 'requested');

/** Neither to whom nor when: no size is known of anybody afterwards. */
const countShipped = (tx: Tx, { reward, size }: RequestRow) =>
  tx
    .insert(rewardsShipped)
    .values({ reward, size, many: 1 })
    .onConflictDoUpdate({
      target: [rewardsShipped.reward, rewardsShipped.size],
      set: { many: sql`${rewardsShipped.many} + 1` },
    });

const words: Record<Step, (name: string) => string> = {
  approved: (name) => `${name}: yours. It is being made ready.`,
  reopened: (name) => `${name}: somebody looks at it once more before it is made ready.`,
  shipped: (name) => `${name}: on its way to you. What you wrote for it to reach you is deleted here.`,
  declined: (name) => `${name}: it cannot be given this time. An organiser says why.`,
  withdrawn: (name) => `${name}: withdrawn while your account was closed. You can ask for it again.`,
};

const tellOfStep = (tx: Tx, { id, personId, reward }: RequestRow, step: Step, now: number) =>
  tell(tx, {
    personId,
    kind: 'recognition',
    text: words[step](rewardNamed(reward)?.name ?? reward),
    path: paths.rewardRequest(id),
    now,
  });
