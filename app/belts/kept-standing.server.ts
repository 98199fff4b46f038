import { and, eq, inArray } from 'drizzle-orm';

import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { people } from '#db/schema/accounts.ts';
import { beltStandings } from '#db/schema/belts.ts';

import { promote } from './promoting.server.ts';
import { renewalWords } from './renewal-words.ts';
import type { Rules } from './rules.ts';
import { isHeld } from './belt-state.ts';
import { type Standing } from './standing.ts';

type Row = typeof beltStandings.$inferSelect;
type Derived = { personId: string; standing: Standing };
type By = { rules: Rules; version: string; zone: string; now: number };

/** Writes what differs from what is kept of these people, celebrates what was earned, and tells what became due. */
export async function keepStanding(tx: Tx, derived: readonly Derived[], by: By): Promise<void> {
  if (derived.length === 0) return;
  const ids = derived.map(({ personId }) => personId);
  const kept = await tx.select().from(beltStandings).where(inArray(beltStandings.personId, ids));
  const gone = await leavers(ids);
  const added: Row[] = [];
  for (const { personId, standing } of derived) {
    const before = new Map(kept.filter((row) => row.personId === personId).map((row) => [row.belt, row]));
    const now = rowsOf(personId, standing, by.version);
    for (const row of now) {
      const was = before.get(row.belt);
      if (!was) added.push(row);
      else if (!isSame(was, row)) await tx.update(beltStandings).set(row).where(isOf(personId, row.belt));
    }
    for (const belt of before.keys())
      if (!now.some((row) => row.belt === belt)) await tx.delete(beltStandings).where(isOf(personId, belt));
    if (gone.has(personId)) continue;
    await promote(tx, personId, newlyHeld(standing, before), by);
    const text = renewalWords([...before.values()], now, by);
    if (text) await tell(tx, { personId, kind: 'belt', text, path: paths.belts(), now: by.now });
  }
  if (added.length > 0) await tx.insert(beltStandings).values(added);
}

const isOf = (personId: string, belt: string) =>
  and(eq(beltStandings.personId, personId), eq(beltStandings.belt, belt));

/** What is kept of a belt that is held, or was. */
const rowsOf = (personId: string, { belts }: Standing, rules: string): Row[] =>
  belts.flatMap(({ belt, state, since, until, changesAt }) =>
    state === 'not-yet' || since === null ? [] : [{ personId, belt, state, since, until, changesAt, rules }],
  );

const isSame = (a: Row, b: Row): boolean =>
  (['state', 'since', 'until', 'changesAt', 'rules'] as const).every((key) => a[key] === b[key]);

const newlyHeld = ({ belts }: Standing, before: ReadonlyMap<string, Row>) =>
  belts.flatMap(({ belt, state, earnedAt }) => {
    const was = before.get(belt);
    return isHeld(state) && earnedAt !== null && !(was && isHeld(was.state)) ? [{ belt, earnedAt }] : [];
  });

async function leavers(ids: string[]): Promise<Set<string>> {
  const rows = await db.read
    .select({ id: people.id, deactivatedAt: people.deactivatedAt })
    .from(people)
    .where(inArray(people.id, ids));
  return new Set(rows.filter(({ deactivatedAt }) => deactivatedAt !== null).map(({ id }) => id));
}
