/** The meetings there are, as the overview and the start page show them. */
import { and, asc, count, desc, eq, gt, inArray, isNull, lte, ne, notInArray, or } from 'drizzle-orm';

import { visibleTo } from '#app/audiences/audience.server.ts';
import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { beyond } from '#db/keyset.ts';
import { people } from '#db/schema/accounts.ts';
import { agendaItems, meetings } from '#db/schema/meetings.ts';

import { whenInWords } from '#app/calendars/when.ts';

import type { Meeting } from './keeping.server.ts';
import { earliestComing, isOver, mayAnswer } from './meeting.ts';
import { repliesTo } from './replies.server.ts';

type Viewer = { id: string };

/** The dates further ahead stand on the pages of their series. */
const COMING = 8;
const PAST = 20;

/** A meeting in a list. `when` is told in the zone given. */
export type Listed = Awaited<ReturnType<typeof listed>>[number];

/** The meetings to come and under way, the next first, as somebody sees them; `zone` is that of the organisation. */
export async function comingMeetings(viewer: Viewer, zone: string, now: number, most = COMING) {
  const rows = await db.read
    .select({ meeting: meetings, host: people.name })
    .from(meetings)
    .leftJoin(people, eq(people.id, meetings.hostId))
    .where(
      or(
        eq(meetings.state, 'running'),
        and(inArray(meetings.state, ['planned', 'skipped']), gt(meetings.startsAt, earliestComing(now))),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .limit(most + 20);
  return listed(viewer, rows.filter(({ meeting }) => !isOver(meeting, now)).slice(0, most), zone, now);
}

/** A page of meetings that are over, the newest first; `next` is the place to go on from. */
export async function pastMeetings(viewer: Viewer, before: Cursor | null, zone: string, now: number) {
  const rows = await db.read
    .select({ meeting: meetings, host: people.name })
    .from(meetings)
    .leftJoin(people, eq(people.id, meetings.hostId))
    .where(
      and(
        ne(meetings.state, 'running'),
        or(eq(meetings.state, 'ended'), lte(meetings.startsAt, now)),
        beyond(meetings.startsAt, meetings.id, before, 'descending'),
      ),
    )
    .orderBy(desc(meetings.startsAt), desc(meetings.id))
    .limit(PAST + 1);
  const page = rows.slice(0, PAST);
  const last = page.at(-1)?.meeting;
  return {
    past: await listed(
      viewer,
      page.filter(({ meeting }) => isOver(meeting, now)),
      zone,
      now,
    ),
    next: rows.length > PAST && last ? writeCursor({ order: last.startsAt, id: last.id }) : null,
  };
}

async function listed(
  viewer: Viewer,
  rows: { meeting: Meeting; host: string | null }[],
  zone: string,
  now: number,
) {
  const ids = rows.map(({ meeting }) => meeting.id);
  const [replies, items] = [await repliesTo(ids, viewer.id), await agendaCounts(viewer, ids)];
  return rows.map(({ meeting, host }) => ({
    id: meeting.id,
    title: meeting.title,
    state: meeting.state,
    startsAt: meeting.startsAt,
    when: whenInWords(meeting.startsAt, meeting.minutes, zone),
    place: meeting.place,
    host,
    isMoved: meeting.occurrence !== null && meeting.occurrence !== meeting.wall,
    isExtra: meeting.occurrence === null,
    hasMinutes: meeting.minutesAt !== null,
    mayAnswer: mayAnswer(meeting, now),
    replies: replies.get(meeting.id)!,
    items: items.get(meeting.id) ?? 0,
  }));
}

/** How many items each agenda has, of those that somebody may see. */
async function agendaCounts(viewer: Viewer, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.read
    .select({ id: agendaItems.meetingId, items: count() })
    .from(agendaItems)
    .where(
      and(
        inArray(agendaItems.meetingId, ids),
        notInArray(agendaItems.state, ['withdrawn', 'carried']),
        or(isNull(agendaItems.audienceId), visibleTo(viewer.id, agendaItems.audienceId)),
      ),
    )
    .groupBy(agendaItems.meetingId);
  return new Map(rows.map(({ id, items }) => [id!, items]));
}
