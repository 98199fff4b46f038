import { and, count, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { squadRoles, squads } from '#db/schema/squads.ts';

import { assume, told, touch } from './holders.server.ts';
import { advocatesAreOffered, isHeldByOne, type SquadRole } from './squad-role.ts';

/** How many squads are at work. */
export async function squadsAtWork(): Promise<number> {
  const [row] = await db.read.select({ squads: count() }).from(squads).where(isNull(squads.archivedAt));
  return row?.squads ?? 0;
}

/** The squads at work of these names, upper and lower case alike, and the names that none has. */
export async function squadsCalled(
  names: string[],
): Promise<{ found: { id: string; name: string }[]; unknown: string[] }> {
  const wanted = new Map(names.map((name) => [name.normalize('NFC').toLowerCase(), name]));
  const found = wanted.size
    ? await db.read
        .select({ id: squads.id, name: squads.name })
        .from(squads)
        .where(and(inArray(sql`lower(${squads.name})`, [...wanted.keys()]), isNull(squads.archivedAt)))
    : [];
  for (const { name } of found) wanted.delete(name.toLowerCase());
  return { found, unknown: [...wanted.values()] };
}

type Giving = { personId: string; role: SquadRole; squadIds: string[]; from: number; endsAt: number | null };

/** Whether somebody holds a role in a squad, or will. */
const holding = (personId: string, role: SquadRole, now: number) =>
  and(
    eq(squadRoles.personId, personId),
    eq(squadRoles.role, role),
    isNull(squadRoles.renouncedAt),
    or(isNull(squadRoles.endsAt), gt(squadRoles.endsAt, now)),
  );

/**
 * Makes somebody what they are to these squads. Where they are it already nothing changes; a manager or product owner
 * follows whoever was it. Returns in how many squads it is new.
 */
export async function giveSquadRole(
  by: Viewer,
  { personId, role, squadIds, from, endsAt }: Giving,
  now: number,
): Promise<
  { given: number; name: string } | { refused: 'nobody' | 'too-few-squads' | 'ends-before' | 'no-squad' }
> {
  if (endsAt !== null && endsAt <= Math.max(from, now)) return { refused: 'ends-before' };
  return db.write(async (tx) => {
    if (role === 'advocate' && !advocatesAreOffered(await squadsAtWork()))
      return { refused: 'too-few-squads' };
    const [person] = await tx
      .select({ name: people.name })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.deactivatedAt)));
    if (!person) return { refused: 'nobody' };
    const open = await tx
      .select({ id: squads.id, name: squads.name })
      .from(squads)
      .where(and(inArray(squads.id, squadIds), isNull(squads.archivedAt)));
    if (open.length === 0 || open.length < squadIds.length) return { refused: 'no-squad' };
    const held = await tx
      .select({ squadId: squadRoles.squadId })
      .from(squadRoles)
      .where(holding(personId, role, now));
    const already = new Set(held.map((row) => row.squadId));
    const fresh = open.filter(({ id }) => !already.has(id));
    for (const squad of fresh) await assume(tx, by, { squad, personId, role, from, endsAt }, now);
    return { given: fresh.length, name: person.name };
  });
}

const roleById = async (id: string) => {
  const [row] = await db.read
    .select({
      id: squadRoles.id,
      role: squadRoles.role,
      personId: squadRoles.personId,
      renouncedAt: squadRoles.renouncedAt,
      endsAt: squadRoles.endsAt,
      name: people.name,
      squad: { id: squads.id, name: squads.name },
    })
    .from(squadRoles)
    .innerJoin(people, eq(people.id, squadRoles.personId))
    .innerJoin(squads, eq(squads.id, squadRoles.squadId))
    .where(eq(squadRoles.id, id));
  return row ?? null;
};

/** Ends a role in a squad from now on. Null when nobody holds it, or its time was over. */
export async function endSquadRole(
  by: Viewer,
  id: string,
  now: number,
): Promise<{ name: string; role: SquadRole; squad: string } | null> {
  return db.write(async (tx) => {
    const held = await roleById(id);
    if (!held || held.renouncedAt !== null || (held.endsAt !== null && held.endsAt <= now)) return null;
    await tx.update(squadRoles).set({ renouncedAt: now, renouncedBy: by.id }).where(eq(squadRoles.id, id));
    await told(tx, 'squad-role-ended', by, held, now);
    await touch(tx, held.squad.id);
    return { name: held.name, role: held.role, squad: held.squad.name };
  });
}

/** Lets an ended role go on as if it had not been ended. Refuses when somebody else has it alone by now, or its time is over. */
export async function resumeSquadRole(
  by: Viewer,
  id: string,
  now: number,
): Promise<{ name: string; role: SquadRole; squad: string } | { refused: 'unknown' | 'over' | 'taken' }> {
  return db.write(async (tx) => {
    const ended = await roleById(id);
    if (!ended || ended.renouncedAt === null) return { refused: 'unknown' };
    if (ended.endsAt !== null && ended.endsAt <= now) return { refused: 'over' };
    const others = await tx.$count(
      squadRoles,
      and(
        eq(squadRoles.squadId, ended.squad.id),
        eq(squadRoles.role, ended.role),
        isNull(squadRoles.renouncedAt),
        isHeldByOne(ended.role) ? undefined : eq(squadRoles.personId, ended.personId),
      ),
    );
    if (others > 0) return { refused: 'taken' };
    await tx.update(squadRoles).set({ renouncedAt: null, renouncedBy: null }).where(eq(squadRoles.id, id));
    await told(tx, 'squad-role-given', by, ended, now);
    await touch(tx, ended.squad.id);
    return { name: ended.name, role: ended.role, squad: ended.squad.name };
  });
}
