import Sqlite from 'better-sqlite3';
import { expect, it, vi } from 'vitest';

import { beltCardOf, beltPath } from '#app/belts/path-page.server.ts';
import { promotionsOf } from '#app/belts/promotions.server.ts';
import { promotionPage } from '#app/belts/promotion-page.server.ts';
import { beltsOf } from '#app/belts/standing.server.ts';
import { waiversOf } from '#app/belts/waivers.server.ts';
import { engine, fileOf } from '#db/engine.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

import { earnGreen, keep, undone } from '../belts/belt-world.ts';

const { heard, planOf } = await vi.hoisted(() => import('./query-plans.ts'));

it.runIf(engine === 'sqlite')('looks through no facts and no standings of others', async () => {
  const mara = await somebody('Mara');
  await earnGreen(mara, now);
  await keep(now);
  await keep(now + 330 * day);
  await undone('none', now);
  await beltPath(mara.id, now);
  await beltCardOf(mara.id, now);
  await beltsOf([mara.id]);
  await waiversOf(mara.id, now);
  await promotionPage(mara, (await promotionsOf(mara.id))[0]!.id, now);

  const file = new Sqlite(fileOf(process.env.DATABASE_URL!), { readonly: true });
  const queries = [...heard].filter((query) =>
    /^select .* from "(facts|changed_people|belt_|promotions|evidence|activities|attestations|enrolments)/.test(
      query,
    ),
  );
  const looked = queries.flatMap((query) =>
    planOf(file, query)
      // "undoes nothing" is true of nearly every fact.
      .filter((step) => /^SCAN (facts|changed|belt|prom|evid|activ|attest|enrol)|facts_undoes/.test(step))
      // Everybody with facts is listed by their ids, from one on, when the rules change.
      .filter(() => !query.startsWith('select distinct "person_id" from "facts"'))
      .map((step) => `${step}: ${query}`),
  );
  file.close();
  expect(queries.length).toBeGreaterThan(10);
  expect(looked).toEqual([]);
});
