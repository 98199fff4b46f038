/** Agendas and proposals, for tests of what becomes of them. */
import { and, asc, eq, inArray } from 'drizzle-orm';

import { propose } from '#app/meetings/proposing.server.ts';
import type { TestPerson } from '#test/support/people.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { agendaItems } from '#db/schema/meetings.ts';
import { now } from '#test/support/clock.ts';

type Words = Partial<Parameters<typeof propose>[2]>;
type Place = { seriesId: string; meetingId?: string | null };

export const words = (title: string, others: Words = {}) => ({
  kind: 'demo',
  title,
  about: '',
  link: null,
  minutes: 20,
  presenterId: null,
  ...others,
});

/** Something proposed, to a series or for a meeting. Returns its id. */
export async function proposed(
  by: TestPerson,
  { seriesId, meetingId = null }: Place,
  title: string,
  others: Words & { at?: number } = {},
): Promise<string> {
  const { at = now, ...rest } = others;
  const made = await propose(by, { id: newId(), seriesId, meetingId }, words(title, rest), at);
  if ('refused' in made) throw new Error(made.refused);
  return made.id;
}

/** What stands on an agenda, whoever may see it: titles in their order. Throws where a position is missing or shared. */
export async function titlesOn(meetingId: string): Promise<string[]> {
  const rows = await db.read
    .select({ title: agendaItems.title, position: agendaItems.position })
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, meetingId), inArray(agendaItems.state, ['open', 'done', 'carried'])))
    .orderBy(asc(agendaItems.position));
  for (const [at, { position }] of rows.entries())
    if (position !== at + 1) throw new Error(`positions: ${rows.map((row) => row.position).join(', ')}`);
  return rows.map(({ title }) => title);
}

export async function itemRow(id: string) {
  const [row] = await db.read.select().from(agendaItems).where(eq(agendaItems.id, id));
  return row!;
}

/** The rows of a lineage, oldest first. */
export const lineageRows = (lineageId: string) =>
  db.read
    .select()
    .from(agendaItems)
    .where(eq(agendaItems.lineageId, lineageId))
    .orderBy(asc(agendaItems.carried));
