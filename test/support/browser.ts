/** The shipped app in a real browser. Importing this makes every test fail whose pages complain in the console. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { AxeResults, RunOnly } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';

import { launchBrowser } from './launch.ts';
import { type Started, startApp } from './started.ts';

type Looks = {
  javaScriptEnabled?: boolean;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  /** another house than the one that was opened */
  baseURL?: string;
  /** what this person's console may say, such as that a page answered 404 */
  tolerates?: RegExp;
};

export type Person = { context: BrowserContext; page: Page };

export type OpenApp = Started & {
  browser: Browser;
  /** somebody with a browser of their own: cookies, tabs, window */
  newPerson(looks?: Looks): Promise<Person>;
};

const complaints: string[] = [];
const opened: { close(): Promise<void> }[] = [];
const scriptless = new WeakSet<BrowserContext>();

afterEach(() => {
  const heard = complaints.splice(0);
  expect(heard, 'what the pages complained about in the console').toEqual([]);
});

afterAll(async () => {
  for (const { close } of opened.splice(0).reverse()) await close();
});

/** Starts the built app with an empty database, and a browser. Both end with the test file. */
export async function openApp(env: Record<string, string> = {}): Promise<OpenApp> {
  const app = await startApp(env);
  opened.push({ close: app.stop });
  const browser = await launchBrowser();
  opened.push({ close: () => browser.close() });
  return { ...app, browser, newPerson: (looks) => newPerson(browser, app.origin, looks) };
}

async function newPerson(browser: Browser, baseURL: string, looks: Looks = {}): Promise<Person> {
  const { tolerates, ...rest } = looks;
  const context = await browser.newContext({
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    ...rest,
  });
  if (looks.javaScriptEnabled === false) scriptless.add(context);
  const complain = (page: Page, text: string) => {
    if (!tolerates?.test(text)) complaints.push(`${page.url()}: ${text}`);
  };
  context.on('page', (page) => {
    // What the content security policy stops is told here too.
    page.on('console', (message) => {
      if (message.type() === 'error') complain(page, message.text());
    });
    page.on('pageerror', (error) => complain(page, error.stack ?? error.message));
  });
  return { context, page: await context.newPage() };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Sets an empty installation up by its link, as Mara Lindqvist of Northwind. */
export async function foundNorthwind(app: OpenApp, { page }: Person): Promise<void> {
  await page.goto(app.setUpLink!);
  await page.locator('[name=organisation]').fill('Northwind');
  await page.locator('[name=name]').fill('Mara Lindqvist');
  await page.locator('[name=email]').fill('mara@northwind.example');
  await page.locator('[name=password]').fill('seven grey herons at dusk');
  await page.getByRole('main').getByRole('button').click();
  await page.getByRole('heading', { name: 'Hello, Mara' }).waitFor();
}

/** Somebody comes in by an invitation that an organiser makes, and is at home. */
export async function joinNorthwind(by: Person, person: Person, name: string): Promise<void> {
  const first = name.split(' ')[0]!;
  await by.page.goto('/people/invitations');
  await by.page.locator('[name=email]').fill(`${first.toLowerCase()}@northwind.example`);
  await by.page.locator('form:has([name=email]) button').click();
  await person.page.goto(await by.page.locator('input[readonly]').inputValue());
  await person.page.locator('[name=name]').fill(name);
  await person.page.locator('[name=password]').fill('seven grey herons at dusk');
  await person.page.getByRole('main').getByRole('button').click();
  await person.page.getByRole('heading', { name: `Hello, ${first}` }).waitFor();
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What a page does against WCAG 2.2 AA, one line for each element; none is as it should be. `rules`: those alone, where the
 * same page in other colours was looked at before.
 */
export async function axe(page: Page, rules?: string[]): Promise<string[]> {
  if (scriptless.has(page.context())) return axeOnCopy(page);
  // Not as a <script>, which the content security policy would refuse.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const runOnly: RunOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: standards };
  const { violations } = await page.evaluate<AxeResults, RunOnly>(
    (only) => (window as unknown as { axe: typeof import('axe-core') }).axe.run({ runOnly: only }),
    runOnly,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

/** axe needs scripts to look: where a person's browser runs none, it looks at what they see, laid out once more. */
async function axeOnCopy(page: Page): Promise<string[]> {
  const html = (await page.content())
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<\/?noscript>/g, '');
  const context = await page.context().browser()!.newContext({ viewport: page.viewportSize() });
  try {
    const copy = await context.newPage();
    await copy.goto(new URL('/robots.txt', page.url()).href);
    await copy.setContent(html);
    return await axe(copy);
  } finally {
    await context.close();
  }
}
