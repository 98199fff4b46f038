import { and, asc, eq, lte } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { messages, mutedKinds } from '#db/schema/notices.ts';

import { waitAfter } from './back-off.ts';
import { isSwitchable } from './kinds.ts';

/**
 * For so long a message belongs to whoever took it. Longer than anybody tries to send one: should the process end in
 * between, another takes it after that.
 */
const HELD = 2 * 60_000;

let posted = () => {};
/** Calls back whenever something was put into the outbox by this process. It may not be committed yet. */
export const whenPosted = (callBack: () => void) => void (posted = callBack);

type Posting = { personId: string; kind: string; subjectId?: string; now: number };

/** Puts a message into the outbox, unless its receiver has left or does without mail of this kind. */
export async function post(tx: Tx, { personId, kind, subjectId, now }: Posting): Promise<void> {
  if (!(await isWanted(tx, personId, kind))) return;
  await tx.insert(messages).values({
    id: newId(),
    personId,
    kind,
    subjectId: subjectId ?? null,
    state: 'waiting',
    madeAt: now,
    nextAt: now,
  });
  posted();
}

/** Whether a person is here and wants mail of this kind. */
export async function isWanted(from: Pick<Tx, 'select'>, personId: string, kind: string): Promise<boolean> {
  const [person] = await from
    .select({ leftAt: people.deactivatedAt, mutedAt: mutedKinds.mutedAt })
    .from(people)
    .leftJoin(mutedKinds, and(eq(mutedKinds.personId, people.id), eq(mutedKinds.kind, kind)))
    .where(eq(people.id, personId));
  if (!person || person.leftAt !== null) return false;
  return person.mutedAt === null || !isSwitchable(kind);
}

const isDue = (now: number) => and(eq(messages.state, 'waiting'), lte(messages.nextAt, now));

/** Whether a message is due. */
export async function isAnythingDue(now: number): Promise<boolean> {
  const [due] = await db.read.select({ id: messages.id }).from(messages).where(isDue(now)).limit(1);
  return due !== undefined;
}

/** A message that somebody has taken to send it. */
export type Taken = NonNullable<Awaited<ReturnType<typeof takeDue>>>;

/** Takes the message that has been due the longest; null when none is. Of two who ask at once, each gets another. */
export async function takeDue(now: number) {
  return db.write(async (tx) => {
    const [due] = await tx
      .select({
        id: messages.id,
        personId: messages.personId,
        kind: messages.kind,
        subjectId: messages.subjectId,
        attempts: messages.attempts,
      })
      .from(messages)
      .where(isDue(now))
      .orderBy(asc(messages.nextAt), asc(messages.id))
      .limit(1);
    if (!due) return null;
    const heldUntil = now + HELD;
    await tx.update(messages).set({ nextAt: heldUntil }).where(eq(messages.id, due.id));
    return { ...due, heldUntil };
  });
}

type Outcome = Partial<
  Pick<typeof messages.$inferInsert, 'state' | 'attempts' | 'nextAt' | 'sentAt' | 'fault'>
>;

/** Whoever was so slow that another has taken the message since has nothing to say about it any more. */
const settle = ({ id, heldUntil }: Taken, outcome: Outcome) =>
  db.write((tx) =>
    tx
      .update(messages)
      .set(outcome)
      .where(and(eq(messages.id, id), eq(messages.state, 'waiting'), eq(messages.nextAt, heldUntil))),
  );

/** The mail server has accepted it. */
export const wasSent = (taken: Taken, now: number) =>
  settle(taken, { state: 'sent', attempts: taken.attempts + 1, sentAt: now, nextAt: now, fault: null });

/** There is nothing to be sent any more. */
export const wasDropped = (taken: Taken, now: number) => settle(taken, { state: 'dropped', nextAt: now });

/** It was not accepted: it is tried again later, or, where that is of no use, put aside for an administrator. */
export function hasFailed(
  taken: Taken,
  { words, forGood }: { words: string; forGood: boolean },
  now: number,
) {
  const attempts = taken.attempts + 1;
  const wait = forGood ? null : waitAfter(attempts);
  return settle(taken, {
    state: wait === null ? 'dead' : 'waiting',
    attempts,
    fault: words,
    nextAt: now + (wait ?? 0),
  });
}
