import { beforeAll, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { submit, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { page, post, read } from './asking.ts';
import { anything, editing, type Ids, itemSteps, privateOne, steps } from './ways-in.ts';

let amara: TestPerson;
/** may read it, and no more */
let nina: TestPerson;
let one: Ids;
beforeAll(async () => {
  [amara, nina] = [await somebody('Amara'), await somebody('Nina')];
  one = await privateOne(amara, amara);
  await post(amara, paths.postmortemPeople(one.id), { person: nina.email, part: 'reader' });
});
const asItStands = async () => [
  await read(amara, paths.printPostmortem(one.id)),
  await read(amara, paths.actionItem(one.itemId)),
];

it.each([...editing, ...itemSteps])('whoever may only read is refused %s', async (_, path) => {
  const before = await asItStands();
  expect((await submit(path(one), { ...anything, version: '2' }, { as: nina })).status).toBe(403);
  expect(await asItStands()).toEqual(before);
});

it.each(steps)('and told so where they take %s', async (_, path) => {
  expect((await post(nina, path(one))).page).toContain('Only the people who work on it can do that');
  expect(await read(amara, paths.postmortem(one.id))).toContain('Draft');
});

it('is offered no way to change it', async () => {
  const html = await page(nina, paths.postmortem(one.id));
  for (const path of [
    paths.editPostmortem,
    paths.postmortemPeople,
    paths.postmortemReview,
    paths.postmortemPublication,
  ])
    expect(html).not.toContain(`"${path(one.id)}"`);
  for (const path of [paths.editPostmortem, paths.postmortemPublication, paths.postmortemPeople])
    expect((await visit(path(one.id), { as: nina })).status).toBe(403);
});

it('may verify a fix', async () => {
  await post(amara, paths.actionItemCompletion(one.itemId));
  await post(nina, paths.actionItemVerification(one.itemId), { note: 'Looked at it.' });
  expect(await read(amara, paths.actionItem(one.itemId))).toContain('Looked at it.');
});

it('once it is published, nobody changes what it says, its author neither', async () => {
  await post(amara, paths.postmortemPublication(one.id));
  const before = await asItStands();
  for (const [, path] of editing.slice(0, -3))
    expect((await submit(path(one), anything, { as: amara })).status).toBe(403);
  expect(await asItStands()).toEqual(before);
});
