import { beforeAll, describe, expect, it } from 'vitest';

import { newId } from '#db/ids.ts';
import { paths } from '#app/paths.ts';
import { submit, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { page, post, publish, read, start } from './asking.ts';

let amara: TestPerson;
let strangers: TestPerson[];
/** a private postmortem, and what hangs from it */
let id: string;
let entryId: string;
let itemId: string;
beforeAll(async () => {
  amara = await somebody('Amara');
  strangers = [
    await somebody('Petra'),
    await somebody('Olga', 'organiser'),
    await somebody('Vera', 'administrator'),
  ];
  id = await start(amara, { title: 'The kaleidoscope cracked', private: 'yes' });
  await post(amara, paths.postmortemActions(id), {
    statement: 'Mend the kaleidoscope',
    owner: strangers[0]!.email,
  });
  await publish(amara, id, 'The kaleidoscope was old.');
  await post(amara, paths.postmortemReopening(id));
  const edit = await page(amara, paths.editPostmortem(id));
  entryId = new RegExp(`/timeline/([0-9a-z]{16})`).exec(edit)![1]!;
  itemId = new RegExp(`/action-items/([0-9a-z]{16})`).exec(edit)![1]!;
});

const pages: [string, (one: Ids) => string][] = [
  ['itself', ({ id }) => paths.postmortem(id)],
  ['its editor', ({ id }) => paths.editPostmortem(id)],
  ['a section', ({ id }) => paths.postmortemSection(id, 'summary')],
  ['its facts', ({ id }) => paths.postmortemFacts(id)],
  ['its timeline', ({ id }) => paths.postmortemTimeline(id)],
  ['an entry', ({ id, entryId }) => paths.timelineEntry(id, entryId)],
  ['its milestones', ({ id }) => paths.postmortemMilestones(id)],
  ['its people', ({ id }) => paths.postmortemPeople(id)],
  ['its publication', ({ id }) => paths.postmortemPublication(id)],
  ['its new action item', ({ id }) => paths.postmortemActions(id)],
  ['it in print', ({ id }) => paths.printPostmortem(id)],
  ['it in Markdown', ({ id }) => paths.postmortemMarkdown(id)],
  ['an action item', ({ itemId }) => paths.actionItem(itemId)],
];
const posts: [string, (one: Ids) => string][] = [
  ...pages.filter(([name]) => !['itself', 'its editor', 'it in print', 'it in Markdown'].includes(name)),
  ['a preview', ({ id }) => paths.sectionPreview(id, 'summary')],
  ['a section of one’s own', ({ id }) => paths.postmortemSections(id)],
  ['moving an entry', ({ id, entryId }) => paths.timelineEntryPosition(id, entryId)],
  ['removing an entry', ({ id, entryId }) => paths.timelineEntryRemoval(id, entryId)],
  ['bringing an entry back', ({ id }) => paths.timelineEntryReturn(id)],
  ['letting somebody go', ({ id }) => paths.postmortemPerson(id, amara.id)],
  ['its reach', ({ id }) => paths.postmortemReach(id)],
  ['a review', ({ id }) => paths.postmortemReview(id)],
  ['a return', ({ id }) => paths.postmortemReturn(id)],
  ['a reopening', ({ id }) => paths.postmortemReopening(id)],
  ['accepting an item', ({ itemId }) => paths.actionItemAcceptance(itemId)],
  ['completing an item', ({ itemId }) => paths.actionItemCompletion(itemId)],
  ['verifying an item', ({ itemId }) => paths.actionItemVerification(itemId)],
  ['reopening an item', ({ itemId }) => paths.actionItemReopening(itemId)],
  ['dropping an item', ({ itemId }) => paths.actionItemDropping(itemId)],
];
type Ids = { id: string; entryId: string; itemId: string };
const real = (): Ids => ({ id, entryId, itemId });
const nowhere = { id: newId(), entryId: newId(), itemId: newId() };

/** An answer without what differs from one request to the next. */
async function answer(response: Response) {
  let body = await response.text();
  const ids = [...Object.values(real()), ...Object.values(nowhere)];
  for (const one of ids) body = body.replaceAll(one, 'ID');
  body = body.replace(/nonce="[^"]*"/g, '').replaceAll(response.headers.get('X-Request-Id')!, 'REQUEST');
  body = body.replace(/"nonce","[^"]*"|nonce\\?":\\?"[^"\\]*/g, '');
  const headers = [...response.headers]
    .filter(([name]) => name !== 'x-request-id' && name !== 'content-security-policy')
    .map(([name, value]) => [name, ids.reduce((text, one) => text.replaceAll(one, 'ID'), value)]);
  return { status: response.status, headers, body };
}

describe('what is not theirs is to everybody as if it were not there', () => {
  it.each(pages)('%s', async (_, path) => {
    for (const as of strangers) {
      const theirs = await answer(await visit(path(real()), { as }));
      expect(theirs.status).toBe(404);
      expect(theirs.body).not.toContain('kaleidoscope');
      expect(theirs).toEqual(await answer(await visit(path(nowhere), { as })));
    }
  });
  it.each(posts)('posting to %s', async (_, path) => {
    const fields = {
      markdown: 'x',
      version: '1',
      note: 'x',
      title: 'x',
      kind: 'incident',
      text: 'x',
      reach: 'everyone',
      heading: 'x',
    };
    for (const as of strangers) {
      const theirs = await answer(await submit(path(real()), fields, { as }));
      expect(theirs.status).toBe(404);
      expect(theirs.body).not.toContain('kaleidoscope');
      expect(theirs).toEqual(await answer(await submit(path(nowhere), fields, { as })));
    }
  });

  it('and nothing came of it', async () => {
    const words = await read(amara, paths.postmortem(id));
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
      expect(found).not.toContain(id);
      expect(found).not.toContain(itemId);
    }
  }
});

it('no page of anybody’s is kept by what stands between us and them', async () => {
  for (const [, path] of pages) {
    const response = await visit(path(real()), { as: amara });
    expect([path(real()), response.status, response.headers.get('Cache-Control')]).toEqual([
      path(real()),
      200,
      expect.stringContaining('no-store'),
    ]);
  }
});

it('nobody who is not signed in is told more than to sign in', async () => {
  for (const [, path] of pages) {
    const theirs = await answer(await visit(path(real())));
    expect(theirs.status).toBe(302);
    expect(theirs).toEqual(await answer(await visit(path(nowhere))));
  }
});

describe('whoever may only read', () => {
  it.each(
    posts.filter(([name]) => !/item|review|return$|reopening/.test(name) && name !== 'its publication'),
  )('is refused %s', async (_, path) => {
    const nina = await somebody('Nina');
    await post(amara, paths.postmortemPeople(id), { person: nina.email, part: 'reader' });
    const before = await read(amara, paths.printPostmortem(id)).then((words) =>
      words.replaceAll(/with .*?Timeline/g, ''),
    );
    const response = await submit(
      path(real()),
      { markdown: 'x', version: '2', text: 'x', reach: 'everyone', heading: 'x' },
      { as: nina },
    );
    expect(response.status).toBe(403);
    const after = await read(amara, paths.printPostmortem(id)).then((words) =>
      words.replaceAll(/with .*?Timeline/g, ''),
    );
    expect(after).toBe(before);
  });

  it('may verify a fix, and do nothing else to an item', async () => {
    const nina = await somebody('Nina');
    await post(amara, paths.postmortemPeople(id), { person: nina.email, part: 'reader' });
    for (const path of [
      paths.actionItemCompletion,
      paths.actionItemDropping,
      paths.actionItemReopening,
      paths.actionItemAcceptance,
      paths.actionItem,
    ])
      expect(
        (await submit(path(itemId), { note: 'x', statement: 'x', version: '1' }, { as: nina })).status,
      ).toBe(403);
    await post(amara, paths.actionItemCompletion(itemId));
    await post(nina, paths.actionItemVerification(itemId), { note: 'Looked at it.' });
    expect(await read(amara, paths.actionItem(itemId))).toContain('Looked at it.');
  });

  it('is told where they stand when they try to take a step', async () => {
    const nina = await somebody('Nina');
    await post(amara, paths.postmortemPeople(id), { person: nina.email, part: 'reader' });
    for (const path of [paths.postmortemReview, paths.postmortemPublication])
      expect((await post(nina, path(id))).page).toContain('Only the people who work on it can do that');
    expect(await read(amara, paths.postmortem(id))).toContain('Draft');
  });
});
