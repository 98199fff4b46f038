import { beforeAll, expect, it } from 'vitest';

import { FAR_FUTURE } from '#app/action-items/action-item.ts';
import { countMine, listActionItems, mine } from '#app/action-items/list.server.ts';
import { type Filter, filterSchema } from '#app/action-items/list.ts';
import { type Cursor, readCursor, writeCursor } from '#app/http/cursor.ts';
import { removeMember } from '#app/squads/members.server.ts';
import { now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { addItem, published, take } from './known.ts';

let amara: TestPerson;
let postmortem: Awaited<ReturnType<typeof published>>;
beforeAll(async () => {
  amara = await somebody('Amara');
  postmortem = await published(amara);
});

const filter = (asked: Partial<Filter> = {}) => filterSchema.parse(asked);

/** Every page, its place carried through an address as the list does. */
async function pages(viewer: TestPerson, asked: Partial<Filter>) {
  const all: Awaited<ReturnType<typeof listActionItems>>['items'] = [];
  const sizes: number[] = [];
  let after: Cursor | null = null;
  do {
    const { items, next } = await listActionItems(viewer, filter(asked), after);
    all.push(...items);
    sizes.push(items.length);
    after = next && readCursor(writeCursor(next));
    if (next) expect(after).toEqual(next);
  } while (after && sizes.length < 10);
  return { all, sizes };
}

it('is read in pages that neither overlap nor skip, soonest due first, undated last', async () => {
  const jonas = await somebody('Jonas');
  const owner = { personId: jonas.id };
  const ids: string[] = [];
  for (let at = 0; at < 120; at++) {
    // ties of the same day, of the same policy, and without a date
    const due =
      at % 3 === 0 ? { dueOn: `2026-03-${10 + (at % 4)}` } : at % 3 === 1 ? { severity: 1 as const } : {};
    ids.push(await addItem(postmortem, amara, { owner, ...due }));
  }
  const { all, sizes } = await pages(jonas, { owner: 'me' });
  expect(sizes).toEqual([50, 50, 20]);
  expect(all.map(({ id }) => id).sort()).toEqual([...ids].sort());
  const places = all.map(({ dueAt, id }) => [dueAt ?? FAR_FUTURE, id] as const);
  expect(places).toEqual([...places].sort(([a, x], [b, y]) => a - b || (x < y ? -1 : 1)));
  expect(all.slice(-40).every(({ dueAt }) => dueAt === null)).toBe(true);
});

it('is narrowed by state, owner and severity', async () => {
  const [nina, petra] = [await somebody('Nina'), await somebody('Petra')];
  const squad = await squadOf('Payments', nina);
  const add = (statement: string, change: object = {}, how: object = {}) =>
    addItem(postmortem, nina, { statement, ...change }, how);
  const me = { owner: { personId: nina.id } };
  await add('open', { ...me, severity: 4 });
  await add('imported', me, { as: 'imported' });
  await take(await add('done', me), 'completed', petra);
  const verified = await add('verified', me);
  await take(verified, 'completed', petra);
  await take(verified, 'verified', amara, 'It works.');
  await take(await add('dropped', me), 'dropped', nina, 'Gone.');
  await add('of the squad', { owner: { squadId: squad.id } });
  const names = async (asked: Partial<Filter>, viewer = nina) =>
    (await listActionItems(viewer, filter(asked), null)).items.map(({ statement }) => statement).sort();

  expect(await names({ owner: 'me' })).toEqual(['done', 'imported', 'open']);
  expect(await names({ owner: 'me', state: 'all' })).toEqual([
    'done',
    'dropped',
    'imported',
    'open',
    'verified',
  ]);
  for (const state of ['open', 'imported', 'done', 'verified', 'dropped'] as const)
    expect(await names({ owner: 'me', state })).toEqual([state]);
  expect(await names({ owner: 'me', severity: '4' })).toEqual(['open']);
  expect(await names({ owner: 'my-squads' })).toEqual(['of the squad']);
  expect(await names({ owner: 'me' }, petra)).toEqual([]);

  // what waits for her: open or to be accepted, her own or her squad's
  expect(await countMine(nina)).toBe(3);
  expect((await mine(nina, 10)).map(({ statement }) => statement).sort()).toEqual([
    'imported',
    'of the squad',
    'open',
  ]);
  expect(await mine(nina, 1)).toHaveLength(1);
  await removeMember(nina, squad.id, nina.id, now);
  expect([await names({ owner: 'my-squads' }), await countMine(nina)]).toEqual([[], 2]);
});

it('shows what needs an owner: nobody’s, and those that a document names', async () => {
  const kim = await somebody('Kim');
  const own = await published(kim);
  const unowned = [await addItem(own, kim), await addItem(own, kim, { owner: { written: 'somebody' } })];
  const owned = await addItem(own, kim, { owner: { personId: kim.id } });
  const found = (await pages(kim, { owner: 'nobody' })).all.filter(
    ({ postmortemId }) => postmortemId === own.id,
  );
  expect(found.map(({ id }) => id).sort()).toEqual(unowned.sort());
  expect(found.map(({ id }) => id)).not.toContain(owned);
});
