import { asc, eq, and, isNotNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { enrolments } from '#db/schema/champions.ts';
import { squads } from '#db/schema/squads.ts';

import { pointsOf } from './checklist.ts';
import { onboarding } from './content.server.ts';
import { tellableMonths } from './hours.ts';
import { reportedHours } from './hours.server.ts';
import { nextStep } from './next-step.ts';
import { marksOf } from './onboarding.server.ts';

/** The points of the onboarding that are not done yet, in their order. */
async function pointsLeft(enrolmentId: string): Promise<{ key: string; text: string }[]> {
  const marks = await marksOf(enrolmentId);
  return pointsOf(onboarding())
    .filter(({ key }) => !marks.has(key))
    .map(({ key, text }) => ({ key, text }));
}

/**
 * What a person is enrolled for and goes on, by squad: where it stands, what is missing, what comes next, and the month
 * whose hours they have not told yet (null: nothing to tell). For their own home.
 */
export async function enrolmentsOf(personId: string, now: number, zone: string) {
  const rows = await db.read
    .select({ enrolment: enrolments, squad: squads.name, archivedAt: squads.archivedAt })
    .from(enrolments)
    .innerJoin(squads, eq(squads.id, enrolments.squadId))
    .where(and(eq(enrolments.personId, personId), isNotNull(enrolments.ongoing)))
    .orderBy(asc(squads.name), asc(enrolments.id));
  return Promise.all(
    rows.map(async ({ enrolment, squad, archivedAt }) => {
      const { id, squadId, state } = enrolment;
      const missing = state === 'onboarding' ? await pointsLeft(id) : [];
      const where = { ...enrolment, pointsLeft: missing.length, squadArchived: archivedAt !== null };
      const { likely } = tellableMonths(now, zone);
      const isToTell =
        state === 'active' &&
        enrolment.activeAt! < Date.parse(`${likely}-28T00:00:00Z`) &&
        !(await reportedHours(id)).some(({ month }) => month === likely);
      return {
        id,
        squadId,
        squad,
        state,
        missing,
        next: nextStep(where, now),
        hoursToTell: isToTell ? likely : null,
      };
    }),
  );
}
