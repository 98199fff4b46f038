/** What every outbox does, whatever lies in it: something is taken, sent, and then said to be sent or to have failed. */
import { and, asc, eq, isNotNull, lte, type SQL } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { announcements } from '#db/schema/channels.ts';
import type { messages } from '#db/schema/notices.ts';

import { waitAfter } from './back-off.ts';

/**
 * For so long something belongs to whoever took it. Longer than anybody tries to send one: should the process end in
 * between, another takes it after that.
 */
const HELD = 2 * 60_000;

type Outbox = typeof messages | typeof announcements;
type Settled = Partial<
  Pick<typeof messages.$inferInsert, 'state' | 'attempts' | 'nextAt' | 'sentAt' | 'fault'>
>;
/** Which one, as whoever took it has it. */
type Held = { id: string; attempts: number; heldUntil: number };

/** What went wrong, in words without secrets; `forGood`: it is of no use to try again; `notBefore`: epoch ms. */
export type Failure = { words: string; forGood: boolean; notBefore?: number | undefined };

/** The commands of one outbox. */
export function sendingFrom<Box extends Outbox>(box: Box) {
  // Of all of them, what they have in common.
  const rows = box as unknown as typeof messages;
  const isDue = (now: number, also?: SQL) => and(eq(rows.state, 'waiting'), lte(rows.nextAt, now), also);

  /** Whoever was so slow that another has taken it since has nothing to say about it any more. */
  const settle = ({ id, heldUntil }: Held, outcome: Settled) =>
    db.write((tx) =>
      tx
        .update(rows)
        .set(outcome)
        .where(and(eq(rows.id, id), eq(rows.state, 'waiting'), eq(rows.nextAt, heldUntil))),
    );
  /** Answers whether there was one in this state. */
  const change = async (id: string, from: SQL | undefined, to: Settled) => {
    const changed = await db.write((tx) =>
      tx
        .update(rows)
        .set(to)
        .where(and(eq(rows.id, id), from))
        .returning({ id: rows.id }),
    );
    return changed.length > 0;
  };

  return {
    /** Whether something is due. */
    async isAnythingDue(now: number): Promise<boolean> {
      const [due] = await db.read.select({ id: rows.id }).from(rows).where(isDue(now)).limit(1);
      return due !== undefined;
    },

    /** Takes what has been due the longest (`also`: of those); null when nothing is. Of two who ask at once, each gets another. */
    takeDue: (now: number, also?: SQL) =>
      db.write(async (tx) => {
        const [due] = await tx
          .select()
          .from(rows)
          .where(isDue(now, also))
          .orderBy(asc(rows.nextAt), asc(rows.id))
          .limit(1);
        if (!due) return null;
        const heldUntil = now + HELD;
        await tx.update(rows).set({ nextAt: heldUntil }).where(eq(rows.id, due.id));
        return { ...(due as Box['$inferSelect']), heldUntil };
      }),

    /** Whom it was handed to has accepted it. */
    wasSent: (taken: Held, now: number) =>
      settle(taken, { state: 'sent', attempts: taken.attempts + 1, sentAt: now, nextAt: now, fault: null }),

    /** There is nothing to be sent any more. */
    wasDropped: (taken: Held, now: number) => settle(taken, { state: 'dropped', nextAt: now }),

    /** It was not accepted: it is tried again later, or, where that is of no use, put aside for somebody to see to. */
    hasFailed(taken: Held, { words, forGood, notBefore = 0 }: Failure, now: number) {
      const attempts = taken.attempts + 1;
      const wait = forGood ? null : waitAfter(attempts);
      return settle(taken, {
        state: wait === null ? 'dead' : 'waiting',
        attempts,
        fault: words,
        nextAt: wait === null ? now : Math.max(now + wait, notBefore),
      });
    },

    /** Has something sent that was put aside, as if it were new. */
    tryAgain: (id: string, now: number) => change(id, eq(rows.state, 'dead'), fresh(now)),

    /** The same for all that were put aside. Answers how many there were. */
    async tryAllAgain(now: number): Promise<number> {
      const tried = await db.write((tx) =>
        tx.update(rows).set(fresh(now)).where(eq(rows.state, 'dead')).returning({ id: rows.id }),
      );
      return tried.length;
    },

    /** Gives up what was put aside. It is kept for a while, so that it can be taken back. */
    letGo: (id: string) => change(id, eq(rows.state, 'dead'), { state: 'dropped' }),

    /** Takes that back. What was dropped by itself had nothing more to say: only what has failed was let go by somebody. */
    putBack: (id: string) =>
      change(id, and(eq(rows.state, 'dropped'), isNotNull(rows.fault)), { state: 'dead' }),
  };
}

const fresh = (now: number) => ({ state: 'waiting' as const, attempts: 0, nextAt: now, fault: null });

/** Has several work at once, each until it answers that there is no more. Throws what one threw, once all have ended. */
export async function manyAtOnce(many: number, workOne: () => Promise<boolean>): Promise<void> {
  const untilThereIsNoMore = async () => {
    while (await workOne());
  };
  const workers = await Promise.allSettled(Array.from({ length: many }, untilThereIsNoMore));
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
}
