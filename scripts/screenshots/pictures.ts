import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { visitor } from './visitor.ts';

type Picture = {
  name: string;
  persona: string;
  dark?: boolean;
  path: string;
  on?(page: Page): Promise<unknown>;
};

/** What the README shows. The names stay, so that a link to one does not break. */
const wanted: Picture[] = [
  { name: 'home', persona: 'champion', path: '/' },
  { name: 'action-items', persona: 'champion', dark: true, path: '/action-items' },
  {
    name: 'postmortem',
    persona: 'champion',
    path: '/postmortems?q=certificate&state=published',
    on: readFirst,
  },
  { name: 'editor', persona: 'manager', path: '/', on: goOnWriting },
];

/** Takes the README's pictures into `folder`. How many it took. */
export async function pictures(browser: Browser, origin: string, folder: string): Promise<number> {
  for (const { name, persona, dark, path, on } of wanted) {
    const page = await visitor(browser, origin, persona, { colorScheme: dark ? 'dark' : 'light' });
    await page.goto(path);
    await on?.(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.context().close();
  }
  return wanted.length;
}

async function readFirst(page: Page) {
  await page.locator('main h2 a').first().click();
  await page.getByRole('heading', { name: 'Timeline' }).waitFor();
}

async function goOnWriting(page: Page) {
  await page.locator('[aria-labelledby=under-way] a').first().click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.waitForURL(/\/edit$/);
  await page.locator('#timeline').evaluate((timeline) => timeline.scrollIntoView());
}
