import { desc, eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { milestones } from '#db/schema/postmortems.ts';

import { type MilestoneKind, milestoneKinds } from './milestone.ts';
import { instantOf } from './moment.ts';

export type Milestone = {
  kind: MilestoneKind;
  /** an imported document's own word for it */
  label: string | null;
  written: string;
  at: string | null;
  zone: string | null;
  instant: number | null;
};

/** What is held about each milestone now, in their usual order; those never recorded or taken back are left out. */
export async function milestonesOf(postmortemId: string): Promise<Milestone[]> {
  const rows = await db.read
    .select()
    .from(milestones)
    .where(eq(milestones.postmortemId, postmortemId))
    .orderBy(desc(milestones.recordedAt), desc(milestones.id));
  return milestoneKinds
    .map((kind) => rows.find((row) => row.kind === kind))
    .filter((row) => row !== undefined)
    .filter((row) => row.at !== null || row.written !== '');
}

type Recorded = {
  kind: MilestoneKind;
  written: string;
  at: string | null;
  zone: string | null;
  label?: string | null;
};
type Given = { byId: string; now: number; timezone: string | null };

/** Records a milestone. An earlier row of the kind stays, and says what was thought before. */
export async function recordMilestone(tx: Tx, postmortemId: string, milestone: Recorded, { byId, now, timezone }: Given) {
  await tx.insert(milestones).values({
    id: newId(),
    postmortemId,
    ...milestone,
    instant: instantOf(milestone.at, milestone.zone ?? timezone),
    recordedAt: now,
    recordedBy: byId,
  });
}

/** Records those of a set that differ from what is held; an empty one takes its milestone back. */
export async function saveMilestones(postmortemId: string, given: Recorded[], by: Given): Promise<number> {
  return db.write(async (tx) => {
    const held = await milestonesOf(postmortemId);
    let changed = 0;
    // Rows of one save differ in time, so that the newest of a kind is never in doubt.
    for (const milestone of given) {
      const before = held.find(({ kind }) => kind === milestone.kind);
      if ((before?.at ?? null) === milestone.at && (before?.written ?? '') === milestone.written) continue;
      await recordMilestone(tx, postmortemId, milestone, { ...by, now: by.now + changed });
      changed += 1;
    }
    return changed;
  });
}
