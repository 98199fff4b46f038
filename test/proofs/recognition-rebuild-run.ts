/** Run by recognition-rebuild.proof.ts with a database of its own: prints what was seen, as JSON. */
import Sqlite from 'better-sqlite3';

import { db } from '#db/database.server.ts';

import { chance } from '../../scripts/bench/chance.ts';
import { DAY, largeCompany } from '../../scripts/bench/data.ts';
import { livesOf } from './belt-lives.ts';
import { differing } from './differing.ts';

await db.migrate();
// What reads the database is loaded once there is one.
const { beltRules } = await import('#app/belts/rules.server.ts');
const { keepRecognition } = await import('#app/recognition/keeping.server.ts');
const { rebuildRecognition } = await import('#app/recognition/rebuilding.server.ts');
const { notUndone } = await import('#app/facts/facts.server.ts');
const { grants } = await import('#db/schema/recognition.ts');
const { notices } = await import('#db/schema/notices.ts');

const file = new Sqlite(process.env.DATABASE_URL!.slice('file:'.length));
const lives = livesOf(file, chance(20_261_127), {
  rules: beltRules(),
  people: largeCompany.people,
  champions: largeCompany.champions,
});
let now = 0;
for (const season of lives.seasons) {
  now = season.until;
  lives.live(season);
  await keepRecognition(now, new AbortController().signal);
}

const standingNow = async () =>
  notUndone(await db.read.select().from(grants)).map(
    ({ personId, rule, factId, gives, what, points, squadId, at }) =>
      [personId, rule, factId, gives, what, points, squadId, at].join(' '),
  );
/** So long after everything that nothing is news. */
const later = now + 30 * DAY;
const heardOf = () => db.read.$count(notices);

const kept = await standingNow();
const rows = await db.read.$count(grants);
const heard = await heardOf();
const beside = await rebuildRecognition(later, () => undefined);

file.exec('drop trigger grants_no_delete; delete from grants');
const began = performance.now();
let portions = 0;
await rebuildRecognition(later, () => (portions += 1));
const rebuildMs = Math.round(performance.now() - began);
const rebuilt = await standingNow();

const differences = [
  ...differing('kept and rebuilt', kept, rebuilt),
  ...Array.from({ length: beside.granted }, () => 'Beside what was kept: one more was granted.'),
  ...Array.from({ length: beside.undone }, () => 'Beside what was kept: one was undone.'),
  ...(kept.length === rebuilt.length ? [] : [`${kept.length} were kept, ${rebuilt.length} rebuilt.`]),
  ...(heard === (await heardOf()) ? [] : ['Somebody heard of it.']),
];
const byRule: Record<string, number> = {};
for (const line of rebuilt) byRule[line.split(' ')[1]!] = (byRule[line.split(' ')[1]!] ?? 0) + 1;
const { facts, undone } = lives.counted();
await db.close();
process.stdout.write(
  `${JSON.stringify({ people: lives.people.length, facts, undone, stand: rebuilt.length, counterRows: (rows - kept.length) / 2, byRule, portions, rebuildMs, differences })}\n`,
);
