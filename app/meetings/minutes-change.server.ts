import { and, eq, gte } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { meetings, meetingSteps } from '#db/schema/meetings.ts';

import { meetingTopic } from './told.ts';
import { indexMinutes } from './words.server.ts';

type Meeting = { id: string; minutesAt: number | null };

/**
 * Notes that what the minutes say has changed, where they have been sent: once until they are sent again. Part of every
 * command that changes notes, decisions, outcomes, action items or attendance of a meeting; `meeting` as it is known.
 */
export async function minutesChanged(
  tx: Tx,
  { id, minutesAt }: Meeting,
  by: { id: string } | null,
  now: number,
): Promise<void> {
  if (minutesAt === null) return;
  await indexMinutes(tx, id);
  const [known] = await tx
    .select({ id: meetingSteps.id })
    .from(meetingSteps)
    .where(changedSince(id, minutesAt))
    .limit(1);
  if (known) return;
  await tx
    .insert(meetingSteps)
    .values({ id: newId(), meetingId: id, step: 'minutes-changed', byId: by?.id ?? null, at: now, note: '' });
}

/** The same for whoever knows of the meeting no more than which it is. */
export async function minutesOfChanged(
  tx: Tx,
  meetingId: string,
  by: { id: string },
  now: number,
): Promise<void> {
  const [meeting] = await tx
    .select({ id: meetings.id, minutesAt: meetings.minutesAt })
    .from(meetings)
    .where(eq(meetings.id, meetingId));
  if (meeting) await minutesChanged(tx, meeting, by, now);
}

/** An item changed: whoever has its meeting open hears of it, and its minutes follow. Among the proposals, nothing does. */
export async function agendaChanged(
  tx: Tx,
  meetingId: string | null,
  by: { id: string },
  now: number,
): Promise<void> {
  if (meetingId === null) return;
  await minutesOfChanged(tx, meetingId, by, now);
  db.announce(meetingTopic(meetingId));
}

/** That the minutes changed after they were sent. */
export const changedSince = (meetingId: string, minutesAt: number) =>
  and(
    eq(meetingSteps.meetingId, meetingId),
    eq(meetingSteps.step, 'minutes-changed'),
    gte(meetingSteps.at, minutesAt),
  );
