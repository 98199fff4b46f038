/** An agenda from nothing to its order: by buttons, by dragging, by the arrow keys; with scripts and without. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import {
  axe,
  foundNorthwind,
  joinNorthwind,
  type OpenApp,
  openApp,
  type Person,
} from '#test/support/browser.ts';

const clean = async (page: Page) => expect(await axe(page), page.url()).toEqual([]);
const titlesOn = (page: Page) =>
  page
    .getByRole('list', { name: 'Agenda, in its order' })
    .locator('li a[href^="/agenda-items/"]')
    .allTextContents();
async function becomes(page: Page, titles: string[]): Promise<void> {
  await expect.poll(() => titlesOn(page)).toEqual(titles);
}

/** Presses, and waits for the answer. */
async function send(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('main').getByRole('button', { name, exact: true }).first().click();
  await answered;
}

async function propose(page: Page, title: string, place: RegExp, minutes = '20'): Promise<void> {
  await page.goto('/agenda-items/new');
  const select = page.locator('[name=place]');
  const wanted = (await select.locator('option').allTextContents()).find((text) => place.test(text))!;
  await select.selectOption({ label: wanted });
  await page.locator('[name=title]').fill(title);
  await page.locator('[name=kind]').selectOption('other');
  await page.locator('[name=minutes]').fill(minutes);
  await page.getByRole('button', { name: 'Propose it' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  let app: OpenApp;
  let mara: Person;
  let tom: Person;
  /** the agenda of the first meeting */
  let agenda: string;

  beforeAll(async () => {
    app = await openApp();
    mara = await app.newPerson({ javaScriptEnabled });
    tom = await app.newPerson({ javaScriptEnabled, tolerates: /403/ });
    await foundNorthwind(app, mara);
    await joinNorthwind(mara, tom, 'Tom Adeyemi');
    const { page } = mara;
    await page.goto('/meetings/series/new');
    await page.locator('[name=name]').fill('Security guild');
    await page.getByRole('main').locator('form button').first().click();
    await page.waitForURL(/\/meetings\/(series\/)?(?!new)\w{16}$/);
    await page.goto('/agenda-items');
    agenda = (await page.getByRole('link', { name: /^Agenda of/ }).getAttribute('href'))!;
  });

  it('anyone proposes, to the series and straight for the next meeting', async () => {
    const { page } = tom;
    await page.goto('/agenda-items/new');
    await clean(page);
    await propose(page, 'What OAuth does', / on /);
    await clean(page);
    await propose(page, 'Pinning, and why', / on /);
    await propose(page, 'Secrets in logs', / on /, '32');
    await propose(page, 'A story from payments', /when it fits/);
    await page.goto('/agenda-items');
    await send(page, /votes? for “A story from payments”/);
    await page.locator('button[aria-pressed=true]').waitFor();
    await clean(page);
    await page.goto(agenda);
    await becomes(page, ['What OAuth does', 'Pinning, and why', 'Secrets in logs']);
    expect(await page.getByRole('button', { name: /one up/ }).count()).toBe(0);
  });

  it('whoever runs it sees that the hour is too short, and places all the same', async () => {
    const { page } = mara;
    await page.goto(agenda);
    await page.getByText('72 of 60 minutes: 12 too many').first().waitFor();
    await clean(page);
    await send(page, 'Place “A story from payments” on the agenda');
    await becomes(page, ['What OAuth does', 'Pinning, and why', 'Secrets in logs', 'A story from payments']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await becomes(page, ['What OAuth does', 'Pinning, and why', 'Secrets in logs']);
  });

  it('puts it in order with buttons', async () => {
    const { page } = mara;
    await page.goto(agenda);
    await send(page, '“Secrets in logs” one up');
    await becomes(page, ['What OAuth does', 'Secrets in logs', 'Pinning, and why']);
    await send(page, '“Secrets in logs” one down');
    await becomes(page, ['What OAuth does', 'Pinning, and why', 'Secrets in logs']);
  });

  it('lays out the template in one step, and takes it off again', async () => {
    const { page } = mara;
    await page.goto(agenda);
    await send(page, 'Lay out the template');
    await expect.poll(async () => (await titlesOn(page)).length).toBe(6);
    await clean(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await becomes(page, ['What OAuth does', 'Pinning, and why', 'Secrets in logs']);
  });

  it.runIf(javaScriptEnabled)('puts it in order with the arrow keys, which say what they do', async () => {
    const { page } = mara;
    await page.goto(agenda);
    const handle = page.getByRole('button', { name: 'Move “Secrets in logs”' });
    await handle.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await becomes(page, ['Secrets in logs', 'What OAuth does', 'Pinning, and why']);
    expect(await handle.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByText('Secrets in logs: now 1 of 3.').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.waitForLoadState('networkidle');
    await page.reload();
    await becomes(page, ['Secrets in logs', 'What OAuth does', 'Pinning, and why']);
    await becomes((await tom.page.goto(agenda), tom.page), [
      'Secrets in logs',
      'What OAuth does',
      'Pinning, and why',
    ]);
  });

  it.runIf(javaScriptEnabled)('puts it in order by dragging; Escape lets go where it was', async () => {
    const { page } = mara;
    await page.goto(agenda);
    const handle = page.getByRole('button', { name: 'Move “Secrets in logs”' });
    const middle = async (of: ReturnType<Page['locator']>) => {
      const box = (await of.boundingBox())!;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2, bottom: box.y + box.height };
    };
    const last = await middle(page.locator('[data-item]').last());
    const drag = async () => {
      const from = await middle(handle);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x, from.y + 30);
      await page.mouse.move(from.x, last.bottom - 2, { steps: 8 });
      await becomes(page, ['What OAuth does', 'Pinning, and why', 'Secrets in logs']);
    };
    await drag();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await becomes(page, ['Secrets in logs', 'What OAuth does', 'Pinning, and why']);
    await drag();
    const kept = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.mouse.up();
    expect((await kept).status()).toBe(204);
    await clean(page);
    await page.reload();
    await becomes(page, ['What OAuth does', 'Pinning, and why', 'Secrets in logs']);
  });

  it.runIf(javaScriptEnabled)('two who order at once lose nothing', async () => {
    const { page } = mara;
    const other = await mara.context.newPage();
    await page.goto(agenda);
    await other.goto(agenda);
    await propose(tom.page, 'Brought along', / on /, '5');
    await page.getByRole('button', { name: 'Move “What OAuth does”' }).focus();
    await other.getByRole('button', { name: 'Move “Secrets in logs”' }).focus();
    await Promise.all([page.keyboard.press('ArrowDown'), other.keyboard.press('ArrowUp')]);
    for (const one of [page, other])
      await expect
        .poll(async () => (await one.reload(), (await titlesOn(one)).toSorted()))
        .toEqual(['Brought along', 'Pinning, and why', 'Secrets in logs', 'What OAuth does']);
  });
});
