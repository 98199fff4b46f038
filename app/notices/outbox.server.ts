import { and, eq, inArray, isNull } from 'drizzle-orm';

import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { inParts } from '#db/parts.ts';
import { people } from '#db/schema/accounts.ts';
import { messages, mutedKinds } from '#db/schema/notices.ts';

import { chosenAs, isSwitchable, type Kind } from './kinds.ts';
import { sendingFrom } from './sending.server.ts';

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

/**
 * Drops what still waits for these people of a kind and a subject, for a message that says all that it would have. One
 * that is being sent at this moment may say what is over.
 */
export async function dropWaiting(
  tx: Tx,
  { personIds, kind, subjectId, now }: Omit<Required<Posting>, 'personId'> & { personIds: string[] },
): Promise<void> {
  await tx
    .update(messages)
    .set({ state: 'dropped', nextAt: now })
    .where(
      and(
        eq(messages.state, 'waiting'),
        eq(messages.kind, kind),
        eq(messages.subjectId, subjectId),
        inArray(messages.personId, personIds),
      ),
    );
}

/** The same of one thing for many, in few statements; `as`: the kind by which they choose whether it comes. */
export async function postAll(
  tx: Tx,
  personIds: readonly string[],
  { kind, as, subjectId, now }: Omit<Posting, 'personId'> & { as: Kind },
): Promise<void> {
  for (const part of inParts(personIds)) {
    const wanting = await whoWants(tx, part, as);
    if (wanting.length === 0) continue;
    const what = { kind, subjectId: subjectId ?? null, state: 'waiting' as const, madeAt: now, nextAt: now };
    await tx.insert(messages).values(wanting.map((personId) => ({ id: newId(), personId, ...what })));
    posted();
  }
}

/** Who of these are here and want mail of this kind; asked with as many as one statement takes. */
async function whoWants(from: Pick<Tx, 'select'>, personIds: string[], kind: string): Promise<string[]> {
  const rows = await from
    .select({ id: people.id, mutedAt: mutedKinds.mutedAt })
    .from(people)
    .leftJoin(mutedKinds, and(eq(mutedKinds.personId, people.id), eq(mutedKinds.kind, chosenAs(kind))))
    .where(and(inArray(people.id, personIds), isNull(people.deactivatedAt)));
  return rows.filter(({ mutedAt }) => mutedAt === null || !isSwitchable(kind)).map(({ id }) => id);
}

/** Whether a person is here and wants mail of this kind. */
export async function isWanted(from: Pick<Tx, 'select'>, personId: string, kind: string): Promise<boolean> {
  const [person] = await from
    .select({ leftAt: people.deactivatedAt, mutedAt: mutedKinds.mutedAt })
    .from(people)
    .leftJoin(mutedKinds, and(eq(mutedKinds.personId, people.id), eq(mutedKinds.kind, chosenAs(kind))))
    .where(eq(people.id, personId));
  if (!person || person.leftAt !== null) return false;
  return person.mutedAt === null || !isSwitchable(kind);
}

/** A message that somebody has taken to send it. */
export type Taken = NonNullable<Awaited<ReturnType<typeof takeDue>>>;

export const { isAnythingDue, takeDue, wasSent, wasDropped, hasFailed } = sendingFrom(messages);
