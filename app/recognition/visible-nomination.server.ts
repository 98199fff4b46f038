import { and, eq } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { nominations, nominationVotes } from '#db/schema/recognition.ts';

import { isDecider, tiesOf } from './deciders.server.ts';
import { type Part, partOf } from './nomination.ts';

export type NominationRow = typeof nominations.$inferSelect;

/** A nomination through the eyes of whoever asks, and what they are to it; null when it is not theirs to see. */
export async function visibleNomination(
  viewer: Viewer,
  id: string,
  now: number,
): Promise<{ nomination: NominationRow; part: Part } | null> {
  const [nomination] = await db.read.select().from(nominations).where(eq(nominations.id, id));
  if (!nomination) return null;
  const ties = await tiesOf(viewer.id, now);
  const decides = await isDecider(viewer, now);
  const votes = await db.read.$count(
    nominationVotes,
    and(eq(nominationVotes.nominationId, id), eq(nominationVotes.byId, viewer.id)),
  );
  const part = partOf(nomination, {
    id: viewer.id,
    isDecider: decides,
    tie: ties.get(nomination.personId) ?? null,
    hasVoted: votes > 0,
  });
  return part && { nomination, part };
}
