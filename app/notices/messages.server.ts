import { and, asc, count, desc, eq, isNotNull, min } from 'drizzle-orm';

import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { beyond } from '#db/keyset.ts';
import { people } from '#db/schema/accounts.ts';
import { messages } from '#db/schema/notices.ts';

/** Which messages can be looked at: those to be sent, and those that could not be delivered. */
export type Pile = 'waiting' | 'dead';

const PAGE = 50;

/**
 * The messages of a pile: those tried next first, or those given up last first. What they are about is not told: it is
 * between Guildhall and whom they are for.
 */
export async function messagesPage(pile: Pile, after: Cursor | null) {
  const [direction, order] =
    pile === 'waiting' ? (['ascending', asc] as const) : (['descending', desc] as const);
  const rows = await db.read
    .select({
      id: messages.id,
      kind: messages.kind,
      personId: messages.personId,
      name: people.name,
      madeAt: messages.madeAt,
      nextAt: messages.nextAt,
      attempts: messages.attempts,
      fault: messages.fault,
    })
    .from(messages)
    .innerJoin(people, eq(people.id, messages.personId))
    .where(and(eq(messages.state, pile), beyond(messages.nextAt, messages.id, after, direction)))
    .orderBy(order(messages.nextAt), order(messages.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    messages: page,
    next: rows.length > PAGE && last ? writeCursor({ order: last.nextAt, id: last.id }) : null,
  };
}

/** How many messages lie in each pile, and since when the oldest waits. */
export async function piles(): Promise<{ waiting: number; dead: number; since: number | null }> {
  const [[waiting], dead] = await Promise.all([
    db.read
      .select({ many: count(), since: min(messages.madeAt) })
      .from(messages)
      .where(eq(messages.state, 'waiting')),
    db.read.$count(messages, eq(messages.state, 'dead')),
  ]);
  return { waiting: waiting!.many, dead, since: waiting!.since };
}

const fresh = (now: number) => ({ state: 'waiting' as const, attempts: 0, nextAt: now, fault: null });
const isDead = (id: string) => and(eq(messages.id, id), eq(messages.state, 'dead'));

/** Has a message sent that could not be delivered, as if it were new. Answers whether there was such a one. */
export async function tryAgain(id: string, now: number): Promise<boolean> {
  const tried = await db.write((tx) =>
    tx.update(messages).set(fresh(now)).where(isDead(id)).returning({ id: messages.id }),
  );
  return tried.length > 0;
}

/** The same for all that could not be delivered. Answers how many there were. */
export async function tryAllAgain(now: number): Promise<number> {
  const tried = await db.write((tx) =>
    tx.update(messages).set(fresh(now)).where(eq(messages.state, 'dead')).returning({ id: messages.id }),
  );
  return tried.length;
}

/** Gives up a message that could not be delivered. It is kept for a while, so that it can be taken back. */
export async function letGo(id: string): Promise<boolean> {
  const gone = await db.write((tx) =>
    tx.update(messages).set({ state: 'dropped' }).where(isDead(id)).returning({ id: messages.id }),
  );
  return gone.length > 0;
}

/** Takes that back. */
export async function putBack(id: string): Promise<boolean> {
  // What was dropped by itself had nothing more to say: only what has failed was let go by somebody.
  const back = await db.write((tx) =>
    tx
      .update(messages)
      .set({ state: 'dead' })
      .where(and(eq(messages.id, id), eq(messages.state, 'dropped'), isNotNull(messages.fault)))
      .returning({ id: messages.id }),
  );
  return back.length > 0;
}
