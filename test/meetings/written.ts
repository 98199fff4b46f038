/** What a meeting leaves behind, straight into the database, for tests of what becomes of it. */
import { makeAudience } from '#app/audiences/audience.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { agendaItems, decisions, invitees, meetingNotes, type meetings } from '#db/schema/meetings.ts';
import { now } from '#test/support/clock.ts';

type Meeting = typeof meetings.$inferSelect;
type Person = { id: string };
type Item = typeof agendaItems.$inferSelect;

/** An item of a meeting's agenda, had unless it says otherwise. */
export async function itemOf(meeting: Meeting, by: Person, others: Partial<Item> = {}): Promise<Item> {
  const id = newId();
  return db.write(async (tx) => {
    const [item] = await tx
      .insert(agendaItems)
      .values({
        id,
        seriesId: meeting.seriesId,
        meetingId: meeting.id,
        kind: 'other',
        title: 'Signing our releases',
        about: '',
        minutes: 20,
        position: 1,
        state: 'done',
        lineageId: id,
        carried: 0,
        outcome: '',
        proposedBy: by.id,
        proposedAt: now,
        version: 1,
        ...others,
      })
      .returning();
    return item!;
  });
}

/** An item that these people alone may see, as one that came from a private postmortem. */
export async function privateItemOf(meeting: Meeting, readers: Person[], others: Partial<Item> = {}) {
  const audienceId = await db.write((tx) =>
    makeAudience(tx, { scope: 'people', people: readers.map(({ id }) => id), squads: [] }),
  );
  return itemOf(meeting, readers[0]!, { ...others, audienceId });
}

/** Notes of an item ("": of the meeting as a whole), a version for each text. */
export const notesOn = (meeting: Meeting, itemId: string, by: Person, ...texts: string[]) =>
  db.write(async (tx) => {
    for (const [nth, markdown] of texts.entries())
      await tx
        .insert(meetingNotes)
        .values({ meetingId: meeting.id, itemId, version: nth + 1, markdown, byId: by.id, at: now });
  });

export const decidedAt = (meeting: Meeting, itemId: string | null, by: Person, text: string) =>
  db.write((tx) =>
    tx.insert(decisions).values({ id: newId(), meetingId: meeting.id, itemId, text, at: now, byId: by.id }),
  );

/** Somebody was invited, and answered. */
export const invitedTo = (meeting: Meeting, person: Person, answer: 'yes' | 'maybe' | 'no' | null = null) =>
  db.write((tx) =>
    tx.insert(invitees).values({
      meetingId: meeting.id,
      personId: person.id,
      invitedAt: now,
      answer,
      answeredAt: answer && now,
    }),
  );
