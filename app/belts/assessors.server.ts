/** Who looks at what others show: holders of the belt that a requirement belongs to, and organisers. */
import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';

import { beltOf } from './rules.ts';
import { beltRules } from './rules.server.ts';
import { isHeld } from './belt-state.ts';
import { holdsBelt, standingOf } from './standing.server.ts';

/** Whether somebody may look at this evidence and decide on it; nobody may on their own. */
export async function mayAssess(
  viewer: Viewer,
  evidence: { personId: string; requirement: string },
  now: number,
): Promise<boolean> {
  if (evidence.personId === viewer.id) return false;
  if (may(viewer, 'arrange-belts')) return true;
  const belt = beltOf(beltRules(), evidence.requirement);
  return belt !== null && (await holdsBelt(viewer.id, belt.key, now));
}

/** The requirements somebody may assess; `all` for an organiser, who also sees what belongs to none any more. */
export async function assessableBy(viewer: Viewer, now: number): Promise<'all' | string[]> {
  if (may(viewer, 'arrange-belts')) return 'all';
  const { belts } = await standingOf(viewer.id, now);
  const held = new Set(belts.filter(({ state }) => isHeld(state)).map(({ belt }) => belt));
  return beltRules()
    .belts.filter(({ key }) => held.has(key))
    .flatMap(({ requirements }) => requirements.map(({ id }) => id));
}
