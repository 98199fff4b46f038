import { eq } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { evidence } from '#db/schema/belts.ts';

import { askedAbout } from './attestations.server.ts';
import { mayAssess } from './assessors.server.ts';
import { type Part, partOf } from './evidence.ts';

export type EvidenceRow = typeof evidence.$inferSelect;

/**
 * Evidence through somebody's eyes, with what they are to it; null for all but its applicant, those who may assess its
 * requirement, and colleagues while they are asked about it. An attester is shown its words: never its files, its
 * comments or its history.
 */
export async function visibleEvidence(
  viewer: Viewer,
  id: string,
  now: number,
): Promise<{ evidence: EvidenceRow; part: Part } | null> {
  const [row] = await db.read.select().from(evidence).where(eq(evidence.id, id));
  if (!row) return null;
  const isApplicant = row.personId === viewer.id;
  const part = partOf(row, {
    isApplicant,
    isAssessor: !isApplicant && (await mayAssess(viewer, row, now)),
    isAsked: !isApplicant && (await askedAbout('evidence', id, viewer.id)) !== null,
  });
  return part && { evidence: row, part };
}
