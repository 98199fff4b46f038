import { eq } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { attestations } from '#db/schema/belts.ts';

import { confirmActivity } from './activities.server.ts';
import type { Answer } from './attestation.ts';
import { visibleAttestation } from './attestation-asked.server.ts';

/**
 * Keeps what somebody answers, or takes it back (`null`), while what it is about is not decided. The session that is
 * confirmed by enough answers is so in the same transaction, and cannot be unsaid (`isOpen`). Null when it is not theirs to answer.
 */
export async function answerAttestation(
  viewer: Viewer,
  id: string,
  answer: Answer | null,
  now: number,
): Promise<{ answer: Answer | null; isOpen: boolean } | { refused: 'closed' } | null> {
  return db.write(async (tx) => {
    const asked = await visibleAttestation(viewer, id);
    if (!asked) return null;
    if (asked.asking !== 'open')
      return asked.answer === answer ? { answer, isOpen: false } : { refused: 'closed' };
    await tx
      .update(attestations)
      .set({ answer, answeredAt: answer === null ? null : now })
      .where(eq(attestations.id, id));
    if (asked.subject === 'activity') await confirmActivity(tx, asked.subjectId, now);
    return { answer, isOpen: (await visibleAttestation(viewer, id))?.asking === 'open' };
  });
}
