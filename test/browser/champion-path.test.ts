/** From wanting to be a champion to being one, as three people do it: once with scripts and once without. */
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

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  let app: OpenApp;
  /** organiser, applicant, and the applicant's manager */
  let mara: Person;
  let jonas: Person;
  let ines: Person;
  /** the page of the enrolment */
  let enrolment: string;

  const clean = async (page: Page) => expect(await axe(page), page.url()).toEqual([]);
  const press = (page: Page, name: string) =>
    page.getByRole('main').getByRole('button', { name, exact: true }).first().click();

  beforeAll(async () => {
    app = await openApp();
    mara = await app.newPerson({ javaScriptEnabled });
    jonas = await app.newPerson({ javaScriptEnabled });
    ines = await app.newPerson({ javaScriptEnabled });
    await foundNorthwind(app, mara);
    await joinNorthwind(mara, jonas, 'Jonas Brandt');
    await joinNorthwind(mara, ines, 'Ines Moreau');
  });

  it('an organiser makes a squad with somebody in it, and sees that it has no champion', async () => {
    const { page } = mara;
    await page.goto('/squads');
    await page.getByRole('textbox', { name: 'A new squad' }).fill('Payments');
    await press(page, 'Make it');
    await page.getByRole('heading', { level: 1, name: 'Payments' }).waitFor();
    await page.goto(`${page.url()}?who=jonas`);
    await page.getByRole('main').getByRole('button', { name: /^Add/ }).first().click();
    await page.getByText('Jonas Brandt').first().waitFor();
    await clean(page);
    await page.goto('/coverage');
    await page.getByText('No champion').first().waitFor();
    await clean(page);
  });

  it('somebody applies in two minutes', async () => {
    const { page } = jonas;
    await page.goto('/');
    await clean(page);
    await page.getByRole('link', { name: 'What it is, and how to begin' }).click();
    await page.getByRole('heading', { level: 2, name: 'Apply' }).waitFor();
    await clean(page);
    await page.locator('[name=manager]').fill('ines@northwind.example');
    await page.locator('[name=word]').fill('People ask me already.');
    await press(page, 'Apply');
    await page.waitForURL(/\/enrolments\/\w+$/);
    enrolment = new URL(page.url()).pathname;
    await clean(page);
  });

  it('nobody else sees it, but for the manager who is asked', async () => {
    const stranger = await app.newPerson({ javaScriptEnabled, tolerates: /404/ });
    await joinNorthwind(mara, stranger, 'Tom Adeyemi');
    expect((await stranger.page.goto(enrolment))!.status()).toBe(404);
    await ines.page.goto('/');
    await ines.page.getByText('Jonas Brandt would like to be the champion of Payments').waitFor();
  });

  it('the manager agrees hours by a link that is handed over, once', async () => {
    await jonas.page.getByRole('link', { name: 'A link to hand over' }).click();
    await clean(jonas.page);
    await press(jonas.page, 'Make the link');
    const link = await jonas.page.locator('input[readonly]').inputValue();
    const { page } = ines;
    await page.goto(link);
    await page.getByRole('heading', { name: 'Jonas Brandt would like to be a champion' }).waitFor();
    await clean(page);
    await page.locator('[name=hours]').fill('10');
    await press(page, 'Agree these hours');
    await page.getByText('Agreed. Jonas Brandt is told.').waitFor();
    await clean(page);
  });

  it('finds the way in, point by point, and begins', async () => {
    const { page } = jonas;
    await page.goto(enrolment);
    await clean(page);
    const done = page.getByRole('button', { name: /^Done: / });
    for (let left = await done.count(); left > 0; left -= 1) {
      await done.first().click();
      await page.waitForFunction(
        (points) => document.querySelectorAll('button[aria-label^="Done: "]').length === points,
        left - 1,
      );
    }
    await press(page, 'Begin as champion');
    await page.getByText('You are a champion.').first().waitFor();
    await clean(page);
  });

  it('is who everybody turns to, and the squad is covered', async () => {
    const { page } = mara;
    await page.goto('/champions');
    await page.getByRole('link', { name: 'Jonas Brandt' }).waitFor();
    await clean(page);
    await page.goto('/coverage');
    await page
      .getByText('1 of 1 squads')
      .or(page.getByText(/The one squad|1 of 1/))
      .first()
      .waitFor();
    expect(await page.getByText('Covered').count()).toBeGreaterThan(0);
  });

  it('steps down with thanks, and can come back', async () => {
    const { page } = jonas;
    await page.goto(enrolment);
    await press(page, 'Step down');
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    await clean(page);
    await press(page, 'Come back as it was');
    await page.getByText('You are a champion.').first().waitFor();
  });

  it('a checklist is at hand', async () => {
    const { page } = jonas;
    await page.goto('/checklists');
    await clean(page);
    await page.goto('/checklists/before-every-release');
    await clean(page);
  });
});
