import { and, desc, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm';

import { namesOf } from '#app/accounts/people.server.ts';
import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { beyond } from '#db/keyset.ts';
import { people } from '#db/schema/accounts.ts';
import { squadRoles, squads } from '#db/schema/squads.ts';

import { endOf, type SquadRole } from './squad-role.ts';

const PAGE = 50;

/** Not over: a role that begins later is among those held, with its day. */
const goesOn = (now: number) =>
  and(isNull(squadRoles.renouncedAt), or(isNull(squadRoles.endsAt), gt(squadRoles.endsAt, now)));
const isOver = (now: number) => or(isNotNull(squadRoles.renouncedAt), lte(squadRoles.endsAt, now));

const rows = () =>
  db.read
    .select({
      id: squadRoles.id,
      role: squadRoles.role,
      personId: people.id,
      name: people.name,
      squadId: squads.id,
      squad: squads.name,
      assumedAt: squadRoles.assumedAt,
      assumedBy: squadRoles.assumedBy,
      endsAt: squadRoles.endsAt,
      renouncedAt: squadRoles.renouncedAt,
      renouncedBy: squadRoles.renouncedBy,
    })
    .from(squadRoles)
    .innerJoin(people, eq(people.id, squadRoles.personId))
    .innerJoin(squads, eq(squads.id, squadRoles.squadId));

async function withNames<Row extends Awaited<ReturnType<typeof rows>>[number]>(page: Row[]) {
  const names = await namesOf(page.flatMap((row) => [row.assumedBy, row.renouncedBy]));
  return page.map(({ assumedBy, renouncedBy, ...row }) => ({
    ...row,
    givenBy: (assumedBy && names.get(assumedBy)) ?? null,
    endedBy: (renouncedBy && names.get(renouncedBy)) ?? null,
    until: endOf(row),
  }));
}

/** A page of those who hold a role in squads, or held it (`over`), the latest first. */
export async function holdersPage(role: SquadRole, over: boolean, after: Cursor | null, now: number) {
  const found = await rows()
    .where(
      and(
        eq(squadRoles.role, role),
        over ? isOver(now) : goesOn(now),
        beyond(squadRoles.assumedAt, squadRoles.id, after, 'descending'),
      ),
    )
    .orderBy(desc(squadRoles.assumedAt), desc(squadRoles.id))
    .limit(PAGE + 1);
  const page = found.slice(0, PAGE);
  const last = page.at(-1);
  return {
    holders: await withNames(page),
    next: found.length > PAGE && last ? writeCursor({ order: last.assumedAt, id: last.id }) : null,
  };
}

/** What a person is and was to squads, the latest first. */
export const squadRolesOf = async (personId: string) =>
  withNames(
    await rows()
      .where(eq(squadRoles.personId, personId))
      .orderBy(desc(squadRoles.assumedAt), desc(squadRoles.id))
      .limit(200),
  );
