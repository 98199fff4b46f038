/** Who sees a concern: whoever raised it, who holds or held it, and organisers once it is with the security team. */
import { and, asc, eq, exists, or, sql } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { concernHolders, concerns, concernSteps } from '#db/schema/concerns.ts';
import { squads } from '#db/schema/squads.ts';

import type { Level, Part } from './concern.ts';

/** Who asks. */
export type Asker = { id: string; roles: readonly string[] };

export const isOrganiser = ({ roles }: Asker) => roles.includes('organiser');

/** The one condition by which concerns are looked up. Administrators get nothing extra. */
export const seenBy = (viewer: Asker) =>
  or(
    eq(concerns.raisedBy, viewer.id),
    exists(
      db.read
        .select({ one: sql`1` })
        .from(concernHolders)
        .where(and(eq(concernHolders.concernId, concerns.id), eq(concernHolders.personId, viewer.id))),
    ),
    isOrganiser(viewer) ? eq(concerns.level, 'security-team') : undefined,
  );

/** What somebody is to a concern they may see. */
export const partOf = (
  viewer: Asker,
  { raisedBy, level, holderId }: { raisedBy: string; level: Level; holderId: string | null },
): Part => ({
  raised: raisedBy === viewer.id,
  holds: holderId === null ? level === 'security-team' && isOrganiser(viewer) : holderId === viewer.id,
});

/** The concern with its squad and what this person is to it, if they may see it; else null. */
export async function visibleConcern(viewer: Asker, id: string) {
  const [row] = await db.read
    .select({ concern: concerns, squad: squads.name })
    .from(concerns)
    .leftJoin(squads, eq(squads.id, concerns.squadId))
    .where(and(eq(concerns.id, id), seenBy(viewer)));
  return row ? { ...row, part: partOf(viewer, row.concern) } : null;
}

/** What has happened to a concern that was looked up through the viewer, in order. */
export const stepsOf = (concernId: string) =>
  db.read
    .select({
      number: concernSteps.number,
      step: concernSteps.step,
      byId: concernSteps.byId,
      by: people.name,
      at: concernSteps.at,
      note: concernSteps.note,
      level: concernSteps.level,
      holderId: concernSteps.holderId,
    })
    .from(concernSteps)
    .leftJoin(people, eq(people.id, concernSteps.byId))
    .where(eq(concernSteps.concernId, concernId))
    .orderBy(asc(concernSteps.number));
