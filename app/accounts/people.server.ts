import { and, asc, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people, roles } from '#db/schema/accounts.ts';
import { holdsText } from '#db/text.ts';

import type { GivenRole } from './permissions.ts';

const PAGE = 50;

type Wanted = { search?: string; left?: boolean; after?: string | null };

/**
 * People by name, from after a person on: those who are here, or those who left. E-mail addresses are shown to
 * everyone who can sign in: colleagues have them anyway, and two people of one name are told apart by them.
 */
export async function peoplePage({ search = '', left = false, after = null }: Wanted) {
  const [from] = after ? await db.read.select().from(people).where(eq(people.id, after)) : [];
  const rows = await db.read
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(
      and(
        left ? isNotNull(people.deactivatedAt) : isNull(people.deactivatedAt),
        search ? or(holdsText(people.name, search), holdsText(people.email, search)) : undefined,
        from && or(gt(people.name, from.name), and(eq(people.name, from.name), gt(people.id, from.id))),
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const held = await rolesHeldBy(page.map((person) => person.id));
  return {
    people: page.map((person) => ({ ...person, roles: held.get(person.id) ?? [] })),
    next: rows.length > PAGE ? page.at(-1)!.id : null,
  };
}

async function rolesHeldBy(ids: string[]) {
  const held = new Map<string, GivenRole[]>();
  if (ids.length === 0) return held;
  const rows = await db.read
    .select({ personId: roles.personId, role: roles.role })
    .from(roles)
    .where(and(inArray(roles.personId, ids), isNull(roles.renouncedAt)));
  for (const { personId, role } of rows) held.set(personId, [...(held.get(personId) ?? []), role]);
  return held;
}

/** One person, here or gone; null when there is none of this id. */
export async function personById(id: string) {
  const [person] = await db.read
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      joinedAt: people.joinedAt,
      deactivatedAt: people.deactivatedAt,
    })
    .from(people)
    .where(eq(people.id, id));
  return person ?? null;
}

/** The first few people here whose name or e-mail address holds some text. */
export const findPeople = async (search: string, most = 10) =>
  (await peoplePage({ search })).people.slice(0, most).map(({ id, name, email }) => ({ id, name, email }));

/** What people are called, those who left too. Asks in portions: an engine takes only so many values at once. */
export async function namesOf(ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const names = new Map<string, string>();
  for (let at = 0; at < wanted.length; at += 500) {
    const rows = await db.read
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(inArray(people.id, wanted.slice(at, at + 500)));
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}
