import { zoneHere } from '#app/accounts/organisation.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { day } from '#app/ui/time.ts';

import type { ShownGoal } from './goal-card.tsx';
import { areEnough, goalOf, pointsOf, seasonsAt, visibleSquadGoal } from './goals.server.ts';
import { recognitionSettings } from './rules.server.ts';
import { seasonWords } from './season.ts';

/** A squad's goal for this season as its own people see it; null when it isn't somebody's to see. */
export async function goalCardOf(viewer: Viewer, squadId: string, now: number) {
  const seen = await visibleSquadGoal(viewer, squadId, now);
  if (!seen) return null;
  const { season } = await seasonsAt(now);
  return { ...seen, goal: await shownGoal(squadId, season, seen.isEnough) };
}

/** And for the next, with what could be aimed for. */
export async function goalPageOf(viewer: Viewer, squadId: string, now: number) {
  const card = await goalCardOf(viewer, squadId, now);
  if (!card) return null;
  const { last, next } = await seasonsAt(now);
  const { firstTarget } = recognitionSettings();
  const wereEnough = card.isEnough && (await areEnough(squadId, last, now));
  const lastSum = wereEnough ? ((await pointsOf([squadId], last)).get(squadId) ?? 0) : 0;
  return {
    ...card,
    next: await shownGoal(squadId, next, card.isEnough),
    lastSum,
    suggested: Math.max(lastSum, firstTarget),
  };
}

async function shownGoal(squadId: string, season: string, isEnough: boolean): Promise<ShownGoal> {
  const zone = await zoneHere();
  const found = await goalOf(squadId, season, isEnough);
  const { seasonMonths, leastPeople: least } = recognitionSettings();
  const words = seasonWords(season, seasonMonths);
  if (!found) return { season: words, least, figures: null };
  const { points, goal, before, reachedAt } = found;
  return {
    season: words,
    least,
    figures: {
      points,
      target: goal?.target ?? null,
      setBy: goal ? `Set by ${goal.by} on ${day(goal.setAt, zone)}.` : '',
      before: before ? `Before that it was ${before.target}, set by ${before.by}.` : '',
      reached: reachedAt === null ? '' : day(reachedAt, zone),
    },
  };
}
