import { eq } from 'drizzle-orm';

import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { enrolments } from '#db/schema/champions.ts';
import { squads } from '#db/schema/squads.ts';

import { askedManagers } from './asked-managers.server.ts';
import { partOf } from './part.ts';

/**
 * One enrolment through somebody's eyes, with what they are to it and who is asked to agree its hours; null for all but
 * the person, the managers asked, the buddy and organisers.
 */
export async function visibleEnrolment(viewer: Viewer, id: string) {
  const [found] = await db.read
    .select({ enrolment: enrolments, person: people.name, squad: squads.name, archivedAt: squads.archivedAt })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .innerJoin(squads, eq(squads.id, enrolments.squadId))
    .where(eq(enrolments.id, id));
  if (!found) return null;
  const { enrolment, person, squad } = found;
  const managers = await askedManagers(enrolment);
  const managerIds = managers.map((manager) => manager.id);
  const part = partOf(
    { ...enrolment, managerIds },
    { id: viewer.id, isOrganiser: may(viewer, 'arrange-champions') },
  );
  if (part === null) return null;
  return { enrolment, person, squad, squadArchived: found.archivedAt !== null, managers, part };
}
