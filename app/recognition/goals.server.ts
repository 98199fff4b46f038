/** Goals of squads, through the eyes of those whose they are. */
import { and, desc, eq, inArray, isNull, lte } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { instantOf } from '#app/calendars/wall-time.ts';
import { notUndone } from '#app/facts/facts.server.ts';
import { membersOf } from '#app/squads/members.server.ts';
import { rolesInSquad } from '#app/squads/squad-roles.server.ts';
import { squadById } from '#app/squads/squads.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { grants, squadGoals, squadGoalsReached } from '#db/schema/recognition.ts';
import { squadMembers } from '#db/schema/squads.ts';

import { staying } from './goal.ts';
import { recognitionSettings } from './rules.server.ts';
import { monthOf, seasonAfter, seasonBefore, seasonOf } from './season.ts';

/** This season, the one before and the one after, by the organisation's calendar. */
export async function seasonsAt(now: number): Promise<{ last: string; season: string; next: string }> {
  const { seasonMonths } = recognitionSettings();
  const season = seasonOf(monthOf(now, await zoneHere()), seasonMonths);
  return { last: seasonBefore(season, seasonMonths), season, next: seasonAfter(season, seasonMonths) };
}

/** A squad at work whose goal is somebody's to see; null when it isn't. `maySet`: it is theirs to set, too. */
export async function visibleSquadGoal(viewer: Viewer, squadId: string, now: number) {
  const squad = await squadById(squadId);
  if (!squad || squad.archivedAt !== null) return null;
  const members = await membersOf(squadId);
  const roles = await rolesInSquad(squadId, now);
  const maySet = members.some(({ id }) => id === viewer.id) || may(viewer, 'arrange-recognition');
  const holds = roles.some(({ personId, role }) => personId === viewer.id && role !== 'embedded');
  if (!maySet && !holds) return null;
  return { squad, maySet, isEnough: await areEnough(squadId, (await seasonsAt(now)).season, now) };
}

/**
 * Whether a squad's sum of a season (that has begun) may be shown: enough people are at work in it now, and as many were
 * for half of what has passed of the season.
 */
export async function areEnough(squadId: string, season: string, now: number): Promise<boolean> {
  const { leastPeople, seasonMonths } = recognitionSettings();
  if ((await membersOf(squadId)).length < leastPeople) return false;
  const zone = await zoneHere();
  const startOf = (month: string) => instantOf(`${month}-01T00:00`, zone)!.at;
  const span = { from: startOf(season), until: Math.min(now, startOf(seasonAfter(season, seasonMonths))) };
  const stays = await db.read
    .select({ personId: squadMembers.personId, from: squadMembers.joinedAt, until: squadMembers.leftAt })
    .from(squadMembers)
    .innerJoin(people, and(eq(people.id, squadMembers.personId), isNull(people.deactivatedAt)))
    .where(and(eq(squadMembers.squadId, squadId), lte(squadMembers.joinedAt, span.until)));
  return staying(stays, span) >= leastPeople;
}

/**
 * How a squad does in a season: null figures where it has too few people for a number not to point at one of them.
 * `before`: what the goal was until somebody set it to what it is.
 */
export async function goalOf(squadId: string, season: string, isEnough: boolean) {
  if (!isEnough) return null;
  const [sums, [goal, before], [reached]] = await Promise.all([
    pointsOf([squadId], season),
    db.read
      .select({ target: squadGoals.target, setAt: squadGoals.setAt, by: people.name })
      .from(squadGoals)
      .innerJoin(people, eq(people.id, squadGoals.setBy))
      .where(
        and(eq(squadGoals.squadId, squadId), eq(squadGoals.season, season), isNull(squadGoals.takenBackAt)),
      )
      .orderBy(desc(squadGoals.setAt), desc(squadGoals.id))
      .limit(2),
    db.read
      .select({ at: squadGoalsReached.reachedAt })
      .from(squadGoalsReached)
      .where(and(eq(squadGoalsReached.squadId, squadId), eq(squadGoalsReached.season, season))),
  ]);
  return {
    points: sums.get(squadId) ?? 0,
    goal: goal ?? null,
    before: before ?? null,
    reachedAt: reached?.at ?? null,
  };
}

/** What these squads have gathered in a season. */
export async function pointsOf(squadIds: readonly string[], season: string): Promise<Map<string, number>> {
  const rows = await db.read
    .select({ id: grants.id, squadId: grants.squadId, points: grants.points, undoes: grants.undoes })
    .from(grants)
    .where(and(inArray(grants.squadId, [...squadIds]), eq(grants.what, season), eq(grants.gives, 'points')));
  const sums = new Map<string, number>();
  for (const { squadId, points } of notUndone(rows)) sums.set(squadId!, (sums.get(squadId!) ?? 0) + points);
  return sums;
}
