/** What was announced, waits to be, or came to nothing. */
import { and, desc, eq } from 'drizzle-orm';

import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { sendingFrom } from '#app/notices/sending.server.ts';
import { db } from '#db/database.server.ts';
import { beyond } from '#db/keyset.ts';
import { announcements, channels } from '#db/schema/channels.ts';

import type { State } from './announcement.ts';

const PAGE = 30;

type Wanted = { channelId: string | null; state: State | null };

/** Announcements, newest first, from after a place on; `next` is the place to go on from. */
export async function announcementsPage({ channelId, state }: Wanted, after: Cursor | null) {
  const rows = await db.read
    .select({
      id: announcements.id,
      kind: announcements.kind,
      subjectId: announcements.subjectId,
      state: announcements.state,
      madeAt: announcements.madeAt,
      attempts: announcements.attempts,
      nextAt: announcements.nextAt,
      sentAt: announcements.sentAt,
      fault: announcements.fault,
      channel: channels.name,
      removedAt: channels.removedAt,
    })
    .from(announcements)
    .innerJoin(channels, eq(channels.id, announcements.channelId))
    .where(
      and(
        channelId === null ? undefined : eq(announcements.channelId, channelId),
        state === null ? undefined : eq(announcements.state, state),
        beyond(announcements.madeAt, announcements.id, after, 'descending'),
      ),
    )
    .orderBy(desc(announcements.madeAt), desc(announcements.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    announcements: page,
    next: rows.length > PAGE && last ? writeCursor({ order: last.madeAt, id: last.id }) : null,
  };
}

/** How many announcements came to nothing and wait for somebody to see to them. */
export const failedAnnouncements = (): Promise<number> =>
  db.read.$count(announcements, eq(announcements.state, 'dead'));

export const { tryAgain, letGo, putBack } = sendingFrom(announcements);
