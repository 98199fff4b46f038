/** Keeps how people stand for lists: what pages of one person show is derived when they are asked for. */
import { setImmediate } from 'node:timers/promises';

import { asc, lte } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import {
  type Changed,
  changedFor,
  lookAgainAt,
  lookAtEverybody,
  lookedAt,
} from '#app/facts/changed-people.server.ts';
import { factsOfEach } from '#app/facts/facts.server.ts';
import { db } from '#db/database.server.ts';
import { beltStandings } from '#db/schema/belts.ts';

import { keepStanding } from './kept-standing.server.ts';
import { beltRules, rulesVersion } from './rules.server.ts';
import type { Rules } from './rules.ts';
import { type Standing, standing } from './standing.ts';

const PORTION = 50;

type By = { rules: Rules; version: string; zone: string; now: number };

/**
 * Derives anew how people stand whose facts have changed, whose belts have become others by time alone, and, where the
 * rules are others, of everybody. In portions, so that others can write in between; several instances may do it at once.
 */
export async function keepStandings(now: number, stopping: AbortSignal): Promise<void> {
  const zone = await zoneHere();
  const by = { rules: beltRules(), version: `${rulesVersion()} ${zone}`, zone, now };
  await lookAtEverybody('belts', by.version, stopping);
  const later = new Set<string>();
  while (!stopping.aborted) {
    await listWhoChangedByTime(now);
    const changed = await changedFor('belts', PORTION, later);
    if (changed.length === 0) return;
    for (const personId of await keepPortion(changed, by)) later.add(personId);
  }
}

async function listWhoChangedByTime(now: number): Promise<void> {
  const rows = await db.read
    .select({ personId: beltStandings.personId })
    .from(beltStandings)
    .where(lte(beltStandings.changesAt, now))
    .orderBy(asc(beltStandings.changesAt))
    .limit(PORTION);
  if (rows.length === 0) return;
  const personIds = [...new Set(rows.map(({ personId }) => personId))].sort();
  await db.write((tx) => lookAgainAt(tx, 'belts', personIds));
}

/**
 * The facts are read before the portion is taken: should any come in between, that person is not taken, and looked at
 * again. Only one instance takes a change, and sees what was kept of the one before. Returns who stays listed: something
 * happened to them after `now`, by the clock of another instance or while this one looked.
 */
async function keepPortion(changed: Changed[], { rules, version, zone, now }: By): Promise<string[]> {
  const facts = await factsOfEach(changed.map(({ personId }) => personId));
  const derived: { personId: string; standing: Standing }[] = [];
  for (const [personId, theirs] of facts) {
    derived.push({ personId, standing: standing(theirs, rules, { now, zone }) });
    // Whoever asks something meanwhile is answered between two people.
    await setImmediate();
  }
  const later = [...facts].flatMap(([personId, theirs]) =>
    theirs.some(({ at }) => at > now) ? [personId] : [],
  );
  await db.write(async (tx) => {
    const taken = await lookedAt(tx, 'belts', changed);
    await keepStanding(
      tx,
      derived.filter(({ personId }) => taken.has(personId)),
      { rules, version, zone, now },
    );
    await lookAgainAt(tx, 'belts', later);
  });
  return later;
}
