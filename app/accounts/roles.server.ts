import { and, asc, count, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people, roles } from '#db/schema/accounts.ts';

import { audit } from './audit.server.ts';
import { withdrawLinksMadeBy } from './made-links.server.ts';
import { namesOf } from './people.server.ts';
import type { GivenRole } from './permissions.ts';
import type { Viewer } from './viewer.ts';

/** The roles a person holds or held, oldest first, with who gave and who ended them. */
export async function rolesOf(personId: string) {
  const rows = await db.read
    .select()
    .from(roles)
    .where(eq(roles.personId, personId))
    .orderBy(asc(roles.assumedAt), asc(roles.role));
  const names = await namesOf(rows.flatMap((row) => [row.assumedBy, row.renouncedBy]));
  return rows.map(({ role, assumedAt, assumedBy, renouncedAt, renouncedBy }) => ({
    role,
    assumedAt,
    assumedBy: (assumedBy && names.get(assumedBy)) ?? null,
    renouncedAt,
    renouncedBy: (renouncedBy && names.get(renouncedBy)) ?? null,
  }));
}

/** The roles a person holds now. */
export const heldRoles = async (personId: string): Promise<GivenRole[]> =>
  (
    await db.read
      .select({ role: roles.role })
      .from(roles)
      .where(and(eq(roles.personId, personId), isNull(roles.renouncedAt)))
  ).map(({ role }) => role);

/** Everyone who holds a role here, or held it (`over`), the latest first. */
export async function holdersOf(role: GivenRole, over: boolean) {
  const rows = await db.read
    .select({
      id: roles.id,
      personId: people.id,
      name: people.name,
      assumedAt: roles.assumedAt,
      assumedBy: roles.assumedBy,
      until: roles.renouncedAt,
      renouncedBy: roles.renouncedBy,
    })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(eq(roles.role, role), over ? isNotNull(roles.renouncedAt) : isNull(roles.renouncedAt)))
    .orderBy(desc(roles.assumedAt), desc(roles.id));
  const names = await namesOf(rows.flatMap((row) => [row.assumedBy, row.renouncedBy]));
  return rows.map(({ assumedBy, renouncedBy, ...row }) => ({
    ...row,
    givenBy: (assumedBy && names.get(assumedBy)) ?? null,
    endedBy: (renouncedBy && names.get(renouncedBy)) ?? null,
  }));
}

const held = (personId: string, role: GivenRole) =>
  and(eq(roles.personId, personId), eq(roles.role, role), isNull(roles.renouncedAt));

/** Gives a role from now on. Giving one that is held already changes nothing. */
export async function giveRole(
  by: Viewer,
  personId: string,
  role: GivenRole,
  now: number,
): Promise<{ given: boolean; name: string } | { refused: 'unknown' | 'left' }> {
  return db.write(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    if (!person) return { refused: 'unknown' };
    if (person.deactivatedAt !== null) return { refused: 'left' };
    const [already] = await tx.select().from(roles).where(held(personId, role));
    if (already) return { given: false, name: person.name };
    await tx.insert(roles).values({ id: newId(), personId, role, assumedAt: now, assumedBy: by.id });
    await audit(tx, { event: 'role-given', actorId: by.id, subjectId: personId, details: { role }, at: now });
    return { given: true, name: person.name };
  });
}

/** Ends a role from now on, and the links that only it allowed to make. The last administrator keeps theirs: nobody would be left to give it again. */
export async function renounceRole(
  by: Viewer,
  personId: string,
  role: GivenRole,
  now: number,
): Promise<{ name: string } | { refused: 'not-held' | 'last-administrator' }> {
  return db.write(async (tx) => {
    const [holding] = await tx
      .select({ id: roles.id, name: people.name })
      .from(roles)
      .innerJoin(people, eq(people.id, roles.personId))
      .where(held(personId, role));
    if (!holding) return { refused: 'not-held' };
    if (role === 'administrator' && !(await anotherAdministrator(personId))) {
      return { refused: 'last-administrator' };
    }
    await tx.update(roles).set({ renouncedAt: now, renouncedBy: by.id }).where(eq(roles.id, holding.id));
    await audit(tx, {
      event: 'role-renounced',
      actorId: by.id,
      subjectId: personId,
      details: { role },
      at: now,
    });
    const left = await tx
      .select({ role: roles.role })
      .from(roles)
      .where(and(eq(roles.personId, personId), isNull(roles.renouncedAt)));
    await withdrawLinksMadeBy(tx, by, { id: personId, roles: left.map((row) => row.role) }, now);
    return { name: holding.name };
  });
}

/** Whether somebody else who is still here is an administrator. */
export async function anotherAdministrator(thanId: string): Promise<boolean> {
  const [row] = await db.read
    .select({ others: count() })
    .from(roles)
    .innerJoin(people, and(eq(people.id, roles.personId), isNull(people.deactivatedAt)))
    .where(and(eq(roles.role, 'administrator'), isNull(roles.renouncedAt), ne(roles.personId, thanId)));
  return (row?.others ?? 0) > 0;
}
