/** Every page that has a face, light, dark and on a phone: nothing in anybody's way, nothing wider than the screen. */
import type { RouteConfigEntry } from '@remix-run/route-config';
import { beforeAll, expect, it } from 'vitest';

import routes from '#app/routes.ts';
import { axe, foundNorthwind, type OpenApp, openApp, type Person } from '#test/support/browser.ts';

let app: OpenApp;
let mara: Person;
let ids: Record<string, string>;

const source = `# A token in a build log

A build printed a deploy token for eleven hours.

## Timeline

| Time | What happened |
| --- | --- |
| 2026-02-10 07:30 | A build step starts to print its environment |
| 2026-02-10 18:30 | The token is revoked |

## Root cause

Masking covers variables that are declared, and this one was inherited.

## Action items

- [ ] Mask inherited variables (owner: platform)
`;

/** Pages for somebody who isn't signed in, or that only an answer to a form shows. */
const without = new Set([
  'sign-in',
  'invitations/:token',
  'password-resets/:token',
  'set-up',
  'set-up/:token',
]);
const pages = (routes as RouteConfigEntry[])
  .filter((route) => route.file.endsWith('.tsx') && !route.file.includes('import-draft'))
  .map((route) => route.path ?? '');

beforeAll(async () => {
  app = await openApp();
  mara = await app.newPerson({ tolerates: /404|403|410/ });
  const { page } = mara;
  await foundNorthwind(app, mara);

  await page.goto('/postmortems/import');
  await page.locator('[name=markdown]').fill(source);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('button', { name: 'Save as a draft' }).first().click();
  await page.waitForURL(/\/edit$/);
  const id = /postmortems\/(\w+)\/edit/.exec(page.url())![1]!;
  const last = async (selector: string) =>
    (await page.locator(selector).first().getAttribute('href'))!.split('/').at(-1)!;
  ids = {
    id,
    ':entryId': await last('a[href*="/timeline/"]'),
    item: await last('a[href^="/action-items/"]'),
  };

  await page.goto('/squads');
  await page.locator('[name=name]').fill('Payments');
  await page.getByRole('main').locator('form:has([name=name]) button').click();
  await page.getByText('Payments').first().waitFor();
  await page.goto('/squads');
  ids.squad = await last('main a[href^="/squads/"]');
  await page.goto('/people');
  ids.person = await last('main a[href^="/people/"]:not([href$="invitations"])');
});

function address(path: string): string {
  const id = path.startsWith('postmortems')
    ? ids.id
    : path.startsWith('action')
      ? ids.item
      : path.startsWith('squads')
        ? ids.squad
        : ids.person;
  return `/${path.replace(':key', 'root-cause').replace(':entryId', ids[':entryId']!).replace(':token', 'nothing').replace(':id', id!).replace('*', 'no/such/page')}`;
}

it.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
  ['dark', 390],
] as const)(
  'every page, %s, %i px wide',
  async (colorScheme, width) => {
    const visitor = await app.newPerson({
      colorScheme,
      viewport: { width, height: 800 },
      tolerates: /404|403|410/,
    });
    const { page } = mara;
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    const found: string[] = [];
    for (const path of pages) {
      const looking = without.has(path) ? visitor.page : page;
      await looking.goto(address(path));
      for (const fault of await axe(looking)) found.push(`${path}: ${fault}`);
      const over = await looking.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) found.push(`${path}: ${over} px wider than the screen`);
      if ((await looking.title()).trim() === '') found.push(`${path}: has no title`);
    }
    expect(found).toEqual([]);
  },
  180_000,
);
