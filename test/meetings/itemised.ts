/** Items on the agenda of a meeting, straight into the database. */
import { openKey } from '#app/meetings/item-keys.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { agendaItems } from '#db/schema/meetings.ts';
import { now } from '#test/support/clock.ts';

type Item = typeof agendaItems.$inferSelect;

/** An item that stands on the agenda of a meeting, proposed by somebody. */
export async function itemOn(
  meeting: { id: string; seriesId: string },
  by: { id: string },
  title: string,
  others: Partial<Item> = {},
): Promise<Item> {
  const id = newId();
  return db.write(async (tx) => {
    const position = (await tx.$count(agendaItems)) + 1;
    const [item] = await tx
      .insert(agendaItems)
      .values({
        id,
        seriesId: meeting.seriesId,
        meetingId: meeting.id,
        kind: 'other',
        title,
        about: '',
        link: null,
        minutes: 20,
        presenterId: null,
        position,
        state: 'open',
        lineageId: id,
        carried: 0,
        outcome: '',
        placedBy: by.id,
        placedAt: now,
        proposedBy: by.id,
        proposedAt: now,
        version: 1,
        open: openKey({ seriesId: meeting.seriesId, lineageId: id }),
        ...others,
      })
      .returning();
    return item!;
  });
}
