import { desc, eq, max } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { milestones } from '#db/schema/postmortems.ts';

import { type MilestoneKind, milestoneKinds } from './milestone.ts';
import { instantOf } from './moment.ts';
import { touch } from './words.server.ts';

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
export async function recordMilestone(
  tx: Tx,
  postmortemId: string,
  milestone: Recorded,
  { byId, now, timezone }: Given,
) {
  await tx.insert(milestones).values({
    id: newId(),
    postmortemId,
    ...milestone,
    instant: instantOf(milestone.at, milestone.zone ?? timezone),
    recordedAt: now,
    recordedBy: byId,
  });
}

/** When a postmortem's milestones changed last (0: never): whoever saves says which ones they saw. */
export async function milestonesVersion(postmortemId: string): Promise<number> {
  const [last] = await db.read
    .select({ at: max(milestones.recordedAt) })
    .from(milestones)
    .where(eq(milestones.postmortemId, postmortemId));
  return last?.at ?? 0;
}

/**
 * Records those of a set that differ from what is held; an empty one takes its milestone back. Refuses as stale when
 * somebody recorded one since `seen`. Returns how many changed.
 */
export async function saveMilestones(
  postmortemId: string,
  seen: number,
  given: Recorded[],
  by: Given,
): Promise<{ changed: number } | { refused: 'stale' }> {
  return db.write(async (tx) => {
    const held = await milestonesOf(postmortemId);
    const last = await milestonesVersion(postmortemId);
    if (last !== seen) return { refused: 'stale' };
    // Later than every row before it, so that the newest of a kind is never in doubt.
    const now = Math.max(by.now, last + 1);
    let changed = 0;
    for (const milestone of given) {
      const before = held.find(({ kind }) => kind === milestone.kind);
      const { at, written, zone } = before ?? { at: null, written: '', zone: null };
      if (at === milestone.at && written === milestone.written && zone === milestone.zone) continue;
      await recordMilestone(tx, postmortemId, { label: before?.label, ...milestone }, { ...by, now });
      changed += 1;
    }
    if (changed > 0) await touch(tx, postmortemId, by.now);
    return { changed };
  });
}
