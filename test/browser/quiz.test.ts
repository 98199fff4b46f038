/** Practice by keyboard, and without scripts; both as accessible as the rest. */
import { beforeAll, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { axe, foundNorthwind, openApp, type OpenApp, type Person } from '#test/support/browser.ts';

const MODULE = 'white/01-accounts-and-sign-ins';
const first = `${paths.practice(MODULE)}?seed=herons&n=1`;
let app: OpenApp;
let mara: Person;

beforeAll(async () => {
  app = await openApp();
  mara = await app.newPerson();
  await foundNorthwind(app, mara);
});

it('is answered with a number and Enter, and goes on', async () => {
  const { page } = mara;
  await page.goto(first);
  await page.waitForFunction(() => document.activeElement?.localName === 'fieldset');
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('2');
  expect(await page.locator('input[name=choice]:checked').getAttribute('data-key')).toBe('2');
  await page.keyboard.press('Enter');
  await page.locator('main [role=status]').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/n=2$/);
});

it('works without scripts', async () => {
  const plain = await app.newPerson({ javaScriptEnabled: false });
  await plain.context.addCookies(await mara.context.cookies());
  await plain.page.goto(first);
  await plain.page.locator('input[name=choice]').first().check();
  await plain.page.locator('main form button').click();
  await plain.page.locator('main [role=status]').waitFor();
  expect(await axe(plain.page)).toEqual([]);
});
