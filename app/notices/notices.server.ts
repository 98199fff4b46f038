import { and, count, eq, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { notices } from '#db/schema/notices.ts';

/** How many notices a person has not read. */
export async function unreadCount(personId: string): Promise<number> {
  const [row] = await db.read
    .select({ unread: count() })
    .from(notices)
    .where(and(eq(notices.personId, personId), isNull(notices.readAt)));
  return row?.unread ?? 0;
}
