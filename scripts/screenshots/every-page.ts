import { join } from 'node:path';

import type { RouteConfigEntry } from '@remix-run/route-config';
import type { Browser, Page } from 'playwright-core';

import routes from '#app/routes.ts';
import { idFrom, visitor } from './visitor.ts';

/** Pages with a face, of those that can be asked for by their address alone. */
const pages = (routes as RouteConfigEntry[])
  .filter(({ file }) => file.endsWith('.tsx') && !file.includes('import-draft'))
  .map(({ path }) => path ?? '');

const isForVisitors = (path: string) => /^(demo|sign-in|set-up|invitations|password-resets)\b/.test(path);
const isForWriters = (path: string) => /^postmortems\/:id\/(?!print)/.test(path);

/** Takes every page of the floor plan, whole, into `folder`: light, dark, and on a phone. How many it took. */
export async function everyPage(browser: Browser, origin: string, folder: string): Promise<number> {
  const organiser = await visitor(browser, origin, 'organiser');
  const writer = await visitor(browser, origin, 'manager');
  const nobody = await visitor(browser, origin, null);
  const draft = await idFrom(writer, '/', '#main [aria-labelledby=under-way] a');
  const entry = await idFrom(writer, `/postmortems/${draft}/edit`, 'a[href*="/timeline/"]');
  const rooms: Record<string, string> = {
    postmortems: await idFrom(organiser, '/', '#main [aria-labelledby=published] a'),
    'action-items': await idFrom(organiser, '/action-items', 'td a'),
    squads: await idFrom(organiser, '/squads', 'main a[href^="/squads/"]'),
    people: await idFrom(organiser, '/people', 'main a[href^="/people/"]:not([href$=invitations])'),
  };
  const address = (path: string) =>
    `/${path}`
      .replace(':id', (isForWriters(path) ? draft : rooms[path.split('/')[0]!]) ?? 'nothing')
      .replace(':key', 'root-cause')
      .replace(':entryId', entry)
      .replace(':token', 'nothing')
      .replace('*', 'no/such/page');

  let taken = 0;
  for (const [look, colorScheme, width] of [
    ['light', 'light', 1280],
    ['dark', 'dark', 1280],
    ['phone', 'light', 390],
  ] as const) {
    for (const path of pages) {
      const page: Page = isForVisitors(path) ? nobody : isForWriters(path) ? writer : organiser;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address(path));
      const name = path === '*' ? 'not-found' : path.replaceAll(/[/:]+/g, '-') || 'home';
      await page.screenshot({ path: join(folder, `${look}-${name}.png`), fullPage: true });
      taken += 1;
    }
  }
  return taken;
}
