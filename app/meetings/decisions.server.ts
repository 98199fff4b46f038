/** What a meeting decided. */
import { and, asc, eq, isNotNull, isNull, or } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { agendaItems, decisions } from '#db/schema/meetings.ts';

import { seenBy } from './items.server.ts';
import { minutesOfChanged } from './minutes-change.server.ts';
import { meetingTopic } from './told.ts';

type Asker = { id: string };

/** The decisions of a meeting that stand, in their order; none about an item that this person may not see. */
export const decisionsOf = (viewer: Asker, meetingId: string) =>
  db.read
    .select({
      id: decisions.id,
      itemId: decisions.itemId,
      text: decisions.text,
      at: decisions.at,
      by: people.name,
      byId: decisions.byId,
    })
    .from(decisions)
    .innerJoin(people, eq(people.id, decisions.byId))
    .leftJoin(agendaItems, eq(agendaItems.id, decisions.itemId))
    .where(
      and(
        eq(decisions.meetingId, meetingId),
        isNull(decisions.withdrawnAt),
        or(isNull(decisions.itemId), seenBy(viewer)),
      ),
    )
    .orderBy(asc(decisions.at), asc(decisions.id));

/** Writes down what a meeting decided, about an item of its agenda or about none. Returns its id; null where there is no such item for this person. */
export async function decide(
  meetingId: string,
  { itemId, text }: { itemId: string | null; text: string },
  by: Asker,
  now: number,
): Promise<string | null> {
  return db.write(async (tx) => {
    if (itemId !== null) {
      const [item] = await tx
        .select({ id: agendaItems.id })
        .from(agendaItems)
        .where(and(eq(agendaItems.id, itemId), eq(agendaItems.meetingId, meetingId), seenBy(by)));
      if (!item) return null;
    }
    const id = newId();
    await tx
      .insert(decisions)
      .values({ id, meetingId, itemId, text, at: now, byId: by.id, withdrawnAt: null });
    await minutesOfChanged(tx, meetingId, by, now);
    db.announce(meetingTopic(meetingId));
    return id;
  });
}

/**
 * Takes a decision back, or lets it stand again (`back`). Whoever wrote it may, and who runs the meeting. Answers
 * whether that changed anything.
 */
export async function withdrawDecision(
  meetingId: string,
  id: string,
  by: Asker & { runs: boolean },
  now: number,
  back = false,
): Promise<boolean> {
  return db.write(async (tx) => {
    const changed = await tx
      .update(decisions)
      .set({ withdrawnAt: back ? null : now })
      .where(
        and(
          eq(decisions.id, id),
          eq(decisions.meetingId, meetingId),
          back ? isNotNull(decisions.withdrawnAt) : isNull(decisions.withdrawnAt),
          by.runs ? undefined : eq(decisions.byId, by.id),
        ),
      )
      .returning({ id: decisions.id });
    if (changed.length === 0) return false;
    await minutesOfChanged(tx, meetingId, by, now);
    db.announce(meetingTopic(meetingId));
    return true;
  });
}
