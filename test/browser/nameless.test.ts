/** Asking without a name, and coming back for the answer in a browser that knows nobody. */
import { beforeAll, expect, it } from 'vitest';

import {
  axe,
  foundNorthwind,
  joinNorthwind,
  openApp,
  type OpenApp,
  type Person,
} from '#test/support/browser.ts';
import { openBare } from '#test/db/bare-database.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let app: OpenApp;
let url: string;
let tove: Person;
beforeAll(async () => {
  url = `file:${join(mkdtempSync(join(tmpdir(), 'guildhall-nameless-')), 'guildhall.db')}`;
  app = await openApp({ DATABASE_URL: url });
  tove = await app.newPerson();
  await foundNorthwind(app, tove);
});

/** The next mark is up to a quarter of an hour away: the box is emptied by hand. */
async function emptyTheBox(): Promise<void> {
  const database = await openBare(url);
  await database.run([
    `insert into questions (id, title, text, day, secret_hash, state, version)
       select id, title, text, '2026-03-04', secret_hash, 'open', 1 from letter_box where question_id is null`,
    'delete from letter_box',
    `insert into versions (name, version) values ('questions', 1)
       on conflict (name) do update set version = version + 1`,
  ]);
  await database.close();
}

it.each([true, false])('with scripts %s: asked, answered, read by nobody in particular', async (scripts) => {
  const mara = await app.newPerson({ javaScriptEnabled: scripts });
  const title = `A key in the wiki, ${scripts}`;
  await joinNorthwind(tove, mara, scripts ? 'Ines Moreau' : 'Jonas Brandt');
  await mara.page.goto('/questions');
  await mara.page.getByRole('link', { name: 'Ask without your name' }).click();
  await mara.page.locator('[name=title]').fill(title);
  await mara.page.locator('[name=text]').fill('It is not mine.');
  expect(await axe(mara.page)).toEqual([]);
  await mara.page.getByRole('button', { name: /without my name/ }).click();
  const link = await mara.page.locator('input[readonly]').inputValue();
  expect(await axe(mara.page)).toEqual([]);
  expect(app.said()).not.toContain(link.slice(-43));

  const nobody = await app.newPerson({ javaScriptEnabled: scripts });
  await nobody.page.goto(link);
  await nobody.page.getByText('It is not mine.').waitFor();
  await emptyTheBox();

  await tove.page.goto('/questions');
  await tove.page.getByRole('link', { name: title }).click();
  await tove.page.locator('[name=text]').fill('Revoke it, then tell us.');
  expect(await axe(tove.page)).toEqual([]);
  await tove.page.getByRole('button', { name: 'Answer' }).click();
  await tove.page.getByText('Revoke it, then tell us.').waitFor();

  await nobody.page.reload();
  await nobody.page.getByText('Revoke it, then tell us.').waitFor();
  await nobody.page.locator('[name=text]').fill('Done, thank you.');
  await nobody.page.getByRole('button', { name: /without my name/ }).click();
  await nobody.page.getByText('Done, thank you.').waitFor();
  expect(await axe(nobody.page)).toEqual([]);
  await mara.context.close();
  await nobody.context.close();
});
