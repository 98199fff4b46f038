/**
 * Every page that has a face, with a year of a company in it: light, dark and on a phone, nothing in anybody's way and
 * nothing wider than the screen. And each is found by links from the start page, as one of the four of the demo.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { axe, type OpenApp, openApp } from '#test/support/browser.ts';

import { startDemo } from '../../scripts/screenshots/demo-process.ts';
import { foundPages } from '../../scripts/screenshots/found-pages.ts';
import { visitor } from '../../scripts/screenshots/visitor.ts';
import { places } from '../house/floor-plan.ts';

const personas = ['organiser', 'champion', 'engineer', 'manager'] as const;
type Persona = (typeof personas)[number];

/** For whoever is not signed in. What opens by a secret link shows what it says of one that is none. */
const forVisitors: Record<string, string> = {
  '/sign-in': '/sign-in',
  '/set-up': '/set-up',
  '/set-up/:token': '/set-up/nothing',
  '/invitations/:token': '/invitations/nothing',
  '/password-resets': '/password-resets',
  '/password-resets/:token': '/password-resets/nothing',
  '/demo': '/demo',
  '/nameless/:secret': '/nameless/nothing',
  '/*': '/no/such/page',
};

/** What only an answer to a form leads to, or a state in which nobody of the demo is. */
const unreached = new Set([
  '/enrolments/:id/agreement',
  ...['answer', 'reply', 'escalation', 'closing', 'reopening'].map((step) => `/concerns/:id/${step}`),
  '/people/:id/belts/waivers',
  ...['colleagues', 'comments', 'approval', 'return'].map((step) => `/evidence/:id/${step}`),
  ...['facts', 'sections/:key', 'sections/:key/preview', 'timeline', 'action-items'].map(
    (part) => `/postmortems/:id/${part}`,
  ),
  '/meetings/:id/action-items',
  '/meetings/:id/check-in',
  '/office-hours/offers/:id',
  '/office-hours/queue/:id',
  '/questions/:id/replies',
  '/questions/:id/closing',
  // The demo posts nothing anywhere; test/browser/channels.test.ts walks these.
  '/channels/:id',
  '/channels/:id/secret',
  '/postmortems/import/draft',
  '/people/import/:id',
  '/squads/import/:id',
  '/agreements/:token',
  '/nominations/:id/vote',
  '/reviews/:id/sharing',
  '/postmortems/:id/lessons',
  '/nominations/:id/taking-back',
  '/reward-requests/:id/declining',
]);

const folder = mkdtempSync(join(tmpdir(), 'guildhall-walk-'));
let app: OpenApp;
let demo: Awaited<ReturnType<typeof startDemo>>;
const addresses = new Map<string, { path: string; persona: Persona }>();
const cookies = new Map<Persona, Awaited<ReturnType<Awaited<ReturnType<typeof visitor>>['context']>>>();

beforeAll(async () => {
  app = await openApp();
  demo = await startDemo(join(folder, 'demo.db'));
  for (const persona of personas) {
    const page = await visitor(app.browser, demo.origin, persona);
    for (const [route, path] of await foundPages(page))
      if (!addresses.has(route)) addresses.set(route, { path, persona });
    cookies.set(persona, page.context());
  }
}, 300_000);
afterAll(async () => {
  for (const context of cookies.values()) await context.close();
  await demo.end();
  rmSync(folder, { recursive: true, force: true });
});

const faces = places.filter(({ file }) => file.endsWith('.tsx')).map(({ path }) => path);

it('is found by links, and not by its address alone', () => {
  const lost = faces.filter(
    (path) => !addresses.has(path) && !Object.hasOwn(forVisitors, path) && !unreached.has(path),
  );
  expect(lost).toEqual([]);
});

it.each([1280, 390])(
  'every page, light and dark, %i px wide',
  async (width) => {
    const looks = { viewport: { width, height: 800 }, baseURL: demo.origin };
    const nobody = await app.newPerson({ ...looks, tolerates: /404|410/ });
    const people = new Map<Persona, Awaited<ReturnType<OpenApp['newPerson']>>>();
    for (const persona of personas) {
      const person = await app.newPerson(looks);
      await person.context.addCookies(await cookies.get(persona)!.cookies());
      people.set(persona, person);
    }
    const found: string[] = [];
    for (const route of faces) {
      const known = addresses.get(route);
      const path = forVisitors[route] ?? known?.path;
      if (path === undefined) continue;
      const { page } = known && !forVisitors[route] ? people.get(known.persona)! : nobody;
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      for (const fault of await axe(page)) found.push(`${path}: ${fault}`);
      await page.emulateMedia({ colorScheme: 'dark' });
      for (const fault of await axe(page, ['color-contrast'])) found.push(`${path}, dark: ${fault}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) found.push(`${path}: ${over} px wider than the screen`);
      if ((await page.title()).trim() === '') found.push(`${path}: has no title`);
    }
    for (const { context } of [nobody, ...people.values()]) await context.close();
    expect(found).toEqual([]);
  },
  1_200_000,
);
