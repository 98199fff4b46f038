import { beforeAll, describe, expect, it } from 'vitest';

import { axe, type OpenApp, openApp } from '#test/support/browser.ts';

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
  it('shows the frame, and nothing stands in anybody’s way', async () => {
    const { page } = await app.newPerson(looks);
    const response = await page.goto('/');
    expect(response!.status()).toBe(200);
    await page.getByRole('banner').waitFor();
    await page.getByRole('main').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
  });
});

it('leads a keyboard past the frame', async () => {
  const { page } = await app.newPerson();
  await page.goto('/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});
