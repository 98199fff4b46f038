/** What a reader of facts keeps for lists follows them: looked at again when they change, or the rules do. */
import { setImmediate } from 'node:timers/promises';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';

import { type Changed, changedFor, lookAgainAt, lookedAt } from './changed-people.server.ts';
import { goBy, isGoneBy } from './derivations.server.ts';
import type { Fact, Reader } from './fact.ts';
import { factsOfEach } from './facts.server.ts';

type Derive<D> = (personId: string, facts: readonly Fact[]) => D;
export type Keeper<D> = {
  reader: Reader;
  /** by what it derives: where it is another than when it last did, everybody is looked at */
  rules: string;
  /** epoch ms */
  now: number;
  /** lists people for another reason than that their facts changed */
  listMore?(): Promise<void>;
  /** reads what it needs of these people beside their facts */
  prepare(personIds: readonly string[]): Promise<Derive<D>>;
  keep(tx: Tx, derived: D[]): Promise<void>;
  /** whether somebody stays listed: something of theirs is not to be known yet */
  stays?(facts: readonly Fact[]): boolean;
};

const PORTION = 50;
/** when this process began */
const BEGAN = Math.round(performance.timeOrigin);

/** Has a reader go by its rules, and lists everybody where they are new; false where it is left to a newer process. */
export const startKeeping = <D>(
  { reader, rules, now }: Keeper<D>,
  stopping: AbortSignal,
  began = BEGAN,
): Promise<boolean> => goBy(reader, { rules, began }, now, stopping);

/**
 * Derives anew what has changed, and, where the rules are others, everybody's. In portions, so that others can write in
 * between; several instances may do it at once. Nothing where a newer process goes by other rules.
 */
export async function keepUp<D>(keeper: Keeper<D>, stopping: AbortSignal, began = BEGAN): Promise<void> {
  if (!(await startKeeping(keeper, stopping, began))) return;
  const later = new Set<string>();
  while (!stopping.aborted) {
    await keeper.listMore?.();
    const changed = await changedFor(keeper.reader, PORTION, later);
    if (changed.length === 0) return;
    const stays = await keepPortion(keeper, changed);
    if (stays === null) return;
    for (const personId of stays) later.add(personId);
  }
}

/**
 * The facts are read before the portion is taken: should any come in between, that person is not taken, and looked at
 * again. Only one instance takes a change, and sees what was kept of the one before. Returns who stays listed; null where
 * another process goes by other rules by now, which all of it is left to.
 */
export async function keepPortion<D>(
  keeper: Keeper<D>,
  changed: readonly Changed[],
): Promise<string[] | null> {
  const ids = changed.map(({ personId }) => personId);
  const [facts, derive] = await Promise.all([factsOfEach(ids), keeper.prepare(ids)]);
  const derived = new Map<string, D>();
  for (const [personId, theirs] of facts) {
    derived.set(personId, derive(personId, theirs));
    // Whoever asks something meanwhile is answered between two people.
    await setImmediate();
  }
  const later = [...facts].flatMap(([personId, theirs]) => (keeper.stays?.(theirs) ? [personId] : []));
  const isKept = await db.write(async (tx) => {
    if (!(await isGoneBy(tx, keeper.reader, keeper.rules))) return false;
    const taken = await lookedAt(tx, keeper.reader, changed);
    await keeper.keep(
      tx,
      [...derived].filter(([personId]) => taken.has(personId)).map(([, one]) => one),
    );
    await lookAgainAt(tx, keeper.reader, later);
    return true;
  });
  return isKept ? later : null;
}
