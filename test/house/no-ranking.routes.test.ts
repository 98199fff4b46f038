/** No page, export or query sorts people by recognition: every page is asked for, and what the database is asked is heard. */
import { expect, it, vi } from 'vitest';

import { paths } from '#app/paths.ts';
import { engine } from '#db/engine.ts';
import { routeTable, visit } from '#test/support/app.ts';
import { somebody, squadOf } from '#test/support/people.ts';

import { granted, putUp, thanked } from '../recognition/thanks-world.ts';
import { ranks } from './ranking.ts';

const { heard } = await vi.hoisted(() => import('../proofs/query-plans.ts'));

it('knows a ranking when it sees one', () => {
  const by = (order: string) =>
    `select "person_id" from "thanks" group by "person_id" order by ${order} limit ?`;
  expect(ranks(by('count(*) desc'))).toBe(true);
  expect(ranks(by('sum("points") desc, "name" asc'))).toBe(true);
  expect(ranks(`select * from (${by('max("given_at")')}) order by "name"`)).toBe(true);
  expect(ranks('select "name" from "people" join "grants" on true order by (select count(*) from "x")')).toBe(
    true,
  );
  expect(ranks(by('"given_at" desc, "id" desc'))).toBe(false);
  expect(ranks('select count(*) from "thanks"')).toBe(false);
  expect(ranks('select "id" from "squads" order by count(*)')).toBe(false);
});

it.runIf(engine === 'sqlite')('no page and no export sorts people by recognition', async () => {
  const [oscar, tomasz] = [
    await somebody('Oscar', 'organiser', 'administrator'),
    await somebody('Tomasz Kowalski'),
  ];
  const squad = await squadOf('Ledger', oscar, tomasz);
  const id = await thanked(oscar, tomasz, { meant: 'wall' }, Date.now());
  await putUp(tomasz, id, Date.now());
  await granted(tomasz, 'award', 'mentor');
  const whole = Object.entries(routeTable)
    .filter(([path, { loads }]) => loads && !/[:*]/.test(path) && path !== 'live')
    .map(([path]) => (path === '/' ? path : `/${path}`));
  const ofSomebody = [paths.person(tomasz.id), paths.squad(squad.id), paths.thanks(id)];
  for (const path of [...whole, ...ofSomebody]) {
    const response = await visit(path, { as: oscar });
    expect(response.status, path).toBeLessThan(500);
    await response.text();
  }
  const queries = [...heard];
  expect(queries.filter((query) => /from "(thanks|showings|grants)"/.test(query)).length).toBeGreaterThan(5);
  expect(queries.filter(ranks)).toEqual([]);
});
