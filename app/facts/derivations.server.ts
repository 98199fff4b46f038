/** By which rules each reader of facts derives what it keeps. */
import { setImmediate } from 'node:timers/promises';

import { asc, eq, gt } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { derivations, facts } from '#db/schema/facts.ts';

import { lookAgainAt } from './changed-people.server.ts';
import type { Reader } from './fact.ts';
import { goesOn, type GoingBy } from './going-by.ts';

const LISTED_AT_ONCE = 1000;

const known = async (from: Pick<Tx, 'select'>, reader: Reader) =>
  (await from.select().from(derivations).where(eq(derivations.reader, reader)))[0];

/** Whether a reader goes by these rules at this moment. */
export const isGoneBy = async (tx: Tx, reader: Reader, rules: string): Promise<boolean> =>
  (await known(tx, reader))?.rules === rules;

/**
 * Has a reader go by these rules from now on, and lists everybody with facts, in portions, where they are others than
 * before. False where it is left to another process: it is newer, or took this over meanwhile.
 */
export async function goBy(
  reader: Reader,
  mine: GoingBy,
  now: number,
  stopping: AbortSignal,
): Promise<boolean> {
  const before = await known(db.read, reader);
  if (before?.rules === mine.rules && before.listedUpTo === null) return true;
  for (let begun = false; !stopping.aborted; begun = true) {
    const left = await db.write(async (tx) => {
      const at = await known(tx, reader);
      if (begun ? at?.rules !== mine.rules : !goesOn(mine, at, now)) return 'to-another';
      if (at?.rules !== mine.rules) await takeOver(tx, reader, mine, now);
      const listed = at?.rules === mine.rules ? at.listedUpTo : '';
      return listed === null ? 'nothing' : listMore(tx, reader, listed);
    });
    if (left !== 'some') return left === 'nothing';
    // Whoever asks something meanwhile is answered between two portions.
    await setImmediate();
  }
  return false;
}

async function takeOver(tx: Tx, reader: Reader, { rules, began }: GoingBy, now: number): Promise<void> {
  const taken = { rules, began, takenAt: now, listedUpTo: '' };
  await tx
    .insert(derivations)
    .values({ reader, ...taken })
    .onConflictDoUpdate({ target: derivations.reader, set: taken });
}

/** Lists the next of everybody. */
async function listMore(tx: Tx, reader: Reader, after: string): Promise<'some' | 'nothing'> {
  const next = await tx
    .selectDistinct({ personId: facts.personId })
    .from(facts)
    .where(gt(facts.personId, after))
    .orderBy(asc(facts.personId))
    .limit(LISTED_AT_ONCE);
  const ids = next.map(({ personId }) => personId);
  await lookAgainAt(tx, reader, ids);
  const listedUpTo = ids.length < LISTED_AT_ONCE ? null : ids.at(-1)!;
  await tx.update(derivations).set({ listedUpTo }).where(eq(derivations.reader, reader));
  return listedUpTo === null ? 'nothing' : 'some';
}
