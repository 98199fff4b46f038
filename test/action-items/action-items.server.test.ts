import { beforeAll, expect, it } from 'vitest';

import { changeActionItem, visibleActionItem } from '#app/action-items/action-items.server.ts';
import { removeMember } from '#app/squads/members.server.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { draft, give } from '../postmortems/known.ts';
import { addItem, blank, itemSeen, published } from './known.ts';

let amara: TestPerson;
let jonas: TestPerson;
let postmortem: Awaited<ReturnType<typeof published>>;
beforeAll(async () => {
  [amara, jonas] = [await somebody('Amara'), await somebody('Jonas')];
  postmortem = await published(amara);
});

it('is changed with its date and a version', async () => {
  const id = await addItem(postmortem, amara, { severity: 1 });
  const said = {
    ...blank,
    statement: 'Alert on age',
    severity: 3 as const,
    owner: { personId: jonas.id },
    ticket: 'OPS-1',
    sprint: '26.5',
  };
  expect(await changeActionItem(id, 1, said)).toMatchObject({ saved: 2 });
  const { owner: _, ...kept } = said;
  expect(await itemSeen(amara, id)).toMatchObject({
    ...kept,
    ownerId: jonas.id,
    dueAt: now + 30 * day,
    dueOrder: now + 30 * day,
    version: 2,
  });
});

it('refuses whoever changes what they have not seen', async () => {
  const id = await addItem(postmortem, amara);
  await changeActionItem(id, 1, { ...blank, statement: 'Theirs' });
  const late = await changeActionItem(id, 1, { ...blank, statement: 'Mine' });
  expect(late).toMatchObject({ refused: 'stale', now: { statement: 'Theirs', version: 2 } });
  expect((await itemSeen(amara, id)).statement).toBe('Theirs');
  expect(await changeActionItem('nonsense', 1, blank)).toEqual({ refused: 'stale', now: null });
});

it('changed by twenty at once is changed by one', async () => {
  const id = await addItem(postmortem, amara);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, at) => changeActionItem(id, 1, { ...blank, statement: `Text ${at}` })),
  );
  expect(outcomes.filter((outcome) => 'saved' in outcome)).toHaveLength(1);
});

it('keeps an owner as written until somebody says who that is', async () => {
  const id = await addItem(
    postmortem,
    amara,
    { owner: { written: 'the database people' } },
    { as: 'imported' },
  );
  await changeActionItem(id, 1, { ...blank, ticket: 'OPS-1' });
  expect(await itemSeen(amara, id)).toMatchObject({ ownerWritten: 'the database people', ownerId: null });
  await changeActionItem(id, 2, { ...blank, owner: { personId: jonas.id } });
  expect(await itemSeen(amara, id)).toMatchObject({ ownerWritten: null, ownerId: jonas.id });
});

it('stands in the order in which items were written', async () => {
  const other = await published(amara);
  const ids = [await addItem(other, amara), await addItem(other, amara), await addItem(other, amara)];
  const positions = await Promise.all(ids.map(async (id) => (await itemSeen(amara, id)).position));
  expect(positions).toEqual([1, 2, 3]);
});

it('is worked on by its owner, its squad, who writes its postmortem, and organisers', async () => {
  const [kim, lena, nina, olga] = [
    await somebody('Kim'),
    await somebody('Lena'),
    await somebody('Nina'),
    await somebody('Olga', 'organiser'),
  ];
  const petra = await somebody('Petra', 'administrator');
  const squad = await squadOf('Payments', kim);
  await give('participant', lena, postmortem, amara);
  await give('reviewer', nina, postmortem, amara);
  const id = await addItem(postmortem, amara, { owner: { squadId: squad.id } });
  const owned = await addItem(postmortem, amara, { owner: { personId: petra.id } });
  const works = async (person: TestPerson, which = id) => (await visibleActionItem(person, which))!.workable;
  for (const person of [amara, kim, lena, olga])
    expect([person.name, await works(person)]).toEqual([person.name, true]);
  for (const person of [jonas, nina, petra])
    expect([person.name, await works(person)]).toEqual([person.name, false]);
  expect(await works(petra, owned)).toBe(true);
  await removeMember(kim, squad.id, kim.id, now);
  expect(await works(kim)).toBe(false);
});

it('no role opens what hangs from a postmortem one does not see', async () => {
  const olga = await somebody('Olga', 'organiser', 'administrator');
  const hidden = await draft(amara, { reach: 'private' });
  const id = await addItem(hidden, amara, { owner: { personId: olga.id } });
  expect(await visibleActionItem(olga, id)).toBeNull();
});
