import { and, asc, eq, gt, inArray, isNull, lte } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { enrolments } from '#db/schema/champions.ts';
import { squadMembers, squads } from '#db/schema/squads.ts';

import type { Audience } from './audience.ts';

/** People from after one id up to another, both in the order of ids. */
export type Stretch = { after: string; until: string };

/** Whoever has an account, closed or not, comes in a stretch of so many; null: nobody comes after this id. */
export async function stretchAfter(after: string, most: number): Promise<Stretch | null> {
  const rows = await db.read
    .select({ id: people.id })
    .from(people)
    .where(gt(people.id, after))
    .orderBy(asc(people.id))
    .limit(most);
  return rows.length === 0 ? null : { after, until: rows.at(-1)!.id };
}

/**
 * Whom an audience takes in of a stretch of people, each with the squad they count for: of several that fit, the one they
 * have been in the longest; null for somebody in none.
 */
export async function askedWithin(audience: Audience, stretch: Stretch): Promise<Map<string, string | null>> {
  const rows = await (audience.kind === 'champions' ? championsIn(stretch) : membersIn(audience, stretch));
  const asked = new Map<string, string | null>();
  for (const { personId, squadId } of rows) {
    if (asked.get(personId)) continue;
    asked.set(personId, squadId);
  }
  return asked;
}

const within = ({ after, until }: Stretch) =>
  and(gt(people.id, after), lte(people.id, until), isNull(people.deactivatedAt));

const chosen = (audience: Audience) =>
  audience.kind === 'squads'
    ? inArray(squads.id, audience.squads)
    : audience.kind === 'areas'
      ? inArray(squads.area, audience.areas)
      : undefined;

async function membersIn(audience: Exclude<Audience, { kind: 'champions' }>, stretch: Stretch) {
  const members = db.read
    .select({ personId: people.id, squadId: squads.id })
    .from(people)
    .innerJoin(squadMembers, and(eq(squadMembers.personId, people.id), isNull(squadMembers.leftAt)))
    .innerJoin(squads, and(eq(squads.id, squadMembers.squadId), isNull(squads.archivedAt)))
    .where(and(within(stretch), chosen(audience)))
    .orderBy(asc(squadMembers.joinedAt), asc(squadMembers.id));
  if (audience.kind !== 'everyone') return members;
  const everyone = await db.read.select({ personId: people.id }).from(people).where(within(stretch));
  return [...(await members), ...everyone.map(({ personId }) => ({ personId, squadId: null }))];
}

const championsIn = (stretch: Stretch) =>
  db.read
    .select({ personId: people.id, squadId: squads.id })
    .from(people)
    .innerJoin(enrolments, and(eq(enrolments.personId, people.id), eq(enrolments.state, 'active')))
    .innerJoin(squads, and(eq(squads.id, enrolments.squadId), isNull(squads.archivedAt)))
    .where(within(stretch))
    .orderBy(asc(enrolments.activeAt), asc(enrolments.id));
