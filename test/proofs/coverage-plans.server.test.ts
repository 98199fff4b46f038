import Sqlite from 'better-sqlite3';
import { expect, it, vi } from 'vitest';

import { coverage, coverageOfSquad } from '#app/champions/coverage.server.ts';
import { hoursTogether } from '#app/champions/coverage-hours.server.ts';
import { waiversOf } from '#app/champions/waivers.server.ts';
import { engine, fileOf } from '#db/engine.ts';
import { now } from '#test/support/clock.ts';
import { somebody, squadOf } from '#test/support/people.ts';

import { enrolled } from '../champions/coverage-known.ts';

/** Read whole on purpose: what does not grow with the years. */
const readWhole = ['squads', 'organisations', 'versions'];

const { heard, planOf } = await vi.hoisted(() => import('./query-plans.ts'));

it.runIf(engine === 'sqlite')('looks through no table that grows with time', async () => {
  const nina = await somebody('Nina');
  const vacant = await squadOf('Ledger', nina);
  const squad = await squadOf('Payments', nina);
  await enrolled(nina, squad);
  for (const name of ['Ada', 'Ben', 'Cem', 'Dora', 'Eve']) await enrolled(await somebody(name), squad);
  await coverage(now);
  await coverageOfSquad(vacant.id, now);
  await hoursTogether(now);
  await waiversOf(nina, squad.id, now);

  const file = new Sqlite(fileOf(process.env.DATABASE_URL!), { readonly: true });
  const looked = new Set<string>();
  const queries = [...heard].filter((query) =>
    /^select .* from "(enrolments|squad|hours|cover|special)/.test(query),
  );
  for (const query of queries) {
    for (const detail of planOf(file, query)) {
      const table = /^SCAN (\w+)/.exec(detail)?.[1];
      if (table && !readWhole.includes(table)) looked.add(`${table}: ${query}`);
    }
  }
  file.close();
  expect(queries.length).toBeGreaterThan(8);
  expect([...looked]).toEqual([]);
});
