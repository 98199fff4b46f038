import { and, asc, count, desc, eq, min } from 'drizzle-orm';

import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { beyond } from '#db/keyset.ts';
import { people } from '#db/schema/accounts.ts';
import { messages } from '#db/schema/notices.ts';

import { sendingFrom } from './sending.server.ts';

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

export const { tryAgain, tryAllAgain, letGo, putBack } = sendingFrom(messages);
