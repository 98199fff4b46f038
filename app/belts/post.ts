import type { State } from '#app/channels/announcement.ts';

const SECOND = 1000;
/** How long somebody may think better of it. */
export const WAITS_BEFORE = 60 * SECOND;

type Promotion = { toPostAt: number | null; postedAt: number | null };
/** not-asked; waiting: it can be taken back; under-way: handed over, maybe in vain so far; posted; failed: given up. */
export type PostState = 'not-asked' | 'waiting' | 'under-way' | 'posted' | 'failed';

/** Where telling the guild's channels of a promotion stands, given how far each of them is. */
export function postState(
  { toPostAt, postedAt }: Promotion,
  standing: readonly { state: State; attempts: number }[],
  now: number,
): PostState {
  if (postedAt !== null || standing.some(({ state }) => state === 'sent')) return 'posted';
  if (toPostAt === null || standing.length === 0) return 'not-asked';
  const waiting = standing.filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return 'failed';
  return now < toPostAt + WAITS_BEFORE && waiting.every(({ attempts }) => attempts === 0)
    ? 'waiting'
    : 'under-way';
}
