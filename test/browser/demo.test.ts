/** `npm run demo`: choosing who to be, with and without JavaScript; and that no other process has such a door. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { axe, foundNorthwind, type OpenApp, openApp } from '#test/support/browser.ts';
import { freePort } from '#test/support/started.ts';

const folder = mkdtempSync(join(tmpdir(), 'guildhall-demo-'));
let app: OpenApp;
let demo: { origin: string; said(): string; end(): Promise<number | null> };

/** The command, with a database in the environment that it must not touch. */
async function startDemo(file: string, ...args: string[]) {
  const port = await freePort();
  const env = {
    NODE_ENV: 'production' as const,
    PATH: process.env.PATH,
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, 'real.db')}`,
  };
  const child: ChildProcess = spawn(
    process.execPath,
    ['scripts/run.mjs', 'demo', '--file', join(folder, file), ...args],
    {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const closed = once(child, 'close');
  const end = async () => {
    child.kill('SIGTERM');
    return ((await closed) as [number | null])[0];
  };
  const deadline = Date.now() + 45_000;
  while (!/is open at .*\n/.test(said)) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`The demo did not start:\n${said}`);
    await pause(20);
  }
  return { origin: `http://127.0.0.1:${port}`, said: () => said, end };
}

beforeAll(async () => {
  app = await openApp({ DEMO: '1', GUILDHALL_DEMO: '1' });
  demo = await startDemo('demo.db');
});
afterAll(async () => {
  await demo.end();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ['with JavaScript', { javaScriptEnabled: true }],
  ['without JavaScript', { javaScriptEnabled: false }],
  ['in the dark, on a phone', { colorScheme: 'dark' as const, viewport: { width: 390, height: 844 } }],
])('%s', (_, looks) => {
  it('leads whoever comes to the four, and signs them in by one click', async () => {
    const { page } = await app.newPerson(looks);
    await page.goto(`${demo.origin}/`);
    expect(new URL(page.url()).pathname).toBe('/demo');
    const names = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
    expect(names).toHaveLength(4);
    expect(await axe(page)).toEqual([]);
    expect(
      await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth),
    ).toBeLessThanOrEqual(0);
    for (const name of names) {
      const given = name.split(' ')[0]!;
      await page.goto(`${demo.origin}/demo`);
      await page.getByRole('button', { name: given }).click();
      await page.getByRole('heading', { level: 1, name: given }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/');
      expect(await axe(page)).toEqual([]);
    }
  });
});

it('leads on to the page that was asked for', async () => {
  const { page } = await app.newPerson();
  await page.goto(`${demo.origin}/action-items?owner=my-squads`);
  await page.getByRole('button', { name: 'Rafael' }).click();
  await page.waitForURL(`${demo.origin}/action-items?owner=my-squads`);
});

it('takes the whole card, and a keyboard, for an answer', async () => {
  const { page } = await app.newPerson();
  await page.goto(`${demo.origin}/demo`);
  // What lies under the pointer is the button, spread over the card.
  await page.getByRole('heading', { name: /Linh/ }).click({ force: true });
  await page.getByRole('heading', { level: 1, name: 'Linh' }).waitFor();
  await page.goto(`${demo.origin}/demo`);
  await page.getByRole('button', { name: 'Ingrid' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Ingrid' }).waitFor();
});

it.each([true, false])(
  'leads from any page to the four and back, with JavaScript: %s',
  async (javaScriptEnabled) => {
    const { page } = await app.newPerson({ javaScriptEnabled });
    await page.goto(`${demo.origin}/demo?to=/squads`);
    await page.getByRole('button', { name: 'Linh' }).click();
    await page.waitForURL(`${demo.origin}/squads`);
    await page.getByText('Linh Pham').first().click();
    await page.getByRole('banner').locator('a[href^="/demo"]').click();
    await page.getByRole('button', { name: 'Rafael' }).click();
    await page.waitForURL(`${demo.origin}/squads`);
    await page.getByRole('banner').getByText('Rafael Ochoa').first().waitFor({ state: 'attached' });
  },
);

it('is back at the four after signing out', async () => {
  const { page } = await app.newPerson();
  await page.goto(`${demo.origin}/demo`);
  await page.getByRole('button', { name: 'Amina' }).click();
  await page.getByText('Amina Diallo').first().click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(`${demo.origin}/demo`);
});

it('answers a choice that is none as a page that is not there, and one from elsewhere not at all', async () => {
  const post = (body: string, from = demo.origin) =>
    fetch(`${demo.origin}/demo`, {
      method: 'POST',
      body: new URLSearchParams(body),
      headers: { Origin: from },
      redirect: 'manual',
    });
  expect((await post('persona=root')).status).toBe(404);
  const elsewhere = await post('persona=organiser', 'https://elsewhere.example');
  expect([elsewhere.status, elsewhere.headers.get('Set-Cookie')]).toEqual([403, null]);
  const away = await post('persona=organiser&to=//elsewhere.example');
  expect([away.status, away.headers.get('Location')]).toEqual([303, '/']);
});

it('is not there in a process started by npm start, whatever its environment says', async () => {
  const post = {
    method: 'POST',
    body: new URLSearchParams('persona=organiser'),
    headers: { Origin: app.origin },
  };
  for (const path of ['/demo', '/dome']) {
    expect((await fetch(app.origin + path)).status).toBe(404);
    const posted = await fetch(app.origin + path, post);
    expect([posted.status, posted.headers.get('Set-Cookie')]).toEqual([404, null]);
  }
  const mara = await app.newPerson();
  await foundNorthwind(app, mara);
  expect(await mara.page.locator('a[href^="/demo"]').count()).toBe(0);
});

it('keeps what was changed, ends cleanly, begins anew when told to, and touches no other database', async () => {
  for (const [made, args] of [
    [true, []],
    [false, []],
    [true, ['--fresh']],
  ] as const) {
    const { said, end } = await startDemo('another-demo.db', ...args);
    expect(said().includes('with a year behind it')).toBe(made);
    expect(await end()).toBe(0);
  }
  expect(existsSync(join(folder, 'real.db'))).toBe(false);
});
