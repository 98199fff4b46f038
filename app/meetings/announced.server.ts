/** What channels are told of meetings. Everybody here sees meetings, but not each item of an agenda. */
import { and, count, eq, isNull, or } from 'drizzle-orm';

import { whenInWords } from '#app/calendars/when.ts';
import type { Writer } from '#app/channels/announcement.ts';
import { paths } from '#app/paths.ts';
import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { audiences } from '#db/schema/audiences.ts';
import { agendaItems, decisions, meetings, meetingSeries } from '#db/schema/meetings.ts';

/** Whom an item of an agenda is for, beside whom its meeting is for. */
const meant = aliasOf(audiences, 'meant');

async function meetingForAll(id: string) {
  const [row] = await db.read
    .select({ meeting: meetings, series: meetingSeries.name })
    .from(meetings)
    .innerJoin(meetingSeries, eq(meetingSeries.id, meetings.seriesId))
    .innerJoin(audiences, and(eq(audiences.id, meetingSeries.audienceId), eq(audiences.scope, 'everyone')))
    .where(eq(meetings.id, id));
  return row?.meeting ?? null;
}

/** When and where a meeting is, as long as it is to come. */
export const tellOfMeeting: Writer = async (id, now) => {
  const meeting = await meetingForAll(id);
  if (!meeting || meeting.state !== 'planned' || meeting.startsAt <= now) return null;
  const { title, startsAt, timezone, minutes, place } = meeting;
  const where = place === '' ? '' : ` ${place}.`;
  return {
    title: `Next meeting: ${title}`,
    text: `${whenInWords(startsAt, minutes, timezone)}.${where}`,
    path: paths.meeting(id),
  };
};

/** That the minutes of a meeting are there, and how much was decided: neither who was there nor what was said. */
export const tellOfMinutes: Writer = async (id) => {
  const meeting = await meetingForAll(id);
  if (!meeting || meeting.minutesAt === null) return null;
  const [decided] = await db.read
    .select({ many: count() })
    .from(decisions)
    .leftJoin(agendaItems, eq(agendaItems.id, decisions.itemId))
    .leftJoin(meant, eq(meant.id, agendaItems.audienceId))
    .where(
      and(
        eq(decisions.meetingId, id),
        isNull(decisions.withdrawnAt),
        or(isNull(agendaItems.audienceId), eq(meant.scope, 'everyone')),
      ),
    );
  const many = decided!.many;
  const what = many === 0 ? 'No decisions' : many === 1 ? 'One decision' : `${many} decisions`;
  return {
    title: `Minutes: ${meeting.title}`,
    text: `${whenInWords(meeting.startsAt, meeting.minutes, meeting.timezone)}. ${what}, and what was said.`,
    path: paths.meetingMinutes(id),
  };
};
