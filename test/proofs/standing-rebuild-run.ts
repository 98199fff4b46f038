/** Run by standing-rebuild.proof.ts with a database of its own: prints what was seen, as JSON. */
import Sqlite from 'better-sqlite3';

import { db } from '#db/database.server.ts';

import { chance } from '../../scripts/bench/chance.ts';
import { largeCompany } from '../../scripts/bench/data.ts';
import { livesOf } from './belt-lives.ts';
import { differing } from './differing.ts';

await db.migrate();
// What reads the database is loaded once there is one.
const { keepStandings } = await import('#app/belts/keeping.server.ts');
const { beltRules } = await import('#app/belts/rules.server.ts');
const { standingOf } = await import('#app/belts/standing.server.ts');
const { beltStandings, promotions } = await import('#db/schema/belts.ts');
const { derivations } = await import('#db/schema/facts.ts');
const { notices } = await import('#db/schema/notices.ts');

const goesOn = new AbortController().signal;
const lives = livesOf(new Sqlite(process.env.DATABASE_URL!.slice('file:'.length)), chance(20_261_124), {
  rules: beltRules(),
  people: largeCompany.people,
  champions: largeCompany.champions,
});
let now = 0;
for (const season of lives.seasons) {
  now = season.until;
  lives.live(season);
  await keepStandings(now, goesOn);
}

const line = (row: typeof beltStandings.$inferSelect) =>
  [row.personId, row.belt, row.state, row.since, row.until, row.changesAt].join(' ');
const keptNow = async () =>
  (await db.read.select().from(beltStandings)).sort((a, b) => (line(a) < line(b) ? -1 : 1));
const heard = async () => [await db.read.$count(notices), await db.read.$count(promotions)].join(' ');

const before = await keptNow();
const heardBefore = await heard();
await db.write(async (tx) => {
  await tx.delete(beltStandings);
  await tx.delete(derivations);
});
const began = performance.now();
await keepStandings(now, goesOn);
const rebuildMs = Math.round(performance.now() - began);
const after = await keptNow();

const pages: string[] = [];
for (const id of lives.people)
  for (const { belt, state, since, until, changesAt } of (await standingOf(id, now)).belts)
    if (state !== 'not-yet') pages.push([id, belt, state, since, until, changesAt].join(' '));

const differences = [
  ...differing('kept and rebuilt', before.map(line), after.map(line)),
  ...differing('page and rebuilt', pages, after.map(line)),
  ...(heardBefore === (await heard()) ? [] : ['Somebody heard of it.']),
];
const states: Record<string, number> = {};
for (const { state } of after) states[state] = (states[state] ?? 0) + 1;
const { facts, undone } = lives.counted();
await db.close();
process.stdout.write(
  `${JSON.stringify({ people: lives.people.length, facts, undone, standings: after.length, states, rebuildMs, differences })}\n`,
);
