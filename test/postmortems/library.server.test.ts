import { beforeAll, expect, it } from 'vitest';

import type { Cursor } from '#app/http/cursor.ts';
import { browse, find, newest, underWay } from '#app/postmortems/library.server.ts';
import { type Filter, filterSchema } from '#app/postmortems/library.ts';
import { now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { complete, draft, step } from './known.ts';

let amara: TestPerson;
const ids: string[] = [];

/** 130 of Amara's, three at every moment, some of them published. */
beforeAll(async () => {
  amara = await somebody('Amara');
  for (let at = 0; at < 130; at++) {
    const postmortem = await draft(amara, { title: `Number ${at}`, at: now + Math.floor(at / 3) });
    ids.push(postmortem.id);
  }
});

const filter = (asked: Partial<Filter> = {}) => filterSchema.parse(asked);

async function pages(asked: Partial<Filter> = {}) {
  const all: { id: string; changedAt: number }[] = [];
  const sizes: number[] = [];
  let after: Cursor | null = null;
  do {
    const { found, next } = await browse(amara, filter(asked), after);
    all.push(...found);
    sizes.push(found.length);
    after = next;
  } while (after && sizes.length < 10);
  return { all, sizes };
}

it('is read in pages that neither overlap nor skip, those changed last first', async () => {
  const { all, sizes } = await pages();
  expect(sizes).toEqual([50, 50, 30]);
  expect(all.map(({ id }) => id).sort()).toEqual([...ids].sort());
  const places = all.map(({ changedAt, id }) => [-changedAt, id] as const);
  const inOrder = [...places].sort(([a, x], [b, y]) => a - b || (x < y ? 1 : -1));
  expect(places).toEqual(inOrder);
});

it('has no further page where the last one is exactly full', async () => {
  const jonas = await somebody('Jonas');
  for (let at = 0; at < 50; at++) await draft(jonas);
  const { found, next } = await browse(jonas, filter(), null);
  expect([found.length, next]).toEqual([50, null]);
});

it('goes on where it was though something was changed meanwhile', async () => {
  const petra = await somebody('Petra');
  for (let at = 0; at < 60; at++) await draft(petra, { at: now + at });
  const first = await browse(petra, filter(), null);
  await draft(petra, { at: now + 1000 });
  const second = await browse(petra, filter(), first.next);
  const seen = [...first.found, ...second.found].map(({ id }) => id);
  expect([seen.length, new Set(seen).size]).toEqual([60, 60]);
});

it('is narrowed by state, kind and severity', async () => {
  const nina = await somebody('Nina');
  const [published, drafted] = [await draft(nina, { title: 'One' }), await draft(nina, { title: 'Two' })];
  await complete(published, nina);
  await step(published, 'published', nina);
  const titles = async (asked: Partial<Filter>) =>
    (await browse(nina, filter(asked), null)).found.map(({ title }) => title).sort();
  expect(await titles({})).toEqual(['One', 'Two']);
  expect(await titles({ state: 'published' })).toEqual(['One']);
  expect(await titles({ state: 'draft' })).toEqual(['Two']);
  expect(await titles({ state: 'in-review' })).toEqual([]);
  expect(await titles({ severity: '2' })).toEqual(['One', 'Two']);
  expect(await titles({ severity: '1' })).toEqual([]);
  expect(await titles({ kind: 'near-miss' })).toEqual([]);
  // what others published is read by all, and written by them
  const jonas = await somebody('Jonas');
  expect((await browse(jonas, filter({ state: 'mine' }), null)).found).toEqual([]);
  expect((await browse(jonas, filter(), null)).found.map(({ id }) => id)).toContain(published.id);

  expect((await underWay(nina, 5)).map(({ id }) => id)).toEqual([drafted.id]);
  expect((await newest(nina, 5)).map(({ id }) => id)).toEqual([published.id]);
});

it('is searched by all of some words, the last as it begins, within what it is narrowed to', async () => {
  const kim = await somebody('Kim');
  const both = await draft(kim, { title: 'A kaleidoscope cracked' });
  await complete(both, kim, 'The telescope was heavy.');
  await draft(kim, { title: 'A kaleidoscope turned' });
  const search = async (q: string, asked: Partial<Filter> = {}) =>
    (await find(kim, filter({ ...asked, q }))).found.map(({ title }) => title).sort();
  expect(await search('kaleidoscope')).toEqual(['A kaleidoscope cracked', 'A kaleidoscope turned']);
  expect(await search('KALEIDOSCOPE teles')).toEqual(['A kaleidoscope cracked']);
  expect(await search('kaleidoscope microscope')).toEqual([]);
  expect(await search('kaleidoscope', { state: 'published' })).toEqual([]);
  expect(await search('…')).toEqual([]);
  for (const nonsense of [`"`, `' or 1=1 --`, '*', 'a:b & !c', 'near(', '\\'])
    await expect(search(nonsense)).resolves.toBeDefined();
});

it('a thing found is shown with its words around what was asked for', async () => {
  const lena = await somebody('Lena');
  const postmortem = await draft(lena, { title: 'It broke' });
  await complete(postmortem, lena, 'An <b>astrolabe</b> & its ring were bent.');
  const [one] = (await find(lena, filter({ q: 'astrolabe' }))).found;
  expect(one!.snippet).toContain('\u0002astrolabe\u0003');
  expect(one!.snippet).toContain('& its ring');
});
