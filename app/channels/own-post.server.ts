/** Something that channels are told of because its person asked for it, and that can be taken back for a minute. */
import type { Tx } from '#db/database.ts';

import type { Announceable } from './announcement.ts';
import { announce, isAnnounced, standingOf, takeBackAnnouncement } from './announcing.server.ts';
import { postState, type PostState, WAITS_BEFORE } from './post.ts';

/** `toPostAt`: when its person asked, epoch ms; null: they did not. */
type Own = { kind: Announceable; subjectId: string; toPostAt: number | null };

/** Where telling of it stands; null where nobody would hear of it. */
export async function ownPost({ kind, subjectId, toPostAt }: Own, now: number): Promise<PostState | null> {
  const state = postState(toPostAt, await standingOf(kind, subjectId), now);
  return state === 'not-asked' && !(await isAnnounced(kind)) ? null : state;
}

/** Has it told a minute from now. Answers to how many channels it goes. */
export const postOwn = (tx: Tx, { kind, subjectId }: Omit<Own, 'toPostAt'>, now: number): Promise<number> =>
  announce(tx, { kind, subjectId, now, notBefore: now + WAITS_BEFORE });

/** The same, or once more after it failed; refuses where it waits or was told, and where no channel is told of its kind. */
export async function askToPostOwn(
  tx: Tx,
  { kind, subjectId, toPostAt }: Own,
  now: number,
): Promise<{ asked: true } | { refused: 'no-channel' | 'already' }> {
  const standing = await standingOf(kind, subjectId);
  const state = postState(toPostAt, standing, now);
  if (state !== 'not-asked' && state !== 'failed') return { refused: 'already' };
  const willBeTold = (await postOwn(tx, { kind, subjectId }, now)) > 0;
  // Taken back while a channel failed, it waits there still, and goes out at the next attempt.
  const waits = standing.some((one) => one.state === 'waiting') && (await isAnnounced(kind));
  return willBeTold || waits ? { asked: true } : { refused: 'no-channel' };
}

/**
 * What waits to be told goes out no more, also where a channel failed and would be tried again: whoever had it told forgets
 * that they asked. False where it stands in a channel already: what went out is out.
 */
export async function takeBackOwn(tx: Tx, { kind, subjectId, toPostAt }: Own): Promise<boolean> {
  if (toPostAt === null) return true;
  const hasGoneOut = (await standingOf(kind, subjectId)).some(({ state }) => state === 'sent');
  await takeBackAnnouncement(tx, { kind, subjectId, notBefore: toPostAt + WAITS_BEFORE });
  return !hasGoneOut;
}
