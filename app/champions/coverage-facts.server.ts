import { and, count, eq, gt, inArray, isNotNull, isNull, max } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { memory, remember } from '#db/remember.server.ts';
import { people } from '#db/schema/accounts.ts';
import { coverageWaivers, enrolments } from '#db/schema/champions.ts';
import { squadMembers, squads } from '#db/schema/squads.ts';

import type { SquadFacts } from './coverage.ts';

const known = {
  squads: memory<Awaited<ReturnType<typeof squadsAtWork>>>(1),
  developers: memory<Map<string, number>>(1),
  enrolled: memory<Map<string, Enrolled>>(1),
};

/**
 * Every squad at work with what coverage has to know of it. Each query reads what is true now by an index, and of what
 * is over the squads' last champions alone: three years of history cost no more than one.
 */
export async function squadFacts(now: number): Promise<SquadFacts[]> {
  const rows = await remember(known.squads, 'now', squadsAtWork);
  const counted = await remember(known.developers, 'now', countedDevelopers);
  const enrolled = await remember(known.enrolled, 'now', enrolledBySquad);
  const vacant = rows.filter(({ id }) => !enrolled.get(id)?.champions).map(({ id }) => id);
  const [lastEnded, waivers] = await Promise.all([lastEndedOf(vacant), waiversNow(now)]);
  return rows.map((squad) => {
    const here = enrolled.get(squad.id);
    return {
      ...squad,
      developers: squad.developers ?? counted.get(squad.id) ?? 0,
      champions: here?.champions ?? 0,
      withoutTime: here?.withoutTime ?? 0,
      onboarding: here?.onboarding ?? 0,
      lastEndedAt: latest(here?.leftAt ?? null, lastEnded.get(squad.id) ?? null),
      waivers: waivers.get(squad.id) ?? [],
    };
  });
}

const squadsAtWork = () =>
  db.read
    .select({
      id: squads.id,
      name: squads.name,
      area: squads.area,
      criticality: squads.criticality,
      developers: squads.developers,
      createdAt: squads.createdAt,
    })
    .from(squads)
    .where(isNull(squads.archivedAt));

const latest = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b));

/** The members of squads for which nobody has stated a number. */
async function countedDevelopers(): Promise<Map<string, number>> {
  const rows = await db.read
    .select({ id: squads.id, members: count() })
    .from(squads)
    .innerJoin(squadMembers, and(eq(squadMembers.squadId, squads.id), isNull(squadMembers.leftAt)))
    .innerJoin(people, and(eq(people.id, squadMembers.personId), isNull(people.deactivatedAt)))
    .where(and(isNull(squads.archivedAt), isNull(squads.developers)))
    .groupBy(squads.id);
  return new Map(rows.map(({ id, members }) => [id, members]));
}

type Enrolled = {
  champions: number;
  withoutTime: number;
  onboarding: number;
  /** when a champion's account was closed, where nothing else has ended their time yet */
  leftAt: number | null;
};

/** Who serves and who is on their way, by squad. Whoever has left the organisation does neither. */
async function enrolledBySquad(): Promise<Map<string, Enrolled>> {
  const rows = await db.read
    .select({
      squadId: enrolments.squadId,
      state: enrolments.state,
      hours: enrolments.hoursPerMonth,
      leftAt: people.deactivatedAt,
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(inArray(enrolments.state, ['active', 'onboarding']));
  const squadsHere = new Map<string, Enrolled>();
  for (const { squadId, state, hours, leftAt } of rows) {
    const here = squadsHere.get(squadId) ?? { champions: 0, withoutTime: 0, onboarding: 0, leftAt: null };
    squadsHere.set(squadId, here);
    if (leftAt !== null) {
      if (state === 'active') here.leftAt = latest(here.leftAt, leftAt);
    } else if (state === 'onboarding') here.onboarding += 1;
    else {
      here.champions += 1;
      if (hours === null) here.withoutTime += 1;
    }
  }
  return squadsHere;
}

/** When the last champion of these squads stopped; who never got as far as serving does not count. */
async function lastEndedOf(ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.read
    .select({ id: enrolments.squadId, endedAt: max(enrolments.endedAt) })
    .from(enrolments)
    .where(
      and(inArray(enrolments.squadId, ids), isNotNull(enrolments.endedAt), isNotNull(enrolments.activeAt)),
    )
    .groupBy(enrolments.squadId);
  return new Map(rows.map(({ id, endedAt }) => [id, endedAt!]));
}

async function waiversNow(now: number): Promise<Map<string, SquadFacts['waivers']>> {
  const rows = await db.read
    .select({
      squadId: coverageWaivers.squadId,
      policy: coverageWaivers.policy,
      expiresAt: coverageWaivers.expiresAt,
    })
    .from(coverageWaivers)
    .where(and(gt(coverageWaivers.expiresAt, now), isNull(coverageWaivers.withdrawnAt)));
  const bySquad = new Map<string, SquadFacts['waivers']>();
  for (const { squadId, ...waiver } of rows) bySquad.set(squadId, [...(bySquad.get(squadId) ?? []), waiver]);
  return bySquad;
}
