/** People whose recent work nobody has thanked since: a few, from anywhere, in no order. */
import { createHash } from 'node:crypto';

import { and, asc, eq, gte, isNull, lt, notExists } from 'drizzle-orm';

import type { FactKind } from '#app/facts/fact.ts';
import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { facts } from '#db/schema/facts.ts';
import { thanks } from '#db/schema/recognition.ts';

import { notOptedOut } from './choices.server.ts';
import { managersAbove } from './managers-above.server.ts';
import { A_FEW, RECENT, worthThanks } from './unthanked.ts';

const LOOKED_AT = 16;
const undoing = aliasOf(facts, 'undoing');

export type Unthanked = { id: string; name: string; did: string | null };

/**
 * A handful of people whom nobody has thanked since they did something worth it; `handful` names which: the same words
 * give the same, for the day that they name. Looks into the index of facts at a place of chance for each kind, so that
 * it costs the same however much happened. Never whoever asks, or somebody above them: they could not be thanked.
 */
export async function unthanked(viewer: { id: string }, handful: string, now: number): Promise<Unthanked[]> {
  const above = await managersAbove(viewer.id);
  const kinds = inChanceOrder(Object.keys(worthThanks) as FactKind[], handful);
  const found = new Map<string, Unthanked>();
  for (const kind of kinds) {
    const from = now - RECENT;
    const place = from + Math.floor(chance(`${handful} ${kind}`) * RECENT);
    // From there on; and from the beginning, should there be nothing.
    const rows = await workAt(kind, [place, now + 1]);
    if (rows.length < LOOKED_AT) rows.push(...(await workAt(kind, [from, place])));
    const some = inChanceOrder(rows, handful).filter(({ id }) => id !== viewer.id && !above.has(id));
    // No kind has all the names: who verified a fix is as near as who spoke.
    for (const { id, name } of some.slice(0, 2))
      found.set(id, found.get(id) ?? { id, name, did: worthThanks[kind] ?? null });
    if (found.size >= A_FEW) break;
  }
  return inChanceOrder([...found.values()], handful).slice(0, A_FEW);
}

const workAt = (kind: FactKind, [from, until]: [number, number]) =>
  db.read
    .select({ id: people.id, name: people.name })
    .from(facts)
    .innerJoin(people, and(eq(people.id, facts.personId), isNull(people.deactivatedAt)))
    .where(
      and(
        eq(facts.kind, kind),
        gte(facts.at, from),
        lt(facts.at, until),
        isNull(facts.undoes),
        notExists(
          db.read
            .select({ id: undoing.id })
            .from(undoing)
            .where(
              and(
                eq(undoing.personId, facts.personId),
                eq(undoing.kind, facts.kind),
                eq(undoing.undoes, facts.id),
              ),
            ),
        ),
        notExists(
          db.read
            .select({ id: thanks.id })
            .from(thanks)
            .where(
              and(eq(thanks.toId, facts.personId), gte(thanks.givenAt, facts.at), isNull(thanks.withdrawnAt)),
            ),
        ),
        notOptedOut(facts.personId),
      ),
    )
    .orderBy(asc(facts.at))
    .limit(LOOKED_AT);

/** 0 to 1, the same for the same words. */
const chance = (words: string): number =>
  createHash('sha256').update(words).digest().readUInt32BE() / 2 ** 32;

/** Shuffled, the same for the same words. */
const inChanceOrder = <T>(all: readonly T[], words: string): T[] =>
  all
    .map((one, nth) => ({ one, place: chance(`${words} ${nth} ${JSON.stringify(one)}`) }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
