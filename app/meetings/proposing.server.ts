/** Anyone proposes something, to a series or straight for a meeting to come. */
import { eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { isId, newId } from '#db/ids.ts';
import { agendaItems, meetingSeries } from '#db/schema/meetings.ts';

import { onceKey, openKey } from './item-keys.ts';
import { meetingAhead, orderIn, settle } from './positions.server.ts';
import { tellPresenter } from './telling.server.ts';

export type Words = Pick<
  typeof agendaItems.$inferSelect,
  'kind' | 'title' | 'about' | 'link' | 'minutes' | 'presenterId'
>;
type Source = { room: string; id: string; audienceId: string | null };
type By = { id: string; name: string };

/** Adds an item to the proposals of a series, or behind all on an agenda that may still be arranged. */
export async function addItem(
  tx: Tx,
  place: { id: string; seriesId: string; meetingId: string | null },
  words: Words,
  source: Source | null,
  by: { id: string },
  now: number,
) {
  const { id, seriesId, meetingId } = place;
  const [sourceRoom, sourceId] = [source?.room ?? null, source?.id ?? null];
  const [item] = await tx
    .insert(agendaItems)
    .values({
      ...place,
      ...words,
      position: 0,
      state: 'open',
      lineageId: id,
      carried: 0,
      sourceRoom,
      sourceId,
      audienceId: source?.audienceId ?? null,
      outcome: '',
      proposedBy: by.id,
      proposedAt: now,
      placedBy: meetingId && by.id,
      placedAt: meetingId === null ? null : now,
      version: 1,
      open: openKey({ seriesId, lineageId: id }),
      once: onceKey({ seriesId, meetingId, sourceRoom, sourceId }),
    })
    .returning();
  if (meetingId)
    await settle(tx, meetingId, [...(await orderIn(tx, meetingId)).filter((other) => other !== id), id]);
  return item!;
}

/**
 * Proposes something; `id` makes the same words sent twice one proposal. Refuses a meeting that is over or skipped, and
 * a series that has ended.
 */
export async function propose(
  by: By,
  wanted: { id: string; seriesId: string; meetingId: string | null },
  words: Words,
  now: number,
): Promise<{ id: string } | { refused: 'over' }> {
  return db.write(async (tx) => {
    const [same] = await tx.select().from(agendaItems).where(eq(agendaItems.id, wanted.id));
    if (same?.proposedBy === by.id && same.title === words.title && same.about === words.about)
      return { id: same.id };
    // A page that was gone back to has the id of another proposal.
    const place = { ...wanted, id: same || !isId(wanted.id) ? newId() : wanted.id };
    const [series] = await tx.select().from(meetingSeries).where(eq(meetingSeries.id, place.seriesId));
    const meeting = await meetingAhead(tx, place.meetingId);
    if (!series || series.endedAt !== null || (place.meetingId !== null && meeting?.seriesId !== series.id))
      return { refused: 'over' };
    const item = await addItem(tx, place, words, null, by, now);
    await tellPresenter(tx, item, { meeting, series }, by, now);
    return { id: item.id };
  });
}
