import { beforeAll, describe, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { readPostmortem } from '#app/postmortems/import/read.ts';
import { writeMarkdown } from '#app/postmortems/export.ts';
import { sourceOf } from '#app/postmortems/postmortems.server.ts';
import { submit, textOf, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { page, post, publish, read, refused, start } from './asking.ts';
import { formTo } from './form-fields.ts';

let amara: TestPerson;
beforeAll(async () => {
  amara = await somebody('Amara');
});

const markdown = [
  '# A certificate expired',
  '',
  'Checkout was down for an hour.',
  '',
  '## Timeline (UTC)',
  '',
  '- 2021-02-24 11:13: It expired.',
  '- 2021-02-24 12:05: It was renewed.',
  '',
  '## Root cause',
  '',
  'Nobody was told <script>alert(1)</script> in time.',
  '',
  '## Action items',
  '',
  '- [ ] Renew by machine (Amara)',
  '',
].join('\n');

const upload = (content: BlobPart, name = 'old.md') => {
  const form = new FormData();
  form.set('file', new File([content], name));
  form.set('markdown', '');
  return form;
};
const reviewed = async (fields: FormData | Record<string, string>) => {
  const response = await submit(paths.importPostmortem(), fields, { as: amara });
  expect(response.status).toBe(200);
  return formTo(paths.importDraft(), await response.text());
};
const idIn = (to: string) => /^\/postmortems\/([0-9a-z]{16})\/edit/.exec(to)![1]!;
const changed = (fields: [string, string][], change: Record<string, string>): [string, string][] => [
  ...fields.filter(([name]) => !(name in change)),
  ...Object.entries(change),
];

describe.each([
  ['pasted', () => ({ markdown })],
  ['uploaded', () => upload(markdown)],
  ['with a byte-order mark', () => upload(`\uFEFF${markdown}`)],
])('a document that is %s', (_, sent) => {
  it('is shown before it is kept, and kept as it was corrected', async () => {
    const fields = await reviewed(sent());
    expect(fields).toContainEqual(['title', 'A certificate expired']);
    expect(fields).toContainEqual(['entry.0.at', '2021-02-24T11:13']);
    const { to } = await post(
      amara,
      paths.importDraft(),
      changed(fields, { title: 'Two certificates expired', severity: '1' }),
    );
    const words = await read(amara, paths.postmortem(idIn(to)));
    for (const kept of ['Two certificates expired', 'It was renewed.', 'Renew by machine'])
      expect(words).toContain(kept);
    expect((await sourceOf(idIn(to)))!.markdown.replace('\uFEFF', '')).toBe(markdown);
  });
});

describe('what cannot be read is refused with a word on what to do', () => {
  it.each<[string, () => FormData | Record<string, string>, string]>([
    ['nothing', () => ({ markdown: ' \n ' }), 'Choose a file, or paste its text.'],
    ['an empty file', () => upload(''), 'Choose a file, or paste its text.'],
    ['a file of spaces', () => upload(' \n'), 'Choose a file, or paste its text.'],
    [
      'a picture',
      () => upload(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff])),
      'That is not a text file.',
    ],
    ['a file too large', () => upload('x'.repeat(6 * 1048576)), 'larger than'],
    ['pasted bytes', () => ({ markdown: 'a\0b' }), 'That is not a text.'],
  ])('%s', async (_, sent, told) => {
    expect(await refused(amara, 422, paths.importPostmortem(), sent())).toContain(told);
  });
});

it('a fault is told beside its field, and nothing that was typed is lost', async () => {
  const fields = await reviewed({ markdown });
  const typed = {
    title: ' ',
    private: 'yes',
    'entry.0.at': 'around noon',
    'entry.0.text': 'It expired, we think.',
    'action.0.due': 'soon',
    'action.0.owner': 'The database people',
  };
  const answer = await refused(amara, 422, paths.importDraft(), changed(fields, typed));
  for (const told of ['Please give a title.', 'Write the time as', 'Write the day as'])
    expect(answer).toContain(told);
  const again = formTo(paths.importDraft(), answer);
  for (const [name, value] of Object.entries(typed))
    if (name !== 'title') expect(again).toContainEqual([name, value]);
  const same = ([name]: [string, string]) => !(name in typed);
  expect(again.filter(same)).toEqual(fields.filter(same));

  const { to } = await post(
    amara,
    paths.importDraft(),
    changed(again, { title: 'Now', 'entry.0.at': '', 'action.0.due': '' }),
  );
  expect(await page(amara, to)).toMatch(/checked=""[^>]*value="private"|value="private"[^>]*checked=""/);
});

it('a preview that is gone leads back to where one is made', async () => {
  expect(await read(amara, paths.importDraft())).toContain('Choose a document');
});

it('what nobody would type is no reason to fail', async () => {
  for (const fields of [
    {},
    {
      title: 'x',
      'section.0.key': '../..',
      'section.1.key': '../..',
      'entry.99999.text': 'x',
      'entry.-1.text': 'x',
    },
    {
      title: 'x',
      'section.0.key': 'summary',
      'section.1.key': 'summary',
      'section.2.key': 'unplaced',
      unplaced: 'x',
    },
    { title: 'x\0', source: '\0' },
    { title: 'x', 'action.0.text': 'y'.repeat(5000), timezone: 'z'.repeat(500) },
  ]) {
    const response = await submit(paths.importDraft(), fields as Record<string, string>, { as: amara });
    expect([303, 422]).toContain(response.status);
  }
});

it('a document that came out comes in again as the same', async () => {
  const id = await start(amara, { title: 'It came & went', timezone: 'CET' });
  await publish(amara, id, 'A check was *missing*:\n\n- one\n- two');
  const item = {
    statement: 'Add the check',
    kind: 'prevent',
    severity: '3',
    dueOn: '2026-04-01',
    ticket: 'OPS-7',
    sprint: '',
  };
  await post(amara, paths.postmortemReopening(id));
  await post(amara, paths.postmortemActions(id), { ...item, owner: amara.email });
  const out = async (which: string) => {
    const response = await visit(paths.postmortemMarkdown(which), { as: amara });
    expect(response.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[a-z0-9-]+\.md"$/);
    return response.text();
  };
  const first = await out(id);
  expect(first).toContain('It came & went');
  const { to } = await post(amara, paths.importDraft(), await reviewed({ markdown: first }));
  const second = await out(idIn(to));
  expect(readPostmortem(second).document).toEqual(readPostmortem(first).document);
  expect(second).toBe(writeMarkdown(readPostmortem(first).document));
});

it('scripts in a document are words, before and after it is kept', async () => {
  const response = await submit(paths.importPostmortem(), { markdown }, { as: amara });
  const preview = await response.text();
  expect(preview).not.toContain('<script>alert(1)');
  const { to } = await post(amara, paths.importDraft(), formTo(paths.importDraft(), preview));
  expect(await page(amara, paths.postmortem(idIn(to)))).not.toContain('<script>alert(1)');
});

it('is for those who are signed in', async () => {
  const response = await submit(paths.importPostmortem(), { markdown });
  expect(response.status).toBe(302);
  expect(await textOf(response)).not.toContain('certificate');
});
