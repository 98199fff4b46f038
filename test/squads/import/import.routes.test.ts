import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { squads } from '#db/schema/squads.ts';
import { submit, textOf, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

let olga: TestPerson;
beforeAll(async () => {
  olga = await somebody('Olga', 'organiser');
});
const upload = (kind: string, content: string | Uint8Array<ArrayBuffer>) => {
  const form = new FormData();
  form.set('file', new File([content], 'list.csv', { type: 'text/csv' }));
  return submit(`/${kind}/import`, form, { as: olga });
};
const preview = async (answer: Response) => {
  expect(answer.status).toBe(303);
  const path = answer.headers.get('Location')!;
  const html = await (await visit(path, { as: olga })).text();
  return { path, html, seen: /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? '' };
};
const called = async (email: string) =>
  (await db.read.select().from(people).where(eq(people.email, email)))[0]?.name;

it('shows what would change, and writes it only when told to', async () => {
  const nina = await somebody('Nina');
  const answer = await upload(
    'people',
    `email;name\n${nina.email};Nina Berg\nnew@x.example;=HYPERLINK(1)\nbroken;B\nq@x.example;"Q\n`,
  );
  const { path, html, seen } = await preview(answer);
  const words = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  expect(words).toContain('1 new, 1 changed, 0 unchanged, 2 not read');
  expect(words).toMatch(/Nina → Nina Berg/);
  for (const where of ['Line 4, column email', 'Line 5, column name', 'semicolons'])
    expect(words).toContain(where);
  expect(await called(nina.email)).toBe('Nina');

  expect((await submit(path, { seen }, { as: olga })).status).toBe(303);
  expect([await called(nina.email), await called('new@x.example')]).toEqual(['Nina Berg', '=HYPERLINK(1)']);
  const again = await submit(path, { seen }, { as: olga });
  expect([again.status, again.headers.get('Location')]).toEqual([303, '/people/import']);
});

it('does not overwrite what changed since, and shows it', async () => {
  const jonas = await somebody('Jonas');
  const { path, seen } = await preview(await upload('people', `email,name\n${jonas.email},Jonas Brandt\n`));
  await db.write((tx) => tx.update(people).set({ name: 'Jonas Weber' }).where(eq(people.id, jonas.id)));
  const late = await submit(path, { seen }, { as: olga });
  expect(late.status).toBe(409);
  const html = await late.text();
  expect(html).toContain('Nothing was imported.');
  expect(html).toContain('Jonas Weber');
  expect(await called(jonas.email)).toBe('Jonas Weber');
  const now = /name="seen" value="([^"]*)"/.exec(html)![1]!;
  await submit(path, { seen: now }, { as: olga });
  expect(await called(jonas.email)).toBe('Jonas Brandt');
});

it('reads what older spreadsheets write, and says so', async () => {
  const bytes = Uint8Array.from('name;area\nK\xfcche;Caf\xe9\n', (letter) => letter.charCodeAt(0));
  const { path, html, seen } = await preview(await upload('squads', bytes));
  expect(html).toContain('Windows-1252');
  await submit(path, { seen }, { as: olga });
  const [squad] = await db.read.select().from(squads).where(eq(squads.name, 'Küche'));
  expect(squad?.area).toBe('Café');
});

it.each([
  ['a wrong header', 'shoe size\n38\n', 'Missing: email'],
  ['nothing but a header', 'email,name\n', 'There is only a first line'],
  ['an empty file', ' ', 'That file is empty'],
  ['a picture', '\x89PNG\0\0\x01', 'not a table as text'],
])('%s is refused with what to do', async (_, content, words) => {
  const answer = await upload('people', content);
  expect(answer.status).toBe(422);
  expect(await textOf(answer)).toContain(words);
});

it('is nobody else’s to look at', async () => {
  const { path } = await preview(await upload('people', 'email,name\nx1@x.example,X\n'));
  const petra = await somebody('Petra', 'organiser');
  expect((await visit(path, { as: petra })).status).toBe(404);
  expect((await visit(path, { as: await somebody('Tom') })).status).toBe(403);
});
