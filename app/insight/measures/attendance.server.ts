import { and, count, countDistinct, eq, exists, gte, isNotNull, lt, sql } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { attendances, invitees, meetings } from '#db/schema/meetings.ts';

import { cell, shareOfPeopleCell } from '../cell.ts';
import type { Measure } from '../measure.ts';

const there = sql<string>`case when ${attendances.present} = 1 then ${attendances.personId} end`;
const isMarked = exists(
  db.read.select({ id: attendances.id }).from(attendances).where(eq(attendances.meetingId, meetings.id)),
);

/** Who comes to the guild’s meetings. */
export const attendance: Measure = {
  key: 'attendance',
  name: 'Attendance',
  definition:
    'Of all invitations to the guild meetings held in the month, the share whose receiver was there. Meetings of which nobody noted who was there are left out.',
  cannotTell:
    'What anybody took from it, and who reads the minutes instead. Who came without an invitation is not counted. Where fewer than five people came, or fewer than five of those invited never did, nothing is told.',
  about: 'month',
  version: 2,
  shown: ['all', 'meetings'],
  drawn: ['all'],
  aims: ({ attendance: aim }) =>
    aim ? [{ line: 'all', side: 'at-least', value: aim.atLeast / 100, source: aim.source }] : [],
  async count({ from, until }) {
    const held = and(eq(meetings.state, 'ended'), gte(meetings.startsAt, from), lt(meetings.startsAt, until));
    const [sums] = await db.read
      .select({ all: count(), marked: count(sql`case when ${isMarked} then 1 end`) })
      .from(meetings)
      .where(held);
    const [row] = await db.read
      .select({
        of: count(),
        n: count(there),
        among: countDistinct(invitees.personId),
        who: countDistinct(there),
      })
      .from(meetings)
      .innerJoin(invitees, and(eq(invitees.meetingId, meetings.id), isNotNull(invitees.invitedAt)))
      .leftJoin(
        attendances,
        and(eq(attendances.meetingId, meetings.id), eq(attendances.personId, invitees.personId)),
      )
      .where(and(held, isMarked));
    const { all, marked } = sums!;
    const share = { key: 'all', words: 'Invited people who came' };
    return [
      marked === 0 ? cell(share, 'share', null) : shareOfPeopleCell(share, row!),
      cell(
        { key: 'meetings', words: 'Meetings held, of which it is noted who was there' },
        'count',
        marked,
        marked,
        all,
      ),
    ];
  },
};
