import { and, eq, inArray, isNull, lte, notInArray } from 'drizzle-orm';

import { configuration } from '#app/configuration.server.ts';
import { log, stackOf } from '#app/http/log.server.ts';
import { manyAtOnce, sendingFrom } from '#app/notices/sending.server.ts';
import { db } from '#db/database.server.ts';
import { announcements, channels } from '#db/schema/channels.ts';

import { isAnnounceable, type Writer, type Words } from './announcement.ts';
import { receiverOf } from './channels.server.ts';
import { type How, postTo } from './posting.server.ts';
import type { Verdict } from './verdict.ts';

const outbox = sendingFrom(announcements);
type Taken = NonNullable<Awaited<ReturnType<typeof outbox.takeDue>>>;

/** How many are sent at once: a channel that hangs holds up one of them, for ten seconds. */
const AT_ONCE = 4;

type With = How & {
  writers: Record<string, Writer>;
  /** aborted: what is on its way is finished, and nothing more begun */
  stopping: AbortSignal;
};

/**
 * Sends what is due, each at least once: what was handed over and could not be noted as sent is sent again, under the
 * same id. A channel that fails is left alone for the rest of the round.
 */
export async function deliverAnnouncements({ writers, stopping, ...how }: With): Promise<void> {
  const { clock } = how;
  if (!(await outbox.isAnythingDue(clock()))) return;
  const failing = new Set<string>();
  const here = db.read.select({ id: channels.id }).from(channels).where(isNull(channels.removedAt));

  async function deliverNext(): Promise<boolean> {
    if (stopping.aborted) return false;
    const among = and(
      inArray(announcements.channelId, here),
      failing.size > 0 ? notInArray(announcements.channelId, [...failing]) : undefined,
    );
    const taken = await outbox.takeDue(clock(), among);
    if (!taken) return false;
    const verdict = await tell(taken, writers, how);
    if (verdict === null) await outbox.wasDropped(taken, clock());
    else if (verdict.arrived) await outbox.wasSent(taken, clock());
    else {
      failing.add(taken.channelId);
      await putOff(taken, verdict, clock());
    }
    return true;
  }
  await manyAtOnce(AT_ONCE, deliverNext);
}

/** Null where there is nothing to be told to everyone any more, or nobody to tell. */
async function tell(taken: Taken, writers: Record<string, Writer>, how: How): Promise<Verdict | null> {
  const { id, kind, channelId, madeAt } = taken;
  const [receiver, words] = [await receiverOf(channelId), await write(writers[kind], taken, how.clock())];
  if (words === 'unwritten')
    return { arrived: false, words: 'It could not be written. The log says why.', forGood: false };
  if (!receiver || !words || !isAnnounceable(kind)) return null;
  const verdict = await postTo(
    receiver,
    id,
    { kind, title: words.title, text: words.text, link: configuration.origin + words.path, at: madeAt },
    how,
  );
  if (!verdict.arrived)
    log('error', 'announcement-failed', { announcement: id, kind, channel: channelId, fault: verdict.words });
  return verdict;
}

async function write(
  writer: Writer | undefined,
  { kind, subjectId }: Taken,
  now: number,
): Promise<Words | null | 'unwritten'> {
  try {
    return (await writer?.(subjectId, now)) ?? null;
  } catch (error) {
    log('error', 'announcement-not-written', { kind, stack: stackOf(error) });
    return 'unwritten';
  }
}

/** Who asks to be left alone for a while is: what else waits for that channel waits as long. */
async function putOff(
  taken: Taken,
  { words, forGood, waitSeconds }: Extract<Verdict, { arrived: false }>,
  now: number,
): Promise<void> {
  const notBefore = waitSeconds === undefined ? undefined : now + waitSeconds * 1000;
  await outbox.hasFailed(taken, { words, forGood, notBefore }, now);
  if (notBefore === undefined) return;
  await db.write((tx) =>
    tx
      .update(announcements)
      .set({ nextAt: notBefore })
      .where(
        and(
          eq(announcements.channelId, taken.channelId),
          eq(announcements.state, 'waiting'),
          // What somebody holds now is due later than that.
          lte(announcements.nextAt, now),
        ),
      ),
  );
}
