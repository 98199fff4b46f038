import type { State } from './announcement.ts';

const SECOND = 1000;
/** How long somebody may think better of it. */
export const WAITS_BEFORE = 60 * SECOND;

/** not-asked; waiting: it can be taken back; under-way: handed over, maybe in vain so far; posted; failed: given up. */
export type PostState = 'not-asked' | 'waiting' | 'under-way' | 'posted' | 'failed';

/** Where telling the channels of something one's own stands: when its person asked, and how far each channel is. */
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
