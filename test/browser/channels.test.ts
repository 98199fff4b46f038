/** An administrator makes a channel, an organiser looks at what it would be told, and tells it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { curriculum } from '#app/training/curriculum.server.ts';
import { openReceiver, type Receiver } from '#test/channels/receiver.ts';
import { axe, foundNorthwind, type OpenApp, openApp, type Person } from '#test/support/browser.ts';

const [module] = curriculum();
const clean = async (page: Page) => expect(await axe(page), page.url()).toEqual([]);
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name }).first().click();

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  let chat: Receiver;
  let app: OpenApp;
  let mara: Person;

  beforeAll(async () => {
    chat = await openReceiver();
    app = await openApp({ CHANNEL_HOSTS: `127.0.0.1:${chat.port}` });
    mara = await app.newPerson({ javaScriptEnabled, tolerates: /422/ });
    await foundNorthwind(app, mara);
  });
  afterAll(() => chat.close());

  it('makes a channel, after its address was refused once, and tries it out', async () => {
    const { page } = mara;
    await page.goto(paths.channels());
    await clean(page);
    await page.getByRole('main').getByRole('link', { name: 'Add a channel' }).first().click();
    await page.locator('[name=name]').fill('#guild');
    await page.locator('[name=kind]').selectOption('mattermost');
    await page.locator('[name=lesson]').check();
    await page.locator('[name=secretAddress]').fill('https://169.254.169.254/latest');
    await press(page, 'Add the channel');
    await page.getByText('CHANNEL_HOSTS').waitFor();
    expect(await page.locator('[name=name]').inputValue()).toBe('#guild');
    expect(await page.locator('[name=lesson]').isChecked()).toBe(true);
    await clean(page);

    await page.locator('[name=secretAddress]').fill(chat.url);
    await press(page, 'Add the channel');
    await page.waitForURL(/\/channels\/\w{8,}$/);
    await clean(page);
    expect(await page.locator('[name=secretAddress]').inputValue()).toBe('');
    await press(page, 'Send a trial post');
    await page.getByText(/It arrived/).waitFor();
    expect(chat.heard).toHaveLength(1);
  });

  it('has a signing secret for a program of ours, shown once', async () => {
    const { page } = mara;
    await page.goto(paths.newChannel());
    await page.locator('[name=name]').fill('Our robot');
    await page.locator('[name=kind]').selectOption('webhook');
    await page.locator('[name=secretAddress]').fill(chat.url);
    await press(page, 'Add the channel');
    const secret = page.locator('input[readonly]');
    expect(await secret.inputValue()).toMatch(/^whsec_/);
    await clean(page);
    const first = await secret.inputValue();
    await page.getByRole('link', { name: 'I have kept it' }).click();
    await page.getByRole('link', { name: 'The signing secret' }).click();
    await page.getByRole('heading', { level: 1, name: 'Signing secret' }).waitFor();
    await clean(page);
    await press(page, 'Make it anew');
    await secret.waitFor();
    expect(await secret.inputValue()).not.toBe(first);
  });

  it('tells the channel of a lesson, having seen what it says', async () => {
    const { page } = mara;
    await page.goto(paths.module(module!.key));
    await page.getByRole('main').getByRole('link', { name: 'Tell the channel' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tell the channel' }).waitFor();
    await page.getByText('What is sent, to the letter').click();
    const shown = await page.locator('pre').textContent();
    await clean(page);
    await press(page, 'Post it');
    await page.getByRole('status').first().waitFor();
    await expect.poll(() => chat.heard.length, { timeout: 20_000 }).toBe(2);
    expect(JSON.parse(chat.heard[1]!.body)).toEqual(JSON.parse(shown!));
    await page.goto(paths.announcements());
    await page.getByText('Told', { exact: true }).and(page.locator('li span')).waitFor();
    await clean(page);
  });

  it('removes the channel, and brings it back', async () => {
    const { page } = mara;
    await page.goto(paths.channels());
    await page.getByRole('link', { name: '#guild' }).click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await page.getByRole('heading', { level: 1, name: 'Channels' }).waitFor();
    expect(await page.getByRole('main').getByRole('link', { name: '#guild' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { level: 1, name: '#guild' }).waitFor();
  });
});
