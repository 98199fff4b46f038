/** What comes onto an agenda from elsewhere in one step, and where it stands there. */
import { and, desc, eq, inArray } from 'drizzle-orm';

import { visibleTo } from '#app/audiences/audience.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { audiences } from '#db/schema/audiences.ts';
import { agendaItems, meetings, meetingSeries } from '#db/schema/meetings.ts';

import { OTHER } from './agenda.ts';
import { onceKey } from './item-keys.ts';
import { seenBy } from './items.server.ts';
import { nextPlanned } from './next-meeting.server.ts';
import { partsOf } from './parts.server.ts';
import { addItem } from './proposing.server.ts';

export type Source = {
  room: 'postmortems' | 'questions';
  id: string;
  title: string;
  /** who may see it; null: everyone */
  audienceId: string | null;
};

/** The part of a template it belongs to, where the template has it, and how many minutes it takes to begin with. */
const usual = {
  postmortems: { kinds: ['story', 'pattern'], minutes: 15 },
  questions: { kinds: ['questions'], minutes: 10 },
} as const;

/**
 * Makes an item of something this person may see: behind all on the agenda of the next planned meeting of a series, or
 * among its proposals where none is planned. While it stands there, asking again leads to the item that is there.
 * Refuses a series that has ended.
 */
export async function putOnAgenda(
  by: { id: string },
  source: Source,
  seriesId: string,
  now: number,
): Promise<{ id: string; isNew: boolean; meetingId: string | null } | { refused: 'over' }> {
  return db.write(async (tx) => {
    const [series] = await tx.select().from(meetingSeries).where(eq(meetingSeries.id, seriesId));
    if (!series || series.endedAt !== null) return { refused: 'over' };
    const once = onceKey({ seriesId, sourceRoom: source.room, sourceId: source.id, meetingId: null })!;
    const [there] = await tx.select().from(agendaItems).where(eq(agendaItems.once, once));
    if (there) return { id: there.id, isNew: false, meetingId: there.meetingId };
    const meeting = await nextPlanned(tx, seriesId, now);
    const { kinds, minutes } = usual[source.room];
    const parts = partsOf(meeting?.template ?? series.template);
    const kind = parts.find(({ key }) => (kinds as readonly string[]).includes(key))?.key ?? OTHER;
    const words = { kind, title: source.title, about: '', link: null, minutes, presenterId: null };
    const place = { id: newId(), seriesId, meetingId: meeting?.id ?? null };
    const { id } = await addItem(tx, place, words, source, by, now);
    return { id, isNew: true, meetingId: place.meetingId };
  });
}

/** Where something stands, or was had: on which agendas this person sees, newest first. */
export const standingOf = (viewer: { id: string }, { room, id }: Pick<Source, 'room' | 'id'>) =>
  db.read
    .select({
      id: agendaItems.id,
      state: agendaItems.state,
      series: { id: meetingSeries.id, name: meetingSeries.name },
      meeting: {
        id: meetings.id,
        title: meetings.title,
        startsAt: meetings.startsAt,
        timezone: meetings.timezone,
      },
    })
    .from(agendaItems)
    .innerJoin(meetingSeries, eq(meetingSeries.id, agendaItems.seriesId))
    .leftJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        eq(agendaItems.sourceRoom, room),
        eq(agendaItems.sourceId, id),
        inArray(agendaItems.state, ['open', 'done']),
        seenBy(viewer),
      ),
    )
    .orderBy(desc(agendaItems.proposedAt), desc(agendaItems.id));

export type Standing = Awaited<ReturnType<typeof standingOf>>[number];

/** Whether somebody belongs to an audience; null is everyone. */
export async function belongsTo(audienceId: string | null, personId: string): Promise<boolean> {
  if (audienceId === null) return true;
  const [row] = await db.read
    .select({ id: audiences.id })
    .from(audiences)
    .where(and(eq(audiences.id, audienceId), visibleTo(personId, audiences.id)));
  return row !== undefined;
}
