/** What the rules need to know around a concern: who could hold it, who is away, how long a step may take. */
import { and, gt, inArray, isNull, or } from 'drizzle-orm';

import { championsOf } from '#app/champions/champions.server.ts';
import { advocatesOf } from '#app/squads/squad-roles.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import type { concerns } from '#db/schema/concerns.ts';
import { deputies } from '#db/schema/concerns.ts';

import type { Absence } from './absence.ts';
import type { Around } from './chain.ts';
import { calendarHere } from './content.server.ts';

type Concern = Pick<
  typeof concerns.$inferSelect,
  'squadId' | 'raisedBy' | 'holderId' | 'standsInFor' | 'clockFrom'
>;

/** Looks around a concern, as things are now. */
export async function around(concern: Concern, now: number): Promise<Around> {
  const { squadId, raisedBy, holderId, standsInFor, clockFrom } = concern;
  const others = (found: { id: string }[]) => found.map(({ id }) => id).filter((id) => id !== raisedBy);
  const champions = squadId === null ? [] : others(await championsOf(squadId));
  const advocates = squadId === null ? [] : others(await advocatesOf(squadId));
  const asked = [champions[0], advocates[0], holderId, standsInFor].filter((id) => typeof id === 'string');
  const absences = await absencesAround(asked, clockFrom ?? now);
  const here = await whoIsHere([
    ...asked,
    ...absences.flatMap(({ deputyId }) => (deputyId === null ? [] : [deputyId])),
  ]);
  return {
    champions,
    advocates,
    absences,
    canHold: (personId) => personId !== raisedBy && here.has(personId),
    calendar: await calendarHere(),
  };
}

/** When these people were away since a moment or will be, and their deputies, and those of their deputies. */
async function absencesAround(personIds: string[], since: number): Promise<Absence[]> {
  const absences: Absence[] = [];
  const known = new Set<string>();
  for (let asked = personIds; asked.length > 0;) {
    for (const id of asked) known.add(id);
    const found = await absencesOf(asked, since);
    absences.push(...found);
    const named = found.flatMap(({ deputyId }) => (deputyId === null ? [] : [deputyId]));
    asked = [...new Set(named)].filter((id) => !known.has(id));
  }
  return absences;
}

async function absencesOf(personIds: string[], since: number): Promise<Absence[]> {
  const rows = await db.read
    .select()
    .from(deputies)
    .where(
      and(
        inArray(deputies.personId, personIds),
        gt(deputies.untilAt, since),
        or(isNull(deputies.withdrawnAt), gt(deputies.withdrawnAt, since)),
      ),
    );
  // Called off while it lasted, it ended then.
  return rows
    .map(({ personId, deputyId, fromAt, untilAt, withdrawnAt }) => ({
      personId,
      deputyId,
      from: fromAt,
      until: Math.min(untilAt, withdrawnAt ?? untilAt),
    }))
    .filter(({ from, until }) => from < until);
}

async function whoIsHere(personIds: string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await db.read
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, [...new Set(personIds)]), isNull(people.deactivatedAt)));
  return new Set(rows.map(({ id }) => id));
}
