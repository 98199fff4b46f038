/** What only a browser can tell of a meeting: a code on a screen, a phone in a hand, and minutes on paper. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  axe,
  foundNorthwind,
  joinNorthwind,
  type OpenApp,
  openApp,
  type Person,
} from '#test/support/browser.ts';
import { rowsIn } from '#test/support/rows-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'guildhall-check-in-'));
const file = join(folder, 'guildhall.db');
const phone = { viewport: { width: 390, height: 844 } };
let app: OpenApp;
let mara: Person;
/** the address of a meeting that begins in ten minutes */
let meeting: string;

const clean = async (page: Page) => expect(await axe(page), page.url()).toEqual([]);
const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length;
const press = (page: Page, name: RegExp | string) =>
  page
    .getByRole('main')
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

beforeAll(async () => {
  app = await openApp({ DATABASE_URL: `file:${file}` });
  mara = await app.newPerson();
  await foundNorthwind(app, mara);
  const { page } = mara;
  const [day, time] = new Date(Date.now() + 10 * 60_000).toISOString().slice(0, 16).split('T') as [
    string,
    string,
  ];
  await page.goto('/meetings/series/new');
  await page.locator('[name=name]').fill('Security guild');
  await page.locator('[name=firstDay]').fill(day);
  await page.locator('[name=time]').fill(time);
  await page.locator('[name=timezone]').selectOption('UTC');
  await page.locator('[name=place]').fill('Room Ada');
  await page.locator('[name=host]').fill('mara@northwind.example');
  await press(page, 'Make the series');
  await page.waitForURL(/\/meetings\/series\/[0-9a-z]{16}$/);
  const [row] = rows<{ id: string }>('select id from meetings order by starts_at limit 1');
  meeting = `/meetings/${row!.id}`;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rows = <T>(query: string, ...given: unknown[]) => rowsIn<T>(file, query, ...given);

describe.each([
  ['with JavaScript', 'Jonas Brandt', true],
  ['without', 'Noor Haddad', false],
])('%s', (_, name, javaScriptEnabled) => {
  it('somebody checks in on their phone by the code on the screen', async () => {
    const person = await app.newPerson({ ...phone, javaScriptEnabled, tolerates: /422/ });
    await joinNorthwind(mara, person, name);
    await mara.page.goto(`${meeting}/check-in-code`);
    await press(mara.page, /^Make /);
    await mara.page.getByText('Good until').first().waitFor();
    await clean(mara.page);
    const code = /[0-9A-Z]{3}-[0-9A-Z]{3}/.exec(await mara.page.locator('main').innerText())![0];

    const { page } = person;
    await page.goto(meeting);
    await page.getByRole('link', { name: 'Check in', exact: true }).click();
    await clean(page);
    // Nobody's keyboard comes up before they ask for it.
    expect(await page.locator('[name=code]').evaluate((field) => field === document.activeElement)).toBe(
      false,
    );
    await page.locator('[name=code]').fill('cccccc');
    await press(page, 'Check in');
    await page.locator('[aria-invalid=true]').waitFor();
    expect(await page.locator('[name=code]').inputValue()).toBe('cccccc');
    await clean(page);
    await page.locator('[name=code]').fill(` ${code.toLowerCase().replace('-', ' ')}`);
    await press(page, 'Check in');
    await page.getByRole('heading', { name: 'You are checked in' }).waitFor();
    await clean(page);
    // Nothing on the page is wider than the phone.
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 390),
    ).toBeLessThanOrEqual(390);
  });
});

it('whoever runs it sees who is there, and marks and corrects in one press', async () => {
  const { page } = mara;
  await page.goto(`${meeting}/attendance`);
  const jonas = page.getByRole('listitem').filter({ hasText: 'Jonas Brandt' }).first();
  await jonas.getByText('Present', { exact: true }).waitFor();
  await clean(page);
  await jonas
    .getByRole('button', { name: /^Was not there/ })
    .first()
    .click();
  await jonas.getByText('Absent', { exact: true }).waitFor();
  await jonas.locator('summary').click();
  await jonas.getByRole('textbox').fill('it was a slip');
  await jonas.getByRole('button', { name: /^Was there/ }).click();
  await jonas.getByText('Present', { exact: true }).waitFor();
  await jonas.getByText('it was a slip').waitFor();
  await clean(page);
});

it('minutes stand on one sheet of paper, A4 and Letter, and without the house around them', async () => {
  const { page } = mara;
  await page.goto(`${meeting}/minutes`);
  await clean(page);
  const id = meeting.split('/').at(-1)!;
  rows(`update meetings set state = 'ended', started_at = ?, ended_at = ? where id = ?`, 1, Date.now(), id);
  const [{ series, mara: maraId }] = rows<{ series: string; mara: string }>(
    `select series_id as series, (select id from people where name = 'Mara Lindqvist') as mara from meetings where id = ?`,
    id,
  ) as [{ series: string; mara: string }];
  for (const [nth, title] of ['Signing our releases', 'A tool, shown at work'].entries()) {
    const item = `item${nth}item${nth}item${nth}0`;
    rows(
      `insert into agenda_items (id, series_id, meeting_id, kind, title, about, minutes, presenter_id, position, state,
        lineage_id, carried, outcome, proposed_by, proposed_at, version)
       values (?, ?, ?, 'other', ?, '', 20, ?, ?, 'done', ?, 0, ?, ?, 1, 1)`,
      ...[
        item,
        series,
        id,
        title,
        maraId,
        nth + 10,
        item,
        nth === 0 ? 'We start with the gateway.' : '',
        maraId,
      ],
    );
    rows(
      `insert into meeting_notes (meeting_id, item_id, version, markdown, by_id, at) values (?, ?, 1, ?, ?, 1)`,
      ...[id, item, 'Keys lie in the *vault*.\n\n- one key each\n- nobody copies it', maraId],
    );
  }
  rows(
    `insert into decisions (id, meeting_id, item_id, text, at, by_id) values ('decision00000001', ?, 'item0item0item00', ?, 1, ?)`,
    ...[id, 'Releases are signed from May on.', maraId],
  );
  // Written past the house, which knows the page it gave a moment ago.
  await page.goto(`${meeting}/minutes?anew`);
  await page.getByRole('heading', { name: 'Signing our releases' }).waitFor();
  await clean(page);
  for (const format of ['A4', 'Letter'])
    expect([format, pagesIn(await page.pdf({ format }))]).toEqual([format, 1]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Send the minutes' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await press(page, 'Send the minutes');
  await page.getByRole('button', { name: 'Send them again' }).waitFor();
  await clean(page);
  await page.goto('/meetings?q=vault');
  await page.getByRole('link', { name: 'Security guild' }).first().waitFor();
  await clean(page);
  await page.goto(meeting);
  await clean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(phone.viewport);
  for (const part of ['minutes', 'attendance', 'recording']) {
    await page.goto(`${meeting}/${part}`);
    await clean(page);
  }
});
