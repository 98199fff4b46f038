import { beforeAll, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { submit, visit } from '#test/support/app.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { fillIn, page, post, publish, read, start } from './asking.ts';
import { formTo } from './form-fields.ts';

let amara: TestPerson;
let id: string;
beforeAll(async () => {
  amara = await somebody('Amara');
  id = await start(amara);
  await publish(amara, id, 'A check was **missing**.');
  await post(amara, paths.postmortemReopening(id));
});
const edit = () => paths.editPostmortem(id);
const undoOn = (html: string) => {
  const action = /<form[^>]*action="([^"]+)"(?:(?!<\/form>)[\s\S])*>Undo<\/button>/.exec(html)?.[1];
  if (!action) throw new Error('Nothing offers to be undone.');
  return { action, fields: formTo(action, html.slice(html.indexOf(`action="${action}"`) - 200)) };
};

it('is printed with the words that are read', async () => {
  const printed = await read(amara, paths.printPostmortem(id));
  for (const words of ['Checkout was slow', 'The alarm rang.', 'A check was missing', 'Amara'])
    expect(printed).toContain(words);
});

it('is written out as Markdown under a plain name', async () => {
  const out = await visit(paths.postmortemMarkdown(id), { as: amara });
  expect(out.headers.get('Content-Disposition')).toBe('attachment; filename="checkout-was-slow.md"');
  expect(out.headers.get('X-Content-Type-Options')).toBe('nosniff');
  const other = await start(amara, { title: '"; filename=/費用\r\nX: y' });
  const named = await visit(paths.postmortemMarkdown(other), { as: amara });
  expect(named.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[a-z0-9-]+\.md"$/);
  expect(named.headers.get('X')).toBeNull();
});

const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '<a href="javascript:alert(1)">x</a>',
  '<svg onload=alert(1)>',
  '![x](x" onerror="alert(1))',
  '<iframe src="//evil.test"></iframe>',
  '<form action="//evil.test"><button>x</button></form>',
];
it.each(payloads)('%s is harmless in a preview, on the page and in print', async (payload) => {
  const path = paths.sectionPreview(id, 'summary');
  const shown = await submit(path, { markdown: `Look: ${payload}`, version: '1' }, { as: amara });
  expect(shown.status).toBe(200);
  await fillIn(amara, edit(), paths.postmortemSection(id, 'summary'), { markdown: `Look: ${payload}` });
  for (const html of [
    await shown.text(),
    await page(amara, paths.postmortem(id)),
    await page(amara, paths.printPostmortem(id)),
  ]) {
    const prose = html
      .replace(/<textarea[\s\S]*?<\/textarea>/g, '')
      .replace(/<script nonce[\s\S]*?<\/script>/g, '');
    expect(prose).toContain('Look:');
    expect(prose).not.toMatch(
      /<script>alert|<iframe|<(svg|img)\b[^>]*\son\w+=|<a\b[^>]*href="javascript:|<form\b[^>]*evil/i,
    );
    expect(html).not.toContain('<script>alert(1)');
  }
});

it('a preview saves nothing, and goes on from the text that was edited', async () => {
  const path = paths.sectionPreview(id, 'went-well');
  const answer = await submit(path, { markdown: 'Not *saved*.', version: '1' }, { as: amara });
  const html = await answer.text();
  expect(html).toContain('<em>saved</em>');
  expect(formTo(paths.postmortemSection(id, 'went-well'), html)).toEqual([
    ['version', '1'],
    ['markdown', 'Not *saved*.'],
  ]);
  expect(await read(amara, paths.postmortem(id))).not.toContain('Not saved');
});

it('a removed entry can be brought back in one step', async () => {
  const entryId = /\/timeline\/([0-9a-z]{16})/.exec(await page(amara, edit()))![1]!;
  const removal = paths.timelineEntryRemoval(id, entryId);
  const { page: after } = await post(amara, removal);
  expect(await read(amara, paths.printPostmortem(id))).not.toContain('The alarm rang.');
  expect((await submit(removal, {}, { as: amara })).status).toBe(404);
  const { action, fields } = undoOn(after);
  await post(amara, action, fields);
  expect(await read(amara, paths.printPostmortem(id))).toContain('The alarm rang.');
});

it('a person who was let go can be brought back in one step', async () => {
  const nina = await somebody('Nina');
  await post(amara, paths.postmortemPeople(id), { person: nina.email, part: 'participant' });
  const { page: after } = await post(amara, paths.postmortemPerson(id, nina.id));
  expect((await visit(paths.postmortem(id), { as: nina })).status).toBe(404);
  const { action, fields } = undoOn(after);
  await post(amara, action, fields);
  expect((await visit(edit(), { as: nina })).status).toBe(200);
});

it('a publication can be taken back in one step', async () => {
  const own = await start(amara);
  await publish(amara, own);
  await post(amara, paths.postmortemReopening(own));
  const { page: after } = await post(amara, paths.postmortemPublication(own));
  await post(amara, undoOn(after).action);
  expect(await read(amara, paths.postmortem(own))).toContain('Draft');
});

it('entries are moved by buttons', async () => {
  const own = await start(amara);
  for (const [time, text] of [
    ['09:00', 'The first.'],
    ['10:00', 'The second.'],
  ] as const)
    await post(amara, paths.postmortemTimeline(own), { day: '2026-03-04', time, text });
  const first = /\/timeline\/([0-9a-z]{16})/.exec(await page(amara, paths.editPostmortem(own)))![1]!;
  await post(amara, paths.timelineEntryPosition(own, first), { to: 'later' });
  const words = await read(amara, paths.printPostmortem(own));
  expect(words.indexOf('The second.')).toBeLessThan(words.indexOf('The first.'));
});

it('the start page shows what waits for a person, theirs or their squad’s, and what is new', async () => {
  const [nina, petra] = [await somebody('Nina'), await somebody('Petra')];
  const squad = await squadOf('Payments', petra);
  const own = await start(amara, { title: 'The lighthouse went dark' });
  const item = { kind: '', severity: '', dueOn: '', ticket: '', sprint: '' };
  await post(amara, paths.postmortemActions(own), { ...item, statement: 'Light it', owner: nina.email });
  await post(amara, paths.postmortemActions(own), { ...item, statement: 'Guard it', owner: squad.name });
  expect(await read(amara, paths.home())).toContain('The lighthouse went dark');
  expect(await read(nina, paths.home())).not.toContain('Light it');
  await publish(amara, own);
  expect(await read(nina, paths.home())).toMatch(/Light it[\s\S]*The lighthouse went dark/);
  expect(await read(petra, paths.home())).toContain('Guard it');
  expect(await read(petra, paths.home())).not.toContain('Light it');
});

it('addresses that nobody would write lead somewhere', async () => {
  for (const query of [
    '?q=%22*%22',
    '?after=x',
    '?after=1~a',
    `?q=${'x'.repeat(5000)}`,
    '?state=x&kind=y&severity=z',
    '?severity=1&severity=2',
  ])
    for (const path of [paths.postmortems(), paths.actionItems()])
      expect([query, (await visit(path + query, { as: amara })).status]).toEqual([query, 200]);
});
