/** A lesson from its first part to its last, once with scripts and once without, and by the arrow keys. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { curriculum } from '#app/training/curriculum.server.ts';
import { axe, foundNorthwind, type OpenApp, openApp, type Person } from '#test/support/browser.ts';

const [lesson] = curriculum();
const { key, parts } = lesson!;
const [first, second, third] = parts;

let app: OpenApp;
let mara: Person;
beforeAll(async () => {
  app = await openApp();
  mara = await app.newPerson();
  await foundNorthwind(app, mara);
});

const clean = async (page: Page) => expect(await axe(page), page.url()).toEqual([]);
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });
const at = (page: Page) => new URL(page.url()).pathname;

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  it('is read to its end, part by part, and the quiz opens', async () => {
    const { page, context } = await app.newPerson({ javaScriptEnabled, colorScheme: 'dark' });
    await context.addCookies(await mara.context.cookies());
    await page.goto(paths.training());
    await clean(page);
    await page.getByRole('link', { name: lesson!.title }).click();
    await heading(page, 'The questions').waitFor();
    await clean(page);
    await page.getByRole('link', { name: /Begin to read|Read it again/ }).click();
    for (const part of parts) {
      await heading(page, part.heading).waitFor();
      if (part === first || part === parts.at(-1)) await clean(page);
      await page
        .getByRole('main')
        .locator(`form[action$="/${encodeURIComponent(part.key)}"] button`)
        .click();
    }
    await heading(page, 'The questions').waitFor();
    expect(at(page)).toBe(paths.module(key));
    await page.getByRole('button', { name: 'Take the quiz' }).waitFor();
    await clean(page);
    await page.goto(paths.trainingProgress());
    await clean(page);
  });
});

it('turns its pages by the arrow keys, and leaves them to whatever needs them', async () => {
  const { page } = mara;
  await page.goto(paths.modulePart(key, first!.key));
  await heading(page, first!.heading).waitFor();
  const posted: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && posted.push(request.url()));
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await heading(page, second!.heading).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(second!.heading);
  await page.keyboard.press('ArrowRight');
  await heading(page, third!.heading).waitFor();
  await page.keyboard.press('ArrowLeft');
  await heading(page, second!.heading).waitFor();

  await page.evaluate(() => {
    const field = document.createElement('input');
    document.querySelector('article')!.append(field);
    field.focus();
  });
  await page.keyboard.press('ArrowRight');
  await page.evaluate(() => document.querySelector<HTMLElement>('article input')!.blur());
  for (const keys of ['Alt+ArrowUp', 'Shift+ArrowRight', 'Control+ArrowRight', 'ArrowDown'])
    await page.keyboard.press(keys);
  await page.waitForLoadState('networkidle');
  expect(at(page)).toBe(paths.modulePart(key, second!.key));
  expect(posted).toEqual([]);
});
