import { and, eq, isNull } from 'drizzle-orm';

import type { Tx } from '#db/database.ts';
import { indexWords } from '#db/full-text.server.ts';
import { actionItems } from '#db/schema/action-items.ts';
import { agendaItems, decisions, meetings, meetingSeries } from '#db/schema/meetings.ts';

import { notesOf } from './notes-held.server.ts';

/** The room's name in the full-text index. */
export const ROOM = 'meetings';

/**
 * Remembers the words by which a meeting's minutes are found: only those that everyone may see for good. An item with an
 * audience may be for everyone today and for few tomorrow, and so may what was asked of somebody because of it.
 */
export async function indexMinutes(tx: Tx, meetingId: string): Promise<void> {
  const [found] = await tx
    .select({ title: meetings.title, audienceId: meetingSeries.audienceId })
    .from(meetings)
    .innerJoin(meetingSeries, eq(meetingSeries.id, meetings.seriesId))
    .where(eq(meetings.id, meetingId));
  if (!found) return;
  const items = await tx
    .select({ id: agendaItems.id, title: agendaItems.title, outcome: agendaItems.outcome })
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, meetingId), isNull(agendaItems.audienceId)))
    .orderBy(agendaItems.position, agendaItems.id);
  const notes = await notesOf(tx, meetingId);
  const decided = await tx
    .select({ itemId: decisions.itemId, text: decisions.text })
    .from(decisions)
    .where(and(eq(decisions.meetingId, meetingId), isNull(decisions.withdrawnAt)))
    .orderBy(decisions.at);
  const of = (itemId: string | null) =>
    decided.filter((one) => one.itemId === itemId).map(({ text }) => text);
  const actions = await tx
    .select({ text: actionItems.statement })
    .from(actionItems)
    .where(and(eq(actionItems.meetingId, meetingId), eq(actionItems.audienceId, found.audienceId)))
    .orderBy(actionItems.position);
  const body = [
    ...items.flatMap(({ id, title, outcome }) => [title, notes.get(id) ?? '', outcome, ...of(id)]),
    notes.get('') ?? '',
    ...of(null),
    ...actions.map(({ text }) => text),
  ];
  await indexWords(tx, ROOM, meetingId, found.title, body.filter(Boolean).join('\n\n'));
}
