import { eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { meetings, meetingSteps } from '#db/schema/meetings.ts';

/**
 * Says where the recording of a meeting is, or (null) that there is none any more. Refuses before the meeting has begun,
 * and as stale where somebody else said so since `seen` was shown.
 */
export async function setRecording(
  meetingId: string,
  { link, seen }: { link: string | null; seen: string | null },
  by: { id: string },
  now: number,
): Promise<{ saved: boolean } | { refused: 'not-begun' } | { refused: 'stale'; now: string | null }> {
  return db.write(async (tx) => {
    const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, meetingId));
    if (meeting?.state !== 'running' && meeting?.state !== 'ended') return { refused: 'not-begun' };
    const { recording } = meeting;
    if (recording === link) return { saved: false };
    if (recording !== seen) return { refused: 'stale', now: recording };
    await tx.update(meetings).set({ recording: link }).where(eq(meetings.id, meetingId));
    const note = link === null ? 'removed' : recording === null ? 'added' : 'changed';
    await tx
      .insert(meetingSteps)
      .values({ id: newId(), meetingId, step: 'recording-added', byId: by.id, at: now, note });
    return { saved: true };
  });
}
