import { beforeAll, describe, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { newId } from '#db/ids.ts';
import { submit, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { page, post, read } from './asking.ts';
import { anything, editing, type Ids, itemSteps, pages, privateOne, steps } from './ways-in.ts';

let amara: TestPerson;
let strangers: TestPerson[];
let one: Ids;
const nowhere = { id: newId(), entryId: newId(), itemId: newId() };
beforeAll(async () => {
  amara = await somebody('Amara');
  strangers = [
    await somebody('Petra'),
    await somebody('Olga', 'organiser'),
    await somebody('Vera', 'administrator'),
  ];
  one = await privateOne(amara, strangers[0]!);
});

/** An answer without what differs from one request to the next. */
async function answer(response: Response) {
  let body = await response.text();
  const ids = [...Object.values(one), ...Object.values(nowhere)];
  for (const which of ids) body = body.replaceAll(which, 'ID');
  body = body.replace(/nonce="[^"]*"/g, '').replaceAll(response.headers.get('X-Request-Id')!, 'REQUEST');
  body = body.replace(/"nonce","[^"]*"|nonce\\?":\\?"[^"\\]*/g, '');
  const headers = [...response.headers]
    .filter(([name]) => name !== 'x-request-id' && name !== 'content-security-policy')
    .map(([name, value]) => [name, ids.reduce((text, which) => text.replaceAll(which, 'ID'), value)]);
  return { status: response.status, headers, body };
}

describe('what is not theirs is to everybody as if it were not there', () => {
  it.each(pages)('%s', async (_, path) => {
    for (const as of strangers) {
      const theirs = await answer(await visit(path(one), { as }));
      expect(theirs.status).toBe(404);
      expect(theirs.body).not.toContain('kaleidoscope');
      expect(theirs).toEqual(await answer(await visit(path(nowhere), { as })));
    }
  });
  it.each([...editing, ...steps, ...itemSteps])('posting to %s', async (_, path) => {
    for (const as of strangers) {
      const theirs = await answer(await submit(path(one), anything, { as }));
      expect(theirs.status).toBe(404);
      expect(theirs.body).not.toContain('kaleidoscope');
      expect(theirs).toEqual(await answer(await submit(path(nowhere), anything, { as })));
    }
  });

  it('and nothing came of it', async () => {
    const words = await read(amara, paths.postmortem(one.id));
    for (const kept of ['The kaleidoscope cracked', 'The alarm rang.', 'The kaleidoscope was old.'])
      expect(words).toContain(kept);
    expect(words).toContain('Draft');
  });
});

it('no list, search, count or notice tells of it', async () => {
  for (const as of strangers) {
    const lists = [
      paths.home(),
      paths.postmortems(),
      paths.actionItems(),
      `${paths.actionItems()}?owner=me&state=all`,
      paths.notices(),
    ];
    for (const path of [...lists, `${paths.postmortems()}?q=kaleidoscope`]) {
      const found = await page(as, path);
      for (const word of ['cracked', 'Mend the', 'alarm', 'was old']) expect(found).not.toContain(word);
      expect(found).not.toContain(one.id);
      expect(found).not.toContain(one.itemId);
    }
  }
});

it('no page of anybody’s is kept by what stands between us and them', async () => {
  for (const [, path] of pages) {
    const response = await visit(path(one), { as: amara });
    expect([path(one), response.status, response.headers.get('Cache-Control')]).toEqual([
      path(one),
      200,
      expect.stringContaining('no-store'),
    ]);
  }
});

it('nobody who is not signed in is told more than to sign in', async () => {
  for (const [, path] of pages) {
    const theirs = await answer(await visit(path(one)));
    expect(theirs.status).toBe(302);
    expect(theirs).toEqual(await answer(await visit(path(nowhere))));
  }
});

it('whoever was let go is a stranger again, with an open editor too', async () => {
  const jonas = await somebody('Jonas');
  await post(amara, paths.postmortemPeople(one.id), { person: jonas.email, part: 'participant' });
  await page(jonas, paths.editPostmortem(one.id));
  await post(amara, paths.postmortemPerson(one.id, jonas.id));
  for (const [, path] of editing) expect((await submit(path(one), anything, { as: jonas })).status).toBe(404);
});
