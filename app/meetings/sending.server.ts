/** Minutes by mail: to the guild, and to those who were there. */
import { and, eq, isNull, max } from 'drizzle-orm';

import { announce } from '#app/channels/announcing.server.ts';
import { post } from '#app/notices/outbox.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { attendances, meetings, meetingSteps } from '#db/schema/meetings.ts';
import { people } from '#db/schema/accounts.ts';

import { guildOf } from './guild.server.ts';
import { isBare } from './minutes.ts';
import { changedSince } from './minutes-change.server.ts';
import { minutesOf } from './minutes.server.ts';
import { indexMinutes } from './words.server.ts';

/** How far the minutes of a meeting have come: when they were sent last, by whom, and whether they have changed since. */
export async function sendingOf({ id, minutesAt }: { id: string; minutesAt: number | null }) {
  if (minutesAt === null) return null;
  const [sent] = await db.read
    .select({ by: people.name })
    .from(meetingSteps)
    .leftJoin(people, eq(people.id, meetingSteps.byId))
    .where(
      and(
        eq(meetingSteps.meetingId, id),
        eq(meetingSteps.step, 'minutes-sent'),
        eq(meetingSteps.at, minutesAt),
      ),
    );
  const [changed] = await db.read
    .select({ at: max(meetingSteps.at) })
    .from(meetingSteps)
    .where(changedSince(id, minutesAt));
  return { at: minutesAt, by: sent?.by ?? null, changedAt: changed?.at ?? null };
}

/**
 * Sends the minutes of a meeting that has ended. `seen`: when they were sent last, as it was known to whoever sends them;
 * a second press sends nothing. Refuses minutes of which nobody could read a word.
 */
export async function sendMinutes(
  meetingId: string,
  seen: number | null,
  by: { id: string },
  now: number,
): Promise<{ sent: number } | { refused: 'not-ended' | 'already' | 'bare' }> {
  const [known] = await db.read.select().from(meetings).where(eq(meetings.id, meetingId));
  const isEmpty = !known || isBare(await minutesOf({ ...by, roles: [] }, known));
  return db.write(async (tx) => {
    const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, meetingId));
    if (meeting?.state !== 'ended') return { refused: 'not-ended' };
    if (meeting.minutesAt !== seen) return { refused: 'already' };
    if (isEmpty) return { refused: 'bare' };
    await tx.update(meetings).set({ minutesAt: now }).where(eq(meetings.id, meetingId));
    await tx
      .insert(meetingSteps)
      .values({ id: newId(), meetingId, step: 'minutes-sent', byId: by.id, at: now, note: '' });
    await indexMinutes(tx, meetingId);
    const receivers = await receiversOf(tx, meeting);
    for (const personId of receivers)
      await post(tx, { personId, kind: 'minutes', subjectId: meetingId, now });
    await announce(tx, { kind: 'minutes', subjectId: meetingId, now });
    return { sent: receivers.size };
  });
}

async function receiversOf(tx: Tx, { id, seriesId }: { id: string; seriesId: string }): Promise<Set<string>> {
  const there = await tx
    .select({ id: people.id })
    .from(attendances)
    .innerJoin(people, eq(people.id, attendances.personId))
    .where(and(eq(attendances.meetingId, id), eq(attendances.present, 1), isNull(people.deactivatedAt)));
  return new Set([...(await guildOf(tx, seriesId)), ...there.map(({ id }) => id)]);
}
