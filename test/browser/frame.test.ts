import { beforeAll, describe, expect, it } from 'vitest';

import { axe, foundNorthwind, type OpenApp, openApp } from '#test/support/browser.ts';

let app: OpenApp;
beforeAll(async () => {
  app = await openApp();
});

describe.each([
  ['with JavaScript', { javaScriptEnabled: true }],
  ['without JavaScript', { javaScriptEnabled: false }],
  ['in the dark', { colorScheme: 'dark' as const }],
  ['on a phone', { viewport: { width: 320, height: 640 } }],
])('%s', (_, looks) => {
  it('the set-up page opens by the printed link, and nothing on it stands in anybody’s way', async () => {
    const { page } = await app.newPerson(looks);
    const response = await page.goto(app.setUpLink!);
    expect(response!.status()).toBe(200);
    await page.getByRole('banner').waitFor();
    expect(await page.getByRole('main').getByRole('textbox').count()).toBeGreaterThan(1);
    expect(await axe(page)).toEqual([]);
    const beyond = () => document.documentElement.scrollWidth - window.innerWidth;
    expect(await page.evaluate(beyond)).toBeLessThanOrEqual(0);
  });
});

it('leads a keyboard past the frame', async () => {
  const { page } = await app.newPerson();
  await page.goto(app.setUpLink!);
  await page.locator('body').press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

it('comes to life although somebody types at once', async () => {
  const { page } = await app.newPerson();
  for (let times = 0; times < 5; times++) {
    await page.goto(app.setUpLink!, { waitUntil: 'commit' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => Object.keys(document).some((key) => key.startsWith('__react')));
  }
});

it('takes two rows of a small phone however long the name of the house is, and leads everywhere', async () => {
  const mara = await app.newPerson({ viewport: { width: 320, height: 640 } });
  const { page } = mara;
  await foundNorthwind(app, mara);
  await page.goto('/settings');
  await page.locator('[name=name]').fill('Northwind Parcels, Pallets and Everything Between Them');
  await page.getByRole('main').getByRole('button').click();
  await page.getByRole('status').waitFor();
  expect((await page.getByRole('banner').boundingBox())!.height).toBeLessThan(100);
  await page.getByRole('navigation').getByRole('link').last().click();
  await page.waitForURL(/\/people$/);
  const here = (await page.getByRole('navigation').locator('[aria-current=page]').boundingBox())!;
  expect(here.x).toBeGreaterThanOrEqual(0);
  expect(here.x + here.width).toBeLessThanOrEqual(320);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('banner').locator('summary').click();
  await page.getByRole('link', { name: 'Audit' }).click();
  await page.waitForURL(/\/audit$/);
});
