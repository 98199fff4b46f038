/** Minutes are not written: they are what a meeting left behind, read together through somebody's eyes. */
import { and, asc, eq, isNull, or } from 'drizzle-orm';

import { visibleTo } from '#app/audiences/audience.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { actionItems } from '#db/schema/action-items.ts';
import { agendaItems, attendances, decisions, type meetings } from '#db/schema/meetings.ts';
import { squads } from '#db/schema/squads.ts';

import { isPlaceholder } from './agenda.ts';
import { runs } from './meeting.ts';
import { isWorthSaying, type Minutes } from './minutes.ts';
import { nextPlanned } from './next-meeting.server.ts';
import { notesOf } from './notes-held.server.ts';

type Meeting = typeof meetings.$inferSelect;
type Reader = { id: string; roles: readonly string[] };

/** The minutes of a meeting through somebody's eyes: of what they may not see, nothing at all. */
export async function minutesOf(reader: Reader, meeting: Meeting): Promise<Minutes> {
  const [items, notes, decided, actions, present, next, host] = await Promise.all([
    itemsFor(reader, meeting.id),
    notesOf(db.read, meeting.id),
    decisionsOf(meeting.id),
    actionsFor(reader, meeting.id),
    presentAt(meeting.id),
    nextPlanned(db.read, meeting.seriesId, meeting.startsAt),
    hostOf(meeting),
  ]);
  const of = (itemId: string | null) =>
    decided.filter((one) => one.itemId === itemId).map(({ text }) => text);
  const isNamed = runs(reader, meeting) || present.some(({ id }) => id === reader.id);
  const { id, title, startsAt, minutes, timezone, place, state, recording } = meeting;
  return {
    meeting: { id, title, startsAt, minutes, timezone, place, state, host, recording },
    items: items
      .map(({ sourceRoom, ...item }) => ({
        ...item,
        notes: notes.get(item.id) ?? '',
        decisions: of(item.id),
        placeholder: isPlaceholder({ sourceRoom }),
      }))
      .filter(isWorthSaying)
      .map(({ placeholder: _, ...item }) => item),
    notes: notes.get('') ?? '',
    decisions: of(null),
    actions,
    present: { count: present.length, names: isNamed ? present.map(({ name }) => name) : null },
    next: next && {
      id: next.id,
      title: next.title,
      startsAt: next.startsAt,
      minutes: next.minutes,
      timezone: next.timezone,
      place: next.place,
    },
  };
}

const itemsFor = (reader: Reader, meetingId: string) =>
  db.read
    .select({
      id: agendaItems.id,
      title: agendaItems.title,
      presenter: people.name,
      state: agendaItems.state,
      outcome: agendaItems.outcome,
      sourceRoom: agendaItems.sourceRoom,
    })
    .from(agendaItems)
    .leftJoin(people, eq(people.id, agendaItems.presenterId))
    .where(
      and(
        eq(agendaItems.meetingId, meetingId),
        or(isNull(agendaItems.audienceId), visibleTo(reader.id, agendaItems.audienceId)),
      ),
    )
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));

const decisionsOf = (meetingId: string) =>
  db.read
    .select({ itemId: decisions.itemId, text: decisions.text })
    .from(decisions)
    .where(and(eq(decisions.meetingId, meetingId), isNull(decisions.withdrawnAt)))
    .orderBy(asc(decisions.at), asc(decisions.id));

async function actionsFor(reader: Reader, meetingId: string): Promise<Minutes['actions']> {
  const rows = await db.read
    .select({
      id: actionItems.id,
      statement: actionItems.statement,
      dueAt: actionItems.dueAt,
      state: actionItems.state,
      person: people.name,
      squad: squads.name,
    })
    .from(actionItems)
    .leftJoin(people, eq(people.id, actionItems.ownerId))
    .leftJoin(squads, eq(squads.id, actionItems.ownerSquadId))
    .where(and(eq(actionItems.meetingId, meetingId), visibleTo(reader.id, actionItems.audienceId)))
    .orderBy(asc(actionItems.position), asc(actionItems.id));
  return rows.map(({ person, squad, ...item }) => ({ ...item, owner: person ?? squad }));
}

/** Who was there, by name. */
const presentAt = (meetingId: string) =>
  db.read
    .select({ id: people.id, name: people.name })
    .from(attendances)
    .innerJoin(people, eq(people.id, attendances.personId))
    .where(and(eq(attendances.meetingId, meetingId), eq(attendances.present, 1)))
    .orderBy(asc(people.name), asc(people.id));

async function hostOf({ hostId }: Meeting): Promise<string | null> {
  if (hostId === null) return null;
  const [host] = await db.read.select({ name: people.name }).from(people).where(eq(people.id, hostId));
  return host?.name ?? null;
}
