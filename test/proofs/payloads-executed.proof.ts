/** What people write is never run in somebody else's browser, even where no policy would stop it. */
import type { BrowserContext, Page } from 'playwright-core';

import { paths } from '#app/paths.ts';
import { chromiumProgram } from '#test/support/chromium.ts';
import { launchBrowser } from '#test/support/launch.ts';

import { hostileMarkup } from './hostile-markup.ts';
import { foundNorthwind, type Somebody } from './northwind.ts';
import { documentWith, lists, putEverywhere } from './payload-places.ts';
import type { Proof } from './proof.ts';
import { lookAround, watch } from './watch.ts';

export const proof: Proof = {
  name: 'payloads-executed',
  unit: 'payloads that came to life',
  aim: 0,
  better: 'lower',
  async measure(tell) {
    if (!chromiumProgram())
      throw new Error('There is no Chromium to look with ($CHROMIUM, or where systems keep it).');
    const northwind = await foundNorthwind();
    const browser = await launchBrowser();
    try {
      const reader = await northwind.join('Jonas Brandt');
      const readers: Reader[] = [];
      for (const bypassCSP of [false, true]) {
        const context = await browser.newContext({ baseURL: northwind.origin, bypassCSP });
        readers.push(await readerIn(context, reader, bypassCSP ? 'without a policy' : 'with the policy'));
      }
      for (const one of readers)
        tell(`${one.is}: ${await mustSee(one)} that stood in a page as they are were seen`);

      for (const [at, payload] of hostileMarkup.entries()) {
        const { id, pages } = await putEverywhere(payload, northwind, reader);
        const more = at % 10 === 9 || at === hostileMarkup.length - 1 ? lists : [];
        await Promise.all(
          readers.map(async (one) => {
            for (const path of [...pages, ...more]) await one.visit(path, payload);
            await one.readImport(payload);
            await one.addSection(id, payload);
          }),
        );
        if (at % 20 === 19) tell(`${at + 1} of ${hostileMarkup.length} payloads`);
      }
      const lives = readers.flatMap(({ is, lives: all }) => [...all].map((words) => `${is}: ${words}`));
      for (const words of lives) tell(words);
      const visits = readers.reduce((sum, one) => sum + one.visits, 0);
      return {
        figure: lives.length,
        note: `${hostileMarkup.length} payloads, ${visits} pages, half of them without a content security policy`,
      };
    } finally {
      await browser.close();
      await northwind.stop();
    }
  },
};

type Reader = Awaited<ReturnType<typeof readerIn>>;

/** Somebody's browser, which notes what came to life in it. */
async function readerIn(context: BrowserContext, { origin, cookies }: Somebody, is: string) {
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: origin })));
  const lives = new Set<string>();
  let where = '';
  await watch(context, origin, (what) => lives.add(`${where}: ${what}`));
  const page = await context.newPage();
  const reader = {
    is,
    page,
    lives,
    visits: 0,
    async visit(path: string, payload: string) {
      reader.visits++;
      where = `${JSON.stringify(payload.slice(0, 80))} at ${path.slice(0, 80)}`;
      await page.goto(path);
      await lookAround(page, (what) => lives.add(`${where}: ${what}`));
    },
    /** Has a document read, and looks at what was understood of it. */
    async readImport(payload: string) {
      await reader.visit(paths.importPostmortem(), payload);
      await page.locator('[name=markdown]').fill(documentWith(payload));
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.locator('[name=source]').waitFor({ state: 'attached' });
      await lookAround(page, (what) => lives.add(`${where}: ${what}`));
    },
    /** Adds a section called so; the next page says that it is there. */
    async addSection(id: string, payload: string) {
      await reader.visit(paths.editPostmortem(id), payload);
      await page.locator('[name=heading]').fill(payload.replace(/\s+/g, ' ').slice(0, 100) || '-');
      await page.getByRole('button', { name: 'Add section' }).click();
      await page.getByText('is there, at the end').waitFor();
      const title = await page.locator('[name=title]').inputValue();
      if (!title.startsWith(payload.trim().slice(0, 4)))
        throw new Error(`${where} is not what was written, but ${title}`);
      await lookAround(page, (what) => lives.add(`${where}: ${what}`));
    },
  };
  return reader;
}

/** Whoever sees nothing has to be able to see: payloads put into a page as they are must be noticed. */
async function mustSee({ page, lives, visit }: Reader): Promise<string> {
  const raw = hostileMarkup.filter((payload) => payload.startsWith('<')).slice(0, 30);
  let noticed = 0;
  for (const payload of raw) {
    await unsafely(page, payload);
    await visit(paths.notices(), payload);
    await page.waitForTimeout(30);
    if (lives.size > 0) noticed++;
    lives.clear();
  }
  await page.unrouteAll();
  if (noticed < raw.length * 0.7)
    throw new Error(`Of ${raw.length} payloads put into a page as they are, only ${noticed} were noticed.`);
  return `${noticed} of ${raw.length} payloads`;
}

/** From now on the page is a copy that shows a payload as it was written. */
async function unsafely(page: Page, payload: string): Promise<void> {
  await page.unrouteAll();
  await page.route(`**${paths.notices()}`, async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace('</main>', () => `${payload}</main>`);
    await route.fulfill({ response, body: html });
  });
}
