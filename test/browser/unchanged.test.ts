/** Pages that a browser holds: they come to life when the server says "unchanged", and are gone after signing out. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';

import { foundNorthwind, type OpenApp, openApp, type Person } from '#test/support/browser.ts';

let app: OpenApp;
beforeAll(async () => {
  app = await openApp();
});

/** What the server answered for documents, which the browser itself may hide behind a 200. */
async function statuses(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const seen: [string, number][] = [];
  const documents = new Set<string>();
  session.on('Network.requestWillBeSent', ({ requestId, type }) => {
    if (type === 'Document') documents.add(requestId);
  });
  session.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
    if (documents.has(requestId)) seen.push([requestId, statusCode]);
  });
  return () => seen.splice(0).map(([, status]) => status);
}

/** A page is alive when its links are followed without loading a page. */
async function comesToLife(page: Page) {
  await page.evaluate(() => Object.assign(window, { same: true }));
  await page.getByRole('navigation').getByRole('link', { name: 'Squads' }).click();
  await page.getByRole('heading', { level: 1, name: 'Squads' }).waitFor();
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
}

let mara: Person;
it('says "unchanged", and the page that was held comes to life', async () => {
  mara = await app.newPerson();
  await foundNorthwind(app, mara);
  const { page } = mara;
  const answered = await statuses(page);
  // A page says what is overdue, so that it is made anew when the minute turns.
  for (let tries = 0; ; tries += 1) {
    await page.goto('/action-items');
    await page.goto('/people');
    answered();
    await page.goto('/action-items');
    const [status] = answered();
    if (status === 304) break;
    expect(tries, 'asked twice across the turn of a minute').toBeLessThan(2);
  }
  await page.getByRole('heading', { name: 'Action items' }).waitFor();
  await comesToLife(page);
});

it('shows what has changed at once', async () => {
  const { page } = mara;
  await page.goto('/squads');
  await page.locator('[name=name]').fill('Payments');
  await page.locator('[name=name]').press('Enter');
  await page.getByRole('status').waitFor();
  await page.goto('/squads');
  await page.getByRole('main').getByText('Payments').first().waitFor();
});

it.each([true, false])(
  'shows nothing by the back button after signing out, with JavaScript: %s',
  async (javaScriptEnabled) => {
    const person = await app.newPerson({ javaScriptEnabled });
    const { page } = person;
    await page.goto('/sign-in');
    await page.locator('[name=email]').fill('mara@northwind.example');
    await page.locator('[name=password]').fill('seven grey herons at dusk');
    await page.getByRole('main').getByRole('button').click();
    await page.getByRole('heading', { name: 'Hello, Mara' }).waitFor();
    await page.goto('/people');
    await page.getByText('mara@northwind.example').first().waitFor();
    await page.goto('/squads');
    await page.locator('summary').last().click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in');
    for (let back = 0; back < 2; back += 1) {
      await page.goBack();
      await page.locator('[name=password]').waitFor();
      // A locator asks again where a document makes room for the next; `page.content()` gives up.
      const shown = await page.locator('html').innerHTML();
      expect(shown).not.toContain('Payments');
      expect(shown).not.toContain('mara@northwind.example');
    }
  },
);
