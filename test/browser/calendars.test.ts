/** Somebody subscribes to their dates, with scripts and without, and takes the address back. */
import { beforeAll, expect, it } from 'vitest';

import { axe, foundNorthwind, type OpenApp, openApp, type Person } from '#test/support/browser.ts';

let app: OpenApp;
let mara: Person;
beforeAll(async () => {
  app = await openApp();
  mara = await app.newPerson();
  await foundNorthwind(app, mara);
});

it.each([
  ['with JavaScript', { javaScriptEnabled: true }],
  ['without JavaScript', { javaScriptEnabled: false }],
  [
    'on a phone in the dark',
    { javaScriptEnabled: true, colorScheme: 'dark' as const, viewport: { width: 390, height: 844 } },
  ],
])('%s', async (_, looks) => {
  const { context, page } = await app.newPerson({ ...looks, tolerates: /404/ });
  await context.addCookies(await mara.context.cookies());
  await page.goto('/account');
  await page.getByRole('main').locator('a[href="/account/calendars"]').click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('main').locator('form:has(select) button').click();
  const address = await page.locator('input[readonly]').inputValue();
  await page.getByRole('main').locator('li').waitFor();
  expect(await axe(page)).toEqual([]);
  const beyond = () => document.documentElement.scrollWidth - window.innerWidth;
  if (looks.javaScriptEnabled) expect(await page.evaluate(beyond)).toBeLessThanOrEqual(0);

  // A program has no cookies.
  const stranger = await fetch(address);
  expect(stranger.headers.get('Content-Type')).toMatch(/^text\/calendar/);
  expect(await stranger.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);

  await page.getByRole('main').locator('li button').click();
  await page.getByRole('main').locator('li').waitFor({ state: 'detached' });
  expect((await fetch(address)).status).toBe(404);
  await context.close();
});
