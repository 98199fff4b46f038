import Sqlite from 'better-sqlite3';
import { expect, it, vi } from 'vitest';

import { ownRecognition } from '#app/recognition/own-page.server.ts';
import { givenThisMonth, thanksTo } from '#app/recognition/thanks.server.ts';
import { unthanked } from '#app/recognition/unthanked.server.ts';
import { wallOf, wallPage } from '#app/recognition/wall.server.ts';
import { engine, fileOf } from '#db/engine.ts';
import { now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

import { granted, putUp, thanked } from '../recognition/thanks-world.ts';

const { heard, planOf } = await vi.hoisted(() => import('./query-plans.ts'));

it.runIf(engine === 'sqlite')('walks indexes alone, and sorts no wall', async () => {
  const [mara, tomasz] = [await somebody('Mara'), await somebody('Tomasz')];
  const id = await putUp(tomasz, await thanked(mara, tomasz, { meant: 'wall' }));
  await granted(tomasz, 'award', 'mentor');
  await wallPage(mara, null);
  await wallPage(mara, { order: now, id });
  await wallOf(mara, tomasz.id);
  await unthanked(mara, 'a handful', now);
  await ownRecognition(tomasz, now);
  await thanksTo(tomasz, { order: now, id });
  await givenThisMonth(mara, now);

  const file = new Sqlite(fileOf(process.env.DATABASE_URL!), { readonly: true });
  const queries = [...heard].filter((query) =>
    /^select .* from "(showings|thanks|grants|facts)"/.test(query),
  );
  const looked = queries.flatMap((query) =>
    planOf(file, query)
      // "undoes nothing" is true of nearly every grant and fact.
      .filter((step) => /^SCAN (showings|thanks|grants|facts|people)|_undoes \(undoes=NULL/.test(step))
      .map((step) => `${step}: ${query}`),
  );
  const sorted = queries.filter(
    (query) =>
      query.includes('order by "showings"."until"') &&
      planOf(file, query).some((step) => step.includes('ORDER BY')),
  );
  file.close();
  expect(queries.length).toBeGreaterThan(10);
  expect(looked).toEqual([]);
  expect(sorted).toEqual([]);
  expect(queries.some((query) => query.includes('order by "showings"."until"'))).toBe(true);
});
