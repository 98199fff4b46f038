import { and, asc, eq } from 'drizzle-orm';

import { namesOf } from '#app/accounts/people.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { evidenceSteps } from '#db/schema/belts.ts';

import type { Step } from './evidence.ts';

type Noted = {
  evidenceId: string;
  step: Step;
  byId: string;
  at: number;
  round: number;
  note?: string | undefined;
};

/** Writes down that something happened to evidence, in the transaction in which it does. */
export async function noteStep(tx: Tx, { note, ...step }: Noted): Promise<void> {
  const { evidenceId, round, byId } = step;
  const once = step.step === 'approved' ? `${evidenceId} ${round} ${byId}` : null;
  await tx.insert(evidenceSteps).values({ id: newId(), ...step, note: note || null, once });
}

/** Who approved what was submitted in a round, in that order. */
export async function approvedBy(evidenceId: string, round: number): Promise<string[]> {
  const rows = await db.read
    .select({ byId: evidenceSteps.byId })
    .from(evidenceSteps)
    .where(
      and(
        eq(evidenceSteps.evidenceId, evidenceId),
        eq(evidenceSteps.step, 'approved'),
        eq(evidenceSteps.round, round),
      ),
    )
    .orderBy(asc(evidenceSteps.at), asc(evidenceSteps.id));
  return rows.map(({ byId }) => byId);
}

/** What happened to evidence, oldest first. */
export async function evidenceHistory(evidenceId: string) {
  const rows = await db.read
    .select()
    .from(evidenceSteps)
    .where(eq(evidenceSteps.evidenceId, evidenceId))
    .orderBy(asc(evidenceSteps.at), asc(evidenceSteps.id));
  const names = await namesOf(rows.map(({ byId }) => byId));
  return rows.map(({ id, step, byId, at, note, round }) => ({
    id,
    step,
    by: names.get(byId) ?? '',
    byId,
    at,
    note,
    round,
  }));
}
