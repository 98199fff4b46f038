import { expect, it } from 'vitest';

import { heard, tablesIn, tracing } from '#db/traces.ts';

it.each([
  ['select "id" from "people" where "id" = ?', ['people'], []],
  ['select 1 from "a" inner join "b" on 1 = 1 left join "c" on 1 = 1', ['a', 'b', 'c'], []],
  ['select (exists (select 1 from "audiences" as seen)) from "notices"', ['audiences', 'notices'], []],
  ['insert into "roles" ("id") values (?)', [], ['roles']],
  ['update "roles" set "x" = ?', [], ['roles']],
  ['delete from "roles" where "id" in (select "id" from "people")', ['people'], ['roles']],
  ['insert into "a" ("id") select "id" from "b" on conflict do update set "id" = 1', ['b'], ['a']],
  ['with x as (select 1 from "a") update "b" set "c" = 1', ['a'], ['b']],
  ['select rowid from search_fts where search_fts match ?', ['search_texts'], []],
])('%s', (query, read, written) => {
  expect(tablesIn(query)).toEqual({ read, written });
});

it('tells what work reads, and what it does inside to what stands around it', async () => {
  const { value, read } = await tracing(async () => {
    heard('select 1 from "a"');
    const inner = await tracing(async () => void heard('select 1 from "b"'));
    return inner.read;
  });
  expect(value).toEqual(['b']);
  expect(read).toEqual(['a', 'b']);
});
