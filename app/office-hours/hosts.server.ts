import { and, eq, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people, roles } from '#db/schema/accounts.ts';
import { enrolments } from '#db/schema/champions.ts';
import { squads } from '#db/schema/squads.ts';

/** Everybody who may host: organisers and active champions, in order of their ids. */
export async function everyHost(): Promise<string[]> {
  const organisers = db.read
    .select({ id: people.id })
    .from(roles)
    .innerJoin(people, and(eq(people.id, roles.personId), isNull(people.deactivatedAt)))
    .where(and(eq(roles.role, 'organiser'), isNull(roles.renouncedAt)));
  const champions = db.read
    .selectDistinct({ id: people.id })
    .from(enrolments)
    .innerJoin(people, and(eq(people.id, enrolments.personId), isNull(people.deactivatedAt)))
    .innerJoin(squads, and(eq(squads.id, enrolments.squadId), isNull(squads.archivedAt)))
    .where(eq(enrolments.state, 'active'));
  const found = [...(await organisers), ...(await champions)];
  return [...new Set(found.map(({ id }) => id))].sort();
}
