import { and, eq, inArray, isNull } from 'drizzle-orm';

import { notUndone } from '#app/facts/facts.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { inParts } from '#db/parts.ts';
import { grants, showings } from '#db/schema/recognition.ts';

import type { Given } from './grants.ts';
import { grantsEver } from './grants.server.ts';
import { versionOf } from './rules.server.ts';
import type { Rules } from './rules.ts';
import { tellOfGrants } from './told.server.ts';

export type Derived = { personId: string; given: Given[] };
/** What was granted and undone, and to which squads points came. */
export type Differences = { granted: number; undone: number; squads: Set<string> };
export const noDifferences = (): Differences => ({ granted: 0, undone: 0, squads: new Set() });
type Ever = Awaited<ReturnType<typeof grantsEver>>;
type Row = typeof grants.$inferInsert;

/**
 * Writes what differs from what is kept of these people, and tells them what is new. What was granted by another version
 * of a rule, and still follows as it was, stays.
 */
export async function keepGrants(
  tx: Tx,
  derived: readonly Derived[],
  { rules, now }: { rules: Rules; now: number },
): Promise<Differences> {
  if (derived.length === 0) return noDifferences();
  const ids = derived.map(({ personId }) => personId);
  const ever = Map.groupBy(await grantsEver(ids), ({ personId }) => personId);
  const versions = new Map(rules.map((rule) => [rule.key, versionOf(rule)]));
  const added: (Given & { personId: string })[] = [];
  const rows: Row[] = [];
  let undone = 0;
  for (const { personId, given } of derived) {
    const kept = ever.get(personId) ?? [];
    const { missing, untrue } = compared(kept, given);
    undone += untrue.length;
    rows.push(...untrue.map((grant) => counterOf(grant, now)));
    for (const one of missing) {
      const { recordedAt: _, rule, factId, ...rest } = one;
      const times = [...kept, ...untrue.map((grant) => ({ ...grant, undoes: grant.id }))].filter(
        (row) => row.undoes !== null && sameSource(row, one),
      ).length;
      const once = `${rule} ${personId} ${factId} ${times}`;
      rows.push({
        id: newId(),
        personId,
        rule,
        factId,
        ruleVersion: versions.get(rule)!,
        grantedAt: now,
        once,
        ...rest,
      });
      added.push({ ...one, personId });
    }
  }
  for (const part of inParts(rows)) await tx.insert(grants).values(part);
  await endShowings(tx, derived, now);
  await tellOfGrants(tx, added, { ever, rules, now });
  const squads = new Set(added.flatMap(({ squadId }) => (squadId === null ? [] : [squadId])));
  return { granted: added.length, undone, squads };
}

const sameSource = (a: { rule: string; factId: string }, b: { rule: string; factId: string }) =>
  a.rule === b.rule && a.factId === b.factId;

/** What follows and is not kept, and what is kept and does not follow. */
function compared(kept: Ever, given: readonly Given[]): { missing: Given[]; untrue: Ever } {
  const follows = (row: Ever[number], one: Given) =>
    sameSource(row, one) &&
    (['gives', 'what', 'points', 'squadId', 'at'] as const).every((key) => row[key] === one[key]);
  const standing = notUndone(kept);
  return {
    missing: given.filter((one) => !standing.some((row) => follows(row, one))),
    untrue: standing.filter((row) => !given.some((one) => follows(row, one))),
  };
}

const counterOf = ({ id, fact: _, version, ...grant }: Ever[number], now: number): Row => ({
  ...grant,
  id: newId(),
  ruleVersion: version,
  grantedAt: now,
  undoes: id,
  once: `undone ${id}`,
});

/** What does not stand any more is not shown any more. */
async function endShowings(tx: Tx, derived: readonly Derived[], now: number): Promise<void> {
  const shown = await tx
    .select({ id: showings.id, personId: showings.personId, kind: showings.kind, subject: showings.subject })
    .from(showings)
    .where(
      and(
        inArray(
          showings.personId,
          derived.map(({ personId }) => personId),
        ),
        inArray(showings.kind, ['award', 'achievement']),
        isNull(showings.until),
      ),
    );
  const stands = new Set(
    derived.flatMap(({ personId, given }) => given.map(({ gives, what }) => `${personId} ${gives} ${what}`)),
  );
  for (const { id, personId, kind, subject } of shown)
    if (!stands.has(`${personId} ${kind} ${subject}`))
      await tx.update(showings).set({ until: now, held: null }).where(eq(showings.id, id));
}
