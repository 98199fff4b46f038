import { and, asc, desc, eq, gt, isNotNull, isNull, or } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { enrolments } from '#db/schema/champions.ts';
import { squads } from '#db/schema/squads.ts';
import { holdsText } from '#db/text.ts';

import { specialismsOf } from './said-specialisms.server.ts';

const PAGE = 50;
const MOST_ALUMNI = 60;

type Wanted = { squad?: string; area?: string; after?: string | null };

/** The active champions of squads at work, by name, from after one on; of squads whose name holds a text, of one area. */
export async function championsPage({ squad = '', area = '', after = null }: Wanted) {
  const [from] = after
    ? await db.read
        .select({ name: people.name, id: enrolments.id })
        .from(enrolments)
        .innerJoin(people, eq(people.id, enrolments.personId))
        .where(eq(enrolments.id, after))
    : [];
  const rows = await db.read
    .select({
      id: enrolments.id,
      personId: people.id,
      name: people.name,
      squadId: squads.id,
      squad: squads.name,
      area: squads.area,
      activeAt: enrolments.activeAt,
    })
    .from(enrolments)
    .innerJoin(people, and(eq(people.id, enrolments.personId), isNull(people.deactivatedAt)))
    .innerJoin(squads, and(eq(squads.id, enrolments.squadId), isNull(squads.archivedAt)))
    .where(
      and(
        eq(enrolments.state, 'active'),
        squad ? holdsText(squads.name, squad) : undefined,
        area ? eq(squads.area, area) : undefined,
        from && or(gt(people.name, from.name), and(eq(people.name, from.name), gt(enrolments.id, from.id))),
      ),
    )
    .orderBy(asc(people.name), asc(enrolments.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const known = await specialismsOf(page.map(({ personId }) => personId));
  return {
    champions: page.map((row) => ({ ...row, specialisms: known.get(row.personId) ?? [] })),
    next: rows.length > PAGE ? page.at(-1)!.id : null,
  };
}

/** The product areas there are, by name. */
export async function areas(): Promise<string[]> {
  const rows = await db.read
    .selectDistinct({ area: squads.area })
    .from(squads)
    .where(and(isNotNull(squads.area), isNull(squads.archivedAt)))
    .orderBy(asc(squads.area));
  return rows.map(({ area }) => area!);
}

/** Former champions who like to be named, the latest first. */
export const alumni = (): Promise<{ id: string; name: string; squad: string }[]> =>
  db.read
    .select({ id: enrolments.id, name: people.name, squad: squads.name })
    .from(enrolments)
    .innerJoin(people, and(eq(people.id, enrolments.personId), isNull(people.deactivatedAt)))
    .innerJoin(squads, eq(squads.id, enrolments.squadId))
    .where(and(eq(enrolments.state, 'stepped-down'), isNotNull(enrolments.listedAt)))
    .orderBy(desc(enrolments.appliedAt), desc(enrolments.id))
    .limit(MOST_ALUMNI);

/** Names a former champion among the alumni, or no longer; as they like. */
export async function listAmongAlumni(enrolmentId: string, listed: boolean, now: number): Promise<boolean> {
  const changed = await db.write((tx) =>
    tx
      .update(enrolments)
      .set({ listedAt: listed ? now : null })
      .where(and(eq(enrolments.id, enrolmentId), eq(enrolments.state, 'stepped-down')))
      .returning({ id: enrolments.id }),
  );
  return changed.length > 0;
}
