/** How something comes to be announced: a row for each channel that is told of its kind. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { announcements, channels } from '#db/schema/channels.ts';

import type { Announceable, State } from './announcement.ts';

let announced = () => {};
/** Calls back whenever this process has something to announce. It may not be committed yet. */
export const whenAnnounced = (callBack: () => void) => void (announced = callBack);

type Announcing = {
  kind: Announceable;
  subjectId: string;
  now: number;
  /** until when it can be taken back, in epoch ms; it goes out then */
  notBefore?: number;
};

/**
 * Has something announced in every channel that is told of its kind, in the transaction in which it becomes true. Where
 * it was told or waits to be, nothing is added; where it failed or was let go, it is tried anew. Answers how many
 * channels it goes to.
 */
export async function announce(
  tx: Tx,
  { kind, subjectId, now, notBefore = now }: Announcing,
): Promise<number> {
  const told = await channelsFor(tx, kind);
  const anew = { state: 'waiting' as const, madeAt: now, attempts: 0, nextAt: notBefore, fault: null };
  let many = 0;
  for (const { id: channelId } of told) {
    const rows = await tx
      .insert(announcements)
      .values({
        id: newId(),
        channelId,
        kind,
        subjectId,
        ...anew,
        once: `${channelId}:${kind}:${subjectId}`,
      })
      .onConflictDoUpdate({
        target: announcements.once,
        set: anew,
        setWhere: inArray(announcements.state, ['dropped', 'dead']),
      })
      .returning({ id: announcements.id });
    many += rows.length;
  }
  if (many > 0) announced();
  return many;
}

/** The channels that are told of a kind. They are few: whoever can read JSON in the database's words need not. */
export async function channelsFor(from: Pick<Tx, 'select'>, kind: Announceable) {
  const here = await from
    .select({ id: channels.id, name: channels.name, kind: channels.kind, announces: channels.announces })
    .from(channels)
    .where(isNull(channels.removedAt))
    .orderBy(asc(channels.name), asc(channels.id));
  return here.filter(({ announces }) => announces.includes(kind));
}

/** Whether any channel is told of a kind. */
export const isAnnounced = async (kind: Announceable): Promise<boolean> =>
  (await channelsFor(db.read, kind)).length > 0;

const isAbout = (kind: Announceable, subjectId: string) =>
  and(eq(announcements.kind, kind), eq(announcements.subjectId, subjectId));

export type Standing = { channelId: string; state: State; attempts: number; sentAt: number | null };

/** How far the announcement of something is, channel by channel. */
export const standingOf = (kind: Announceable, subjectId: string): Promise<Standing[]> =>
  db.read
    .select({
      channelId: announcements.channelId,
      state: announcements.state,
      attempts: announcements.attempts,
      sentAt: announcements.sentAt,
    })
    .from(announcements)
    .where(isAbout(kind, subjectId));

/** Takes an announcement back that goes out at `notBefore`. False where it has gone out somewhere, or is on its way. */
export async function takeBackAnnouncement(
  tx: Tx,
  { kind, subjectId, notBefore }: { kind: Announceable; subjectId: string; notBefore: number },
): Promise<boolean> {
  const rows = await tx.select().from(announcements).where(isAbout(kind, subjectId));
  const untouched = rows.every(
    ({ state, attempts, nextAt }) => state === 'waiting' && attempts === 0 && nextAt === notBefore,
  );
  if (untouched) await tx.delete(announcements).where(isAbout(kind, subjectId));
  return untouched;
}
