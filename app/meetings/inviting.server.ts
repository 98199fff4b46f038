/** Invitations: some days before, by themselves, or when whoever runs a meeting sends them. */
import { and, eq, gt, isNotNull } from 'drizzle-orm';

import { announce } from '#app/channels/announcing.server.ts';
import { whenInWords } from '#app/calendars/when.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { inParts } from '#db/parts.ts';
import { invitees, meetings, meetingSeries } from '#db/schema/meetings.ts';

import { guildOf } from './guild.server.ts';
import { postInvitations } from './invitation-posting.server.ts';
import { change, type Meeting } from './keeping.server.ts';

const DAY = 86_400_000;

/** Whether invitations to a meeting go out by themselves now: its time has come, or they were sent before. */
const isDue = ({ startsAt, invitedAt }: Meeting, inviteDays: number, now: number) =>
  startsAt > now && (invitedAt !== null || startsAt - inviteDays * DAY <= now);

const planned = (now: number) => and(eq(meetings.state, 'planned'), gt(meetings.startsAt, now));

async function uninvited(from: Pick<Tx, 'select'>, { id, seriesId }: Meeting): Promise<string[]> {
  const rows = await from
    .select({ id: invitees.personId })
    .from(invitees)
    .where(and(eq(invitees.meetingId, id), isNotNull(invitees.invitedAt)));
  const invited = new Set(rows.map((row) => row.id));
  return (await guildOf(from, seriesId)).filter((personId) => !invited.has(personId));
}

/**
 * Invites everybody of the guild who was not invited yet to a meeting to come; with the first of them, the guild's channels
 * are told. Returns how many. Refuses a meeting that does not take place, or has begun.
 */
export async function invite(
  meetingId: string,
  byId: string | null,
  now: number,
): Promise<{ invited: number } | { refused: 'not-now' }> {
  return db.write(async (tx) => {
    const [before] = await tx
      .select()
      .from(meetings)
      .where(and(eq(meetings.id, meetingId), planned(now)));
    if (!before) return { refused: 'not-now' };
    const personIds = await uninvited(tx, before);
    if (personIds.length === 0) return { invited: 0 };
    for (const part of inParts(personIds))
      await tx
        .insert(invitees)
        .values(part.map((personId) => ({ meetingId, personId, invitedAt: now })))
        .onConflictDoUpdate({ target: [invitees.meetingId, invitees.personId], set: { invitedAt: now } });
    const note = personIds.length === 1 ? '1 person' : `${personIds.length} people`;
    await change(tx, before, { invitedAt: before.invitedAt ?? now }, { step: 'invited', byId, note, now });
    if (before.invitedAt === null) await announce(tx, { kind: 'meeting', subjectId: meetingId, now });
    const when = whenInWords(before.startsAt, before.minutes, before.timezone);
    await postInvitations(tx, {
      ...{ meetingId, personIds, byId, now },
      text: `You are invited: ${before.title}, ${when}${before.place && `, ${before.place}`}.`,
    });
    return { invited: personIds.length };
  });
}

/** Sends the invitations that are due, also to whoever joined the guild since the others went out. */
export async function inviteAll(now: number): Promise<void> {
  const rows = await db.read
    .select({ meeting: meetings, inviteDays: meetingSeries.inviteDays })
    .from(meetings)
    .innerJoin(meetingSeries, eq(meetingSeries.id, meetings.seriesId))
    .where(planned(now));
  for (const { meeting, inviteDays } of rows) {
    if (!isDue(meeting, inviteDays, now)) continue;
    // Looked at first, so that an idle house writes nothing.
    if ((await uninvited(db.read, meeting)).length > 0) await invite(meeting.id, null, now);
  }
}
