import { eq } from 'drizzle-orm';

import { log, stackOf } from '#app/http/log.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';

import { readFault } from './delivery-fault.ts';
import type { Letter } from './letter.ts';
import { AT_ONCE, type Mail } from './mail.server.ts';
import { type Writer, writeNotice } from './notice-letter.server.ts';
import {
  hasFailed,
  isAnythingDue,
  isWanted,
  type Taken,
  takeDue,
  wasDropped,
  wasSent,
} from './outbox.server.ts';
import { manyAtOnce } from './sending.server.ts';

type With = {
  open(): Mail;
  /** who writes messages of these kinds; all others are notices */
  writers: Record<string, Writer>;
  clock(): number;
  /** aborted: what is on its way is finished, and nothing more begun */
  stopping: AbortSignal;
};

/**
 * Sends what is due, each message at least once: one that was handed over and could not be noted as sent is sent again.
 * Ends early where the mail server answers nobody, so that a fault of the server costs one try and not one for each.
 */
export async function deliver({ open, writers, clock, stopping }: With): Promise<void> {
  if (!(await isAnythingDue(clock()))) return;
  const mail = open();
  let isDown = false;

  async function deliverOne(taken: Taken): Promise<void> {
    const written = await write(taken, writers[taken.kind] ?? writeNotice, clock());
    if (written === null) return void (await wasDropped(taken, clock()));
    if ('unwritten' in written)
      return void (await hasFailed(taken, { words: written.unwritten, forGood: false }, clock()));
    try {
      await mail.send({ id: taken.id, to: written.to }, written.letter);
    } catch (error) {
      const { verdict, words } = readFault(error);
      isDown ||= verdict === 'server';
      return void (await hasFailed(taken, { words, forGood: verdict === 'never' }, clock()));
    }
    await wasSent(taken, clock());
  }
  async function deliverNext(): Promise<boolean> {
    if (isDown || stopping.aborted) return false;
    const taken = await takeDue(clock());
    if (taken) await deliverOne(taken);
    return taken !== null;
  }

  await manyAtOnce(AT_ONCE, deliverNext).finally(() => mail.close());
}

type Written = { to: { name: string; address: string }; letter: Letter } | { unwritten: string } | null;

/** A message as a letter; null where it is not wanted any more. */
async function write(taken: Taken, writer: Writer, now: number): Promise<Written> {
  if (!(await isWanted(db.read, taken.personId, taken.kind))) return null;
  const [person] = await db.read
    .select({ name: people.name, address: people.email })
    .from(people)
    .where(eq(people.id, taken.personId));
  try {
    const letter = await writer(taken, now);
    return letter && { to: person!, letter };
  } catch (error) {
    log('error', 'letter-not-written', { kind: taken.kind, stack: stackOf(error) });
    return { unwritten: 'It could not be written. The log says why.' };
  }
}
