/** Channels straight into the database, and what the tests of this room ask it about its outbox. */
import { asc } from 'drizzle-orm';

import { announce } from '#app/channels/announcing.server.ts';
import type { Announceable, Writer } from '#app/channels/announcement.ts';
import { deliverAnnouncements } from '#app/channels/delivery.server.ts';
import { configuration } from '#app/configuration.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { announcements, channels } from '#db/schema/channels.ts';
import { now } from '#test/support/clock.ts';

type Row = typeof channels.$inferSelect;

/** A channel of a chat on this machine, which is allowed. */
export async function channelOf(by: { id: string }, others: Partial<Row> = {}): Promise<Row> {
  configuration.channelHosts = [{ host: '127.0.0.1', port: null }];
  const [made] = await db.write((tx) =>
    tx
      .insert(channels)
      .values({
        id: newId(),
        name: '#guild',
        kind: 'mattermost',
        url: 'http://127.0.0.1:1/hooks/hunter2',
        secret: null,
        announces: ['lesson', 'near-miss', 'promotion'],
        madeAt: now,
        madeBy: by.id,
        version: 1,
        ...others,
      })
      .returning(),
  );
  return made!;
}

export const announced = (subjectId: string, kind: Announceable = 'lesson', at = now) =>
  db.write((tx) => announce(tx, { kind, subjectId, now: at }));

/** All that lies in the outbox, by its subject. */
export const outbox = () =>
  db.read.select().from(announcements).orderBy(asc(announcements.subjectId), asc(announcements.channelId));

/** Whatever it is called, it is told to everyone. */
const tellsAll: Writer = (subject) =>
  Promise.resolve({ title: `About ${subject}`, text: 'Worth a look.', path: `/training/${subject}` });

/** Sends what is due at a moment. */
export const deliverAt = (at: number, lesson: Writer = tellsAll, patience = 10_000) =>
  deliverAnnouncements({
    writers: { lesson, 'near-miss': lesson },
    clock: () => at,
    stopping: new AbortController().signal,
    patience,
  });

export const emptied = () =>
  db.write(async (tx) => {
    await tx.delete(announcements);
    await tx.delete(channels);
  });
