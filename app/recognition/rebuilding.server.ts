/** Makes what people were given anew from facts alone, and puts right what differs from what is kept. */
import { and, asc, count, eq, gt, inArray } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { type Changed, lookAgainAt } from '#app/facts/changed-people.server.ts';
import { keepPortion, startKeeping } from '#app/facts/keeping.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { changedPeople, derivations } from '#db/schema/facts.ts';

import { grantsKeeper } from './keeping.server.ts';
import { type Differences, noDifferences } from './kept-grants.server.ts';
import { recognitionVersion } from './rules.server.ts';

const PORTION = 200;
const TAKEN =
  'A process that began later goes by other rules, so that this one leaves everything to it. Restart Guildhall with the rules that should hold, and run this again.';
const isForRecognition = eq(changedPeople.reader, 'recognition');

/**
 * Goes through everybody, and says after each portion how many of how many are done. What is written meanwhile is not
 * overlooked: a portion is listed as changed and taken, as it is when facts change.
 */
export async function rebuildRecognition(
  now: number,
  say: (done: number, all: number) => void,
): Promise<Differences> {
  const differences = noDifferences();
  const keeper = await grantsKeeper(now, differences);
  if (!(await startKeeping(keeper, new AbortController().signal))) throw new Error(TAKEN);
  const all = await db.read.$count(people);
  let done = 0;
  for (let after = ''; ;) {
    const ids = (
      await db.read
        .select({ id: people.id })
        .from(people)
        .where(gt(people.id, after))
        .orderBy(asc(people.id))
        .limit(PORTION)
    ).map(({ id }) => id);
    if (ids.length === 0) return differences;
    await db.write((tx) => lookAgainAt(tx, 'recognition', ids));
    if ((await keepPortion(keeper, await listedOf(ids))) === null) throw new Error(TAKEN);
    done += ids.length;
    say(done, Math.max(all, done));
    after = ids.at(-1)!;
  }
}

const listedOf = (ids: string[]): Promise<Changed[]> =>
  db.read
    .select({ personId: changedPeople.personId, changes: changedPeople.changes })
    .from(changedPeople)
    .where(and(isForRecognition, inArray(changedPeople.personId, ids)));

/** What waits to be looked at in any quiet minute; more than this, and everybody's standing is being made anew. */
const AT_ANY_TIME = 200;

/** How far it is while everybody's standing is made anew because the rules are others; null when it is not. */
export async function progressOf(): Promise<{ done: number; all: number } | null> {
  const [known] = await db.read.select().from(derivations).where(eq(derivations.reader, 'recognition'));
  const version = `${recognitionVersion()} ${await zoneHere()}`;
  const [all, [listed]] = await Promise.all([
    db.read.$count(people),
    db.read.select({ people: count() }).from(changedPeople).where(isForRecognition),
  ]);
  const unlisted =
    known?.rules !== version
      ? all
      : known.listedUpTo === null
        ? 0
        : await db.read.$count(people, gt(people.id, known.listedUpTo));
  const waiting = Math.min(all, unlisted + listed!.people);
  return waiting > (unlisted > 0 ? 0 : AT_ANY_TIME) ? { done: all - waiting, all } : null;
}
