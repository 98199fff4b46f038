import { and, eq, isNull } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { recordFact } from '#app/facts/facts.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { people } from '#db/schema/accounts.ts';
import { evidence } from '#db/schema/belts.ts';

import { askToAttest, attestationsOf, confirmations } from './attestations.server.ts';
import { type Circumstances, isOngoing, type Part, type Refusal, type Step, take } from './evidence.ts';
import { approvedBy, noteStep, saidJustNow } from './evidence-history.server.ts';
import { askedFor, needed } from './evidence-requirement.server.ts';
import { tellOfStep } from './evidence-telling.server.ts';
import { ongoingFor, ongoingKey } from './evidence.server.ts';
import { tellOfReciprocal } from './reciprocal.server.ts';
import { type EvidenceRow, visibleEvidence } from './visible-evidence.server.ts';

type Taking = { note?: string; round?: number | undefined; now: number };
export type StepRefusal = Refusal | 'another-goes-on' | 'left';

/**
 * Takes a step for evidence, as what somebody is to it now; `round` is the submission they were looking at. The approval
 * that decides records the fact in the same transaction. What was refused has changed nothing; null when it is not theirs
 * to see.
 */
export async function takeEvidenceStep(
  viewer: Viewer,
  id: string,
  step: Exclude<Step, 'begun'>,
  { note, round, now }: Taking,
): Promise<{ taken: EvidenceRow } | { refused: StepRefusal } | null> {
  return db.write(async (tx) => {
    const found = await visibleEvidence(viewer, id, now);
    if (!found) return null;
    if (!(await isHere(tx, viewer.id))) return { refused: 'left' };
    const { evidence: row, part } = found;
    const before = { state: row.state, round: row.round, approvedBy: await approvedBy(id, row.round) };
    const after = take(step, before, { id: viewer.id, part, round }, await circumstances(row, now));
    if ('refused' in after) return after;
    if (step === 'commented' && (await saidJustNow({ evidenceId: id, byId: viewer.id, note, now })))
      return { taken: row };
    if (step === 'resumed' && (await ongoingFor(row.personId, row.requirement)))
      return { refused: 'another-goes-on' };
    const [changed] = await tx
      .update(evidence)
      .set({
        state: after.state,
        round: after.round,
        ongoing: isOngoing(after.state) ? ongoingKey(row.personId, row.requirement) : null,
        ...(step === 'submitted' && { submittedAt: now }),
        ...(after.state === 'approved' && { decidedAt: now }),
      })
      .where(and(eq(evidence.id, id), eq(evidence.state, row.state), eq(evidence.round, row.round)))
      .returning();
    if (!changed) return { refused: 'not-now' };
    await noteStep(tx, { evidenceId: id, step, byId: viewer.id, at: now, note, round: after.round });
    await follow(tx, step, changed, { by: viewer, part, now });
    return { taken: changed };
  });
}

/** What comes of a step, in its transaction. */
async function follow(
  tx: Tx,
  step: Step,
  row: EvidenceRow,
  { by, part, now }: { by: Viewer; part: Part; now: number },
): Promise<void> {
  if (step === 'submitted') await askToAttest(tx, 'evidence', row.id, [], now);
  if (step === 'approved' && row.state === 'approved')
    await recordFact(tx, {
      kind: 'evidence-approved',
      personId: row.personId,
      at: now,
      source: { room: 'belts', id: row.id },
      details: { requirement: row.requirement, until: row.kind === 'equivalent' ? row.until : null },
      by: by.id,
      now,
    });
  await tellOfStep(tx, row, step, { by, part, now });
  if (step === 'approved') await tellOfReciprocal(tx, { by, of: row.personId }, now);
}

/** What the rules judge a step by, of evidence as it is now. */
export async function circumstances(row: EvidenceRow, now: number): Promise<Circumstances> {
  const named = await attestationsOf('evidence', row.id);
  return {
    needed: needed(row),
    named: named.filter(({ answer }) => answer !== 'declined').length,
    confirmed: await confirmations('evidence', row.id),
    isAskedFor: askedFor(row.requirement) !== null,
    kind: row.kind,
    isSaid: row.text.trim() !== '',
    until: row.until,
    now,
  };
}

/** Whether somebody's account is active: a session may outlive it by the length of a request. */
const isHere = async (tx: Tx, personId: string): Promise<boolean> =>
  (await tx.$count(people, and(eq(people.id, personId), isNull(people.deactivatedAt)))) > 0;
