import { and, asc, eq, gte } from 'drizzle-orm';

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

/** Within this time, in ms, the same words are one thing said. */
const SENT_TWICE = 60_000;

/** Writes down that something happened to evidence, in the transaction in which it does. */
export async function noteStep(tx: Tx, { note, ...step }: Noted): Promise<void> {
  const { evidenceId, round, byId } = step;
  const once = step.step === 'approved' ? `${evidenceId} ${round} ${byId}` : null;
  await tx.insert(evidenceSteps).values({ id: newId(), ...step, note: note || null, once });
}

/** Whether somebody has just said the same: a form that was sent twice. */
export async function saidJustNow(said: {
  evidenceId: string;
  byId: string;
  note: string | undefined;
  now: number;
}): Promise<boolean> {
  const rows = await db.read
    .select({ note: evidenceSteps.note })
    .from(evidenceSteps)
    .where(
      and(
        eq(evidenceSteps.evidenceId, said.evidenceId),
        eq(evidenceSteps.byId, said.byId),
        eq(evidenceSteps.step, 'commented'),
        gte(evidenceSteps.at, said.now - SENT_TWICE),
      ),
    );
  return rows.some(({ note }) => note === (said.note || null));
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
