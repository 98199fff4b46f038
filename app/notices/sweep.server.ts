import { and, eq, exists, inArray, isNotNull, lt } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { messages, notices } from '#db/schema/notices.ts';

const DAY = 86_400_000;
/** how long is kept that a message was sent, or why not */
const MESSAGES = 30 * DAY;
/** how long a notice stays after it was read */
const NOTICES = 365 * DAY;

/**
 * Forgets messages that are done with and notices read long ago. What was read here needs no mail any more, and a
 * message that could not be delivered stays until somebody sees to it.
 */
export async function sweepNotices(now: number): Promise<void> {
  await db.write(async (tx) => {
    const read = tx
      .select({ id: notices.id })
      .from(notices)
      .where(and(eq(notices.id, messages.subjectId), isNotNull(notices.readAt)));
    await tx
      .update(messages)
      .set({ state: 'dropped' })
      .where(and(eq(messages.state, 'waiting'), exists(read)));
    await tx
      .delete(messages)
      .where(and(inArray(messages.state, ['sent', 'dropped']), lt(messages.nextAt, now - MESSAGES)));
    await tx.delete(notices).where(lt(notices.readAt, now - NOTICES));
  });
}
