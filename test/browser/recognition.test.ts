/** A thanks from the form to the wall, as two people do it: once with scripts and once without. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import {
  axe,
  foundNorthwind,
  joinNorthwind,
  type OpenApp,
  openApp,
  type Person,
} from '#test/support/browser.ts';

let app: OpenApp;
let mara: Person;
beforeAll(async () => {
  app = await openApp();
  mara = await app.newPerson();
  await foundNorthwind(app, mara);
});

const clean = async (page: Page) => expect(await axe(page), page.url()).toEqual([]);
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name }).first().click();

describe.each([
  ['with JavaScript', true, 'Tomasz Kowalski'],
  ['without JavaScript', false, 'Ingrid Solheim'],
] as const)('%s', (_, javaScriptEnabled, name) => {
  const looks = [
    { colorScheme: 'light' as const, viewport: { width: 1280, height: 900 } },
    { colorScheme: 'dark' as const, viewport: { width: 390, height: 844 } },
  ][javaScriptEnabled ? 0 : 1]!;

  it('a thanks is given, shown by whoever had it, and on the wall', async () => {
    const giver = await app.newPerson({ javaScriptEnabled, ...looks, tolerates: /422/ });
    const receiver = await app.newPerson({ javaScriptEnabled, ...looks });
    await joinNorthwind(mara, giver, `Giver${name}`);
    await joinNorthwind(mara, receiver, name);
    const email = `${name.split(' ')[0]!.toLowerCase()}@northwind.example`;

    await giver.page.goto(paths.recognition());
    await clean(giver.page);
    await giver.page.getByRole('main').getByRole('link', { name: 'Say thank you' }).first().click();
    await giver.page.locator('[name=to]').fill(`giver${email}`);
    await giver.page.locator('[name=reason]').fill('You stayed on the call until it was over.');
    await giver.page.locator('[name=meant][value=wall]').check();
    await press(giver.page, 'Say thank you');
    // It was to oneself: refused, and nothing is lost.
    await giver.page.locator('[name=to][aria-invalid=true]').waitFor();
    expect(await giver.page.locator('[name=reason]').inputValue()).toContain('You stayed');
    expect(await giver.page.locator('[name=meant][value=wall]').isChecked()).toBe(true);
    await clean(giver.page);
    await giver.page.locator('[name=to]').fill(email);
    await press(giver.page, 'Say thank you');
    await giver.page.waitForURL(/\/thanks\/[0-9a-z]{16}$/);
    await clean(giver.page);

    await receiver.page.goto(paths.ownRecognition());
    await clean(receiver.page);
    await press(receiver.page, /Show it on the wall/);
    await receiver.page
      .getByRole('main')
      .getByRole('button', { name: /Take it off/ })
      .waitFor();
    await clean(receiver.page);

    await mara.page.goto(paths.recognition());
    const card = mara.page.getByRole('article').filter({ hasText: name }).first();
    await card.getByText('You stayed on the call until it was over.').waitFor();
    await clean(mara.page);
    await giver.page.goto(paths.recognition());
    await clean(giver.page);
    await receiver.page.goto(paths.recognitionChoices());
    await clean(receiver.page);
    await press(receiver.page, 'Yes, please');
    await receiver.page.getByRole('main').getByRole('button', { name: 'No longer' }).waitFor();
  }, 300_000);
});
