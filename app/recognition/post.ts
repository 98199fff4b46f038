import type { State } from '#app/channels/announcement.ts';

const SECOND = 1000;
/** How long somebody may think better of it. */
export const WAITS_BEFORE = 60 * SECOND;

/** not-asked; waiting: it can be taken back; under-way: handed over; posted; failed: no channel took it. */
export type PostState = 'not-asked' | 'waiting' | 'under-way' | 'posted' | 'failed';

/** Where telling the guild's channels of a showing stands, given how far each of them is. */
export function postState(
  toPostAt: number | null,
  standing: readonly { state: State; attempts: number }[],
  now: number,
): PostState {
  if (standing.some(({ state }) => state === 'sent')) return 'posted';
  if (toPostAt === null || standing.length === 0) return 'not-asked';
  const waiting = standing.filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return 'failed';
  const canGoBack = now < toPostAt + WAITS_BEFORE && waiting.every(({ attempts }) => attempts === 0);
  return canGoBack ? 'waiting' : 'under-way';
}

/** What channels are told of: an achievement stays on the wall. */
export const isPostable = (kind: string): kind is 'thanks' | 'award' => kind === 'thanks' || kind === 'award';

/** Whether something of one's own is seen. `showing`: what stands on the wall; null: it is its person's alone. */
export type ShowState = { showing: { id: string; post: PostState | null } | null };
