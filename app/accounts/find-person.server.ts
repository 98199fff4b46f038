import { and, asc, eq, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people, roles } from '#db/schema/accounts.ts';

import { normalEmail } from './email.ts';

/** Who has this e-mail address (any case) and is here, or null. */
export async function personByEmail(email: string): Promise<{ id: string; name: string } | null> {
  const [person] = await db.read
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.email, normalEmail(email)), isNull(people.deactivatedAt)));
  return person ?? null;
}

/** The administrator who has been one the longest, or null before the installation is set up. */
export async function firstAdministrator(): Promise<{ id: string; name: string } | null> {
  const [person] = await db.read
    .select({ id: people.id, name: people.name })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(eq(roles.role, 'administrator'), isNull(roles.renouncedAt), isNull(people.deactivatedAt)))
    .orderBy(asc(roles.assumedAt), asc(roles.id))
    .limit(1);
  return person ?? null;
}
