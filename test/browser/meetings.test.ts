/** An organiser arranges a series and invites in one go; a champion answers: once with scripts and once without. */
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
  let mara: Person;
  let jonas: Person;
  /** the page of the next meeting */
  let meeting: string;

  const clean = async (page: Page) => expect(await axe(page), page.url()).toEqual([]);
  const press = (page: Page, name: string) =>
    page.getByRole('main').getByRole('button', { name, exact: true }).first().click();

  beforeAll(async () => {
    app = await openApp();
    mara = await app.newPerson({ javaScriptEnabled, tolerates: /422/ });
    jonas = await app.newPerson({ javaScriptEnabled });
    await foundNorthwind(app, mara);
    await joinNorthwind(mara, jonas, 'Jonas Brandt');
  });

  it('an organiser begins on an empty page, and sees the dates before anything is made', async () => {
    const { page } = mara;
    await page.goto('/meetings');
    await clean(page);
    await page.getByRole('link', { name: 'Arrange the first series' }).click();
    await page.getByRole('heading', { name: 'New series' }).waitFor();
    await clean(page);
    await page.locator('[name=time]').fill('23:45');
    await page.locator('[name=place]').fill('Room Ada');
    await press(page, 'Show the next dates');
    await page.getByText('It would take place on').waitFor();
    await clean(page);
  });

  it('is told what is wrong with a rule, and loses nothing typed', async () => {
    const { page } = mara;
    await page.getByRole('radio', { name: 'By a rule of its own' }).check();
    await page.locator('[name=rule]').fill('FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31');
    await page.locator('[name=firstDay]').fill(`${new Date().getFullYear() + 1}-02-01`);
    await press(page, 'Make the series');
    await page.getByText('This rule never comes').waitFor();
    expect(await page.locator('[name=place]').inputValue()).toBe('Room Ada');
    await clean(page);
    await page.getByRole('radio', { name: 'Every two weeks' }).check();
    await page.locator('[name=firstDay]').fill(new Date(Date.now() + 86_400_000).toISOString().slice(0, 10));
    await press(page, 'Make the series');
    await page.getByRole('heading', { name: 'Next dates' }).waitFor();
    await clean(page);
  });

  it('invites everybody in one go', async () => {
    await jonas.page.goto('/meetings');
    await jonas.page.getByRole('link', { name: 'Security guild' }).last().click();
    await press(jonas.page, 'Count me in');
    await jonas.page.getByText('because you asked to be').waitFor();
    await clean(jonas.page);
    const { page } = mara;
    await page.getByRole('listitem').getByRole('link').first().click();
    await page.waitForURL(/\/meetings\/\w{16}$/);
    meeting = new URL(page.url()).pathname;
    await press(page, 'Send invitations now');
    await page.getByText('2 people are invited.').waitFor();
    await clean(page);
  });

  it('somebody says on the overview that they come, and changes their mind on its page', async () => {
    const { page } = jonas;
    await page.goto('/meetings');
    await press(page, 'Yes');
    await page.getByText('1 comes').first().waitFor();
    await clean(page);
    await page.goto(meeting);
    await press(page, 'Maybe');
    await page.getByText('1 perhaps').first().waitFor();
    await clean(page);
  });

  it('an organiser moves it, skips it, and takes that back', async () => {
    const { page } = mara;
    await page.goto(meeting);
    await page.getByRole('link', { name: 'Move', exact: true }).click();
    await page.getByRole('heading', { name: 'Move it' }).waitFor();
    await clean(page);
    await page.locator('[name=time]').fill('22:15');
    await press(page, 'Move it');
    await page.getByText('It is moved, and whoever was invited is told.').waitFor();
    await press(page, 'Skip it');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('It takes place. Whoever was invited is told.').waitFor();
    await page.getByText('What happened so far').click();
    await page.getByText('Mara Lindqvist moved it').waitFor();
    await clean(page);
    await jonas.page.goto('/notices');
    await jonas.page
      .getByText(/^Moved: Security guild/)
      .first()
      .waitFor();
  });

  it('writes another place for one meeting', async () => {
    const { page } = mara;
    await page.goto(meeting);
    await page.getByRole('link', { name: 'Change', exact: true }).click();
    await page.locator('[name=place]').fill('The roof');
    await clean(page);
    await press(page, 'Save');
    await page.getByText('The roof').first().waitFor();
  });
});
