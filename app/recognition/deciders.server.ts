/** Who decides on awards: organisers, and holders of the last belt; nobody on those they are close to. */
import { and, eq, gt, inArray, isNull } from 'drizzle-orm';

import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { organisersBut } from '#app/belts/evidence-telling.server.ts';
import { beltRules } from '#app/belts/rules.server.ts';
import { holdsBelt } from '#app/belts/standing.server.ts';
import { managersOfPerson } from '#app/squads/managers.server.ts';
import { squadsManagedBy } from '#app/squads/squad-roles.server.ts';
import { db } from '#db/database.server.ts';
import { nominations, nominationVotes } from '#db/schema/recognition.ts';
import { managers, squadMembers } from '#db/schema/squads.ts';

import type { Tie } from './nomination.ts';
import { YEAR } from './season.ts';

/** Whether somebody is one of those who decide on awards. */
export async function isDecider(viewer: Viewer, now: number): Promise<boolean> {
  if (may(viewer, 'arrange-recognition')) return true;
  const last = beltRules().belts.at(-1);
  return last !== undefined && holdsBelt(viewer.id, last.key, now);
}

/** On whom somebody does not decide, and why: whom they manage or who manages them, and whom they owe an award. */
export async function tiesOf(viewerId: string, now: number): Promise<Map<string, Tie>> {
  // One after the other: inside of a transaction there is one connection.
  const owed = await owedBy(viewerId, now);
  const managing = await managersOfPerson(viewerId);
  const managed = await managedBy(viewerId);
  const ties = new Map<string, Tie>(owed.map((id) => [id, 'owes']));
  for (const { id } of managing) ties.set(id, 'reports');
  for (const id of managed) ties.set(id, 'manages');
  ties.set(viewerId, 'nominee');
  return ties;
}

/** Those who put somebody forward for what they were given within a year, or said yes to it. */
async function owedBy(personId: string, now: number): Promise<string[]> {
  const received = await db.read
    .select({ id: nominations.id, byId: nominations.byId })
    .from(nominations)
    .where(
      and(
        eq(nominations.personId, personId),
        eq(nominations.state, 'given'),
        gt(nominations.decidedAt, now - YEAR),
      ),
    );
  if (received.length === 0) return [];
  const ids = received.map(({ id }) => id);
  const votes = await db.read
    .select({ byId: nominationVotes.byId })
    .from(nominationVotes)
    .where(and(inArray(nominationVotes.nominationId, ids), eq(nominationVotes.vote, 'yes')));
  return [...received, ...votes].map(({ byId }) => byId);
}

/** Whom somebody manages: as somebody said, or as a member of a squad that they manage. */
async function managedBy(personId: string): Promise<string[]> {
  const squads = await squadsManagedBy(personId);
  const line = await db.read
    .select({ id: managers.personId })
    .from(managers)
    .where(and(eq(managers.managerId, personId), isNull(managers.until)));
  const members =
    squads.length === 0
      ? []
      : await db.read
          .select({ id: squadMembers.personId })
          .from(squadMembers)
          .where(
            and(
              inArray(
                squadMembers.squadId,
                squads.map(({ id }) => id),
              ),
              isNull(squadMembers.leftAt),
            ),
          );
  return [...line, ...members].map(({ id }) => id);
}

/** The organisers who are told of a nomination: those who may decide on it. */
export async function organisersFor(
  { personId, byId }: { personId: string; byId: string },
  now: number,
): Promise<string[]> {
  const told: string[] = [];
  for (const id of await organisersBut(personId, byId))
    if (!(await tiesOf(id, now)).has(personId)) told.push(id);
  return told;
}
