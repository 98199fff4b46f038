/** Who is invited: champions, organisers, and whoever asked to be; nobody who asked not to be, or has left. */
import { and, asc, eq, exists, isNull, not, or } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { people, roles } from '#db/schema/accounts.ts';
import { enrolments } from '#db/schema/champions.ts';
import { seriesFollowers } from '#db/schema/meetings.ts';

type From = Pick<Tx, 'select'>;

/** Everybody who belongs to the guild of a series. */
export async function guildOf(from: From, seriesId: string): Promise<string[]> {
  const wishes = (wish: 'invited' | 'left-out') =>
    exists(
      from
        .select({ id: seriesFollowers.personId })
        .from(seriesFollowers)
        .where(
          and(
            eq(seriesFollowers.seriesId, seriesId),
            eq(seriesFollowers.personId, people.id),
            eq(seriesFollowers.wish, wish),
          ),
        ),
    );
  const rows = await from
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        isNull(people.deactivatedAt),
        or(isChampion(from), isOrganiser(from), wishes('invited')),
        not(wishes('left-out')),
      ),
    )
    .orderBy(asc(people.id));
  return rows.map(({ id }) => id);
}

const isChampion = (from: From) =>
  exists(
    from
      .select({ id: enrolments.id })
      .from(enrolments)
      .where(and(eq(enrolments.personId, people.id), eq(enrolments.state, 'active'))),
  );

const isOrganiser = (from: From) =>
  exists(
    from
      .select({ id: roles.id })
      .from(roles)
      .where(and(eq(roles.personId, people.id), eq(roles.role, 'organiser'), isNull(roles.renouncedAt))),
  );

/** Keeps what a person asks for about a series. Meetings they were invited to already stay theirs. */
export async function wish(
  personId: string,
  seriesId: string,
  wanted: 'invited' | 'left-out',
  now: number,
): Promise<void> {
  await db.write((tx) =>
    tx
      .insert(seriesFollowers)
      .values({ personId, seriesId, wish: wanted, since: now })
      .onConflictDoUpdate({
        target: [seriesFollowers.seriesId, seriesFollowers.personId],
        set: { wish: wanted, since: now },
      }),
  );
}
