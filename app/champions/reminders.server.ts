/** What the house does by itself: it asks, reminds once, and ends what belongs to closed accounts. It never enrols. */
import { and, eq, isNotNull, isNull, lte, type SQL } from 'drizzle-orm';

import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { enrolments } from '#db/schema/champions.ts';
import { squads } from '#db/schema/squads.ts';

import { askedManagers } from './asked-managers.server.ts';
import { takeStep } from './enrolments.server.ts';
import { renewalDueAt } from './renewal.ts';
import { lastTime, noteStep } from './steps.server.ts';
import { workingDaysBefore } from './working-days.ts';

const REMIND_AFTER = 5;

const here = (which: SQL | undefined) =>
  db.read
    .select({ enrolment: enrolments, person: people.name, squad: squads.name })
    .from(enrolments)
    .innerJoin(people, and(eq(people.id, enrolments.personId), isNull(people.deactivatedAt)))
    .innerJoin(squads, and(eq(squads.id, enrolments.squadId), isNull(squads.archivedAt)))
    .where(which);

/** Asks each champion whose year is nearly over whether they stay: once a year. */
export async function askForRenewal(now: number): Promise<void> {
  const due = await here(
    and(eq(enrolments.state, 'active'), lte(enrolments.activeAt, now - 300 * 86_400_000)),
  );
  for (const { enrolment, squad } of due) {
    const { askFrom } = renewalDueAt(enrolment);
    if (now < askFrom) continue;
    await db.write(async (tx) => {
      if (((await lastTime(enrolment.id, 'renewal-asked')) ?? 0) >= askFrom) return;
      await noteStep(tx, { enrolmentId: enrolment.id, step: 'renewal-asked', byId: null, at: now });
      await tell(tx, {
        personId: enrolment.personId,
        kind: 'enrolment',
        text: `Your year as champion of ${squad} is nearly over. Would you like to stay for another one? Either answer is welcome.`,
        path: paths.enrolment(enrolment.id),
        now,
      });
    });
  }
}

/** Reminds the managers asked of an application that has waited for five working days: once, and no more. */
export async function remindManagers(now: number): Promise<void> {
  const waiting = await here(
    and(eq(enrolments.state, 'applied'), lte(enrolments.appliedAt, workingDaysBefore(now, REMIND_AFTER))),
  );
  for (const { enrolment, person, squad } of waiting) {
    await db.write(async (tx) => {
      if ((await lastTime(enrolment.id, 'manager-reminded')) !== null) return;
      const managers = await askedManagers(enrolment);
      if (managers.length === 0) return;
      await noteStep(tx, { enrolmentId: enrolment.id, step: 'manager-reminded', byId: null, at: now });
      for (const manager of managers)
        await tell(tx, {
          personId: manager.id,
          kind: 'agreement',
          text: `${person} still hopes for your answer about time as champion of ${squad}. A minute is enough, and a no is fine.`,
          path: paths.enrolmentAgreement(enrolment.id),
          now,
        });
    });
  }
}

/** Ends what is under way of people whose accounts are closed. */
export async function endForLeavers(now: number): Promise<void> {
  const rows = await db.read
    .select({ id: enrolments.id })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(and(isNotNull(enrolments.ongoing), isNotNull(people.deactivatedAt)));
  for (const { id } of rows) await takeStep(id, 'left', { by: null, now });
}

/** All of it, for the table of recurring work. */
export async function tendEnrolments(now: number): Promise<void> {
  await endForLeavers(now);
  await remindManagers(now);
  await askForRenewal(now);
}
