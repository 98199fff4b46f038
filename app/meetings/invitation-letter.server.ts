/** The letter that an invitation becomes, by what holds of its meeting at the moment it is sent. */
import { and, desc, eq, inArray } from 'drizzle-orm';

import { invitationText } from '#app/calendars/calendar.server.ts';
import { partStatOf } from '#app/calendars/event.ts';
import { configuration } from '#app/configuration.server.ts';
import type { Writer } from '#app/notices/notice-letter.server.ts';
import { isWanted } from '#app/notices/outbox.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { invitees, meetings, meetingSteps } from '#db/schema/meetings.ts';
import { messages } from '#db/schema/notices.ts';

import { eventOf } from './event.ts';
import { invitationWords } from './invitation-letter.ts';
import { INVITATION } from './invitation-posting.server.ts';

/**
 * An invitation, a change or a cancellation of a meeting for one person; null once it has begun, or for whoever does
 * without mail about meetings. `organiser` is from whom mail comes.
 */
export const invitationWriter =
  (organiser: { name: string; address: string }): Writer =>
  async ({ personId, subjectId }, now) => {
    const found = subjectId === null ? null : await addressed(personId, subjectId);
    if (!found) return null;
    const { meeting, person, host, answer } = found;
    const isSaid = (meeting.state === 'planned' || meeting.state === 'skipped') && meeting.startsAt > now;
    if (!isSaid || !(await isWanted(db.read, personId, 'meeting'))) return null;
    const isCancelled = meeting.state === 'skipped';
    const about = isCancelled ? 'cancelled' : (await wasWritten(personId, meeting.id)) ? 'changed' : 'new';
    const { origin } = configuration;
    const method = isCancelled ? 'CANCEL' : 'REQUEST';
    const content = invitationText({
      ...{ method, now },
      event: eventOf(meeting, await changedAt(meeting.id, meeting.madeAt)),
      organiser: { ...organiser, name: organiser.name || 'Guildhall' },
      attendee: { name: person.name, address: person.email, partstat: partStatOf(answer) },
    });
    const words = invitationWords(
      { ...meeting, host, about },
      {
        answer: origin + paths.meeting(meeting.id),
        series: origin + paths.meetingSeries(meeting.seriesId),
        less: origin + paths.accountNotices(),
      },
    );
    return { ...words, calendar: { method, content } };
  };

async function addressed(personId: string, meetingId: string) {
  const [row] = await db.read
    .select({ meeting: meetings, answer: invitees.answer })
    .from(meetings)
    .innerJoin(invitees, and(eq(invitees.meetingId, meetings.id), eq(invitees.personId, personId)))
    .where(eq(meetings.id, meetingId));
  if (!row) return null;
  const named = await db.read
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(inArray(people.id, [personId, ...(row.meeting.hostId ? [row.meeting.hostId] : [])]));
  const byId = new Map(named.map((one) => [one.id, one]));
  return { ...row, person: byId.get(personId)!, host: byId.get(row.meeting.hostId ?? '')?.name ?? null };
}

/** Whether somebody was sent a letter about a meeting before. */
async function wasWritten(personId: string, meetingId: string): Promise<boolean> {
  const sent = and(
    ...[eq(messages.personId, personId), eq(messages.kind, INVITATION), eq(messages.subjectId, meetingId)],
    eq(messages.state, 'sent'),
  );
  return (await db.read.$count(messages, sent)) > 0;
}

async function changedAt(meetingId: string, madeAt: number): Promise<number> {
  const [newest] = await db.read
    .select({ at: meetingSteps.at })
    .from(meetingSteps)
    .where(eq(meetingSteps.meetingId, meetingId))
    .orderBy(desc(meetingSteps.at))
    .limit(1);
  return newest?.at ?? madeAt;
}
