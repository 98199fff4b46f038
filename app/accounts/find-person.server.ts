import { and, asc, eq, isNull, or } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people, roles } from '#db/schema/accounts.ts';
import { beginsWithText, sameText } from '#db/text.ts';

import { normalEmail } from './email.ts';
import { emailWritten, type NotMeant, personLabel } from './person-meant.ts';

/** Who has this e-mail address (any case) and is here, or null. */
export async function personByEmail(email: string): Promise<{ id: string; name: string } | null> {
  const [person] = await db.read
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.email, normalEmail(email)), isNull(people.deactivatedAt)));
  return person ?? null;
}

/** Who here has this name, whole or its first words, where it is the only one. */
export async function personByName(
  name: string,
): Promise<{ person: { id: string; name: string } } | NotMeant> {
  const named = await db.read
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(
      and(
        isNull(people.deactivatedAt),
        or(sameText(people.name, name), beginsWithText(people.name, `${name} `)),
      ),
    )
    .limit(6);
  const [only, ...others] = named;
  if (!only) return { refused: 'nobody' };
  if (others.length > 0) return { refused: 'several', candidates: named.map(personLabel) };
  return { person: { id: only.id, name: only.name } };
}

/**
 * Who is meant by a text: an e-mail (also as "Name <e-mail>"), or a name where it is the only one. Empty means nobody.
 * Refuses with those it could be when several fit.
 */
export async function personMeant(
  text: string,
): Promise<{ person: { id: string; name: string } | null } | NotMeant> {
  const wanted = text.trim().replace(/^@/, '');
  if (wanted === '') return { person: null };
  const person = await personByEmail(emailWritten(wanted));
  return person ? { person } : personByName(wanted);
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
