/** The parts of its template, as items that wait to be filled. */
import { and, eq, inArray } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { agendaItems } from '#db/schema/meetings.ts';

import { OTHER, TEMPLATE } from './agenda.ts';
import { seenBy } from './items.server.ts';
import { partsOf } from './parts.server.ts';
import { meetingAhead, standsIn } from './positions.server.ts';
import { addItem } from './proposing.server.ts';
import { takeOut } from './rewriting.server.ts';

/**
 * Lays out the parts of a meeting's template that its agenda lacks, behind all. Pressed twice, nothing is there twice.
 * Returns the ids of what it made; null where the meeting is over.
 */
export const layOut = (
  by: { id: string },
  meetingId: string,
  now: number,
): Promise<{ template: string; made: string[] } | null> =>
  db.write(async (tx) => {
    const meeting = await meetingAhead(tx, meetingId);
    if (!meeting) return null;
    // What somebody does not see is as if it were not there: else what is missing here would tell of it.
    const standing = await tx
      .select({ kind: agendaItems.kind })
      .from(agendaItems)
      .where(and(standsIn(meetingId), seenBy(by)));
    const made: string[] = [];
    for (const { key, heading, minutes } of partsOf(meeting.template)) {
      if (standing.some(({ kind }) => kind === key && kind !== OTHER)) continue;
      const id = newId();
      const words = { kind: key, title: heading, about: '', link: null, minutes, presenterId: null };
      const source = { room: TEMPLATE, id: `${meeting.template}#${key}`, audienceId: null };
      await addItem(tx, { id, seriesId: meeting.seriesId, meetingId }, words, source, by, now);
      made.push(id);
    }
    return { template: meeting.template, made };
  });

/** Takes laid-out parts off again, but for those that somebody has filled since. */
export const clearAway = (meetingId: string, ids: readonly string[]): Promise<void> =>
  db.write(async (tx) => {
    if (!(await meetingAhead(tx, meetingId)) || ids.length === 0) return;
    const parts = await tx
      .select()
      .from(agendaItems)
      .where(
        and(
          eq(agendaItems.meetingId, meetingId),
          eq(agendaItems.state, 'open'),
          eq(agendaItems.sourceRoom, TEMPLATE),
          inArray(agendaItems.id, [...ids]),
        ),
      );
    for (const part of parts) await takeOut(tx, part);
  });
