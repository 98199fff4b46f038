import { and, asc, eq } from 'drizzle-orm';

import { namesOf } from '#app/accounts/people.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { enrolmentSteps } from '#db/schema/champions.ts';

import type { HistoryStep } from './history.ts';

type Noted = {
  enrolmentId: string;
  step: HistoryStep;
  /** null: by the house, at its time */
  byId: string | null;
  at: number;
  note?: string | undefined;
  hoursPerMonth?: number | undefined;
};

/** Writes down that something happened to an enrolment, in the transaction in which it does. */
export async function noteStep(tx: Tx, { note, hoursPerMonth, ...step }: Noted): Promise<void> {
  await tx
    .insert(enrolmentSteps)
    .values({ id: newId(), ...step, note: note || null, hoursPerMonth: hoursPerMonth ?? null });
}

/** When something last happened to an enrolment; null where it never did. */
export async function lastTime(enrolmentId: string, step: HistoryStep): Promise<number | null> {
  const rows = await db.read
    .select({ at: enrolmentSteps.at })
    .from(enrolmentSteps)
    .where(and(eq(enrolmentSteps.enrolmentId, enrolmentId), eq(enrolmentSteps.step, step)));
  return rows.length === 0 ? null : Math.max(...rows.map(({ at }) => at));
}

/** What happened to an enrolment, oldest first. Words and hours are left out for whom they are not meant. */
export async function historyOf(enrolmentId: string, { withHours }: { withHours: boolean }) {
  const rows = await db.read
    .select()
    .from(enrolmentSteps)
    .where(eq(enrolmentSteps.enrolmentId, enrolmentId))
    .orderBy(asc(enrolmentSteps.at), asc(enrolmentSteps.id));
  const names = await namesOf(rows.map((row) => row.byId));
  return rows.map(({ id, step, at, byId, note, hoursPerMonth }) => ({
    id,
    step,
    at,
    by: (byId && names.get(byId)) ?? null,
    note: withHours ? note : null,
    hoursPerMonth: withHours ? hoursPerMonth : null,
  }));
}
