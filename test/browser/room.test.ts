/** One meeting in two browsers: both write into the same notes, and nobody loses a word, whatever becomes of the house. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { runningMeeting } from '#test/meetings/bare-meeting.ts';
import {
  axe,
  foundNorthwind,
  joinNorthwind,
  type OpenApp,
  openApp,
  type Person,
} from '#test/support/browser.ts';
import { freePort, type Started, startApp } from '#test/support/started.ts';

const folder = mkdtempSync(join(tmpdir(), 'guildhall-room-'));
let env: Record<string, string>;
let app: OpenApp;
let again: Started | undefined;
let mara: Person;
let jonas: Person;

beforeAll(async () => {
  const port = String(await freePort());
  const baseURL = `http://127.0.0.1:${port}`;
  env = { PORT: port, ORIGIN: baseURL, DATABASE_URL: `file:${join(folder, 'guildhall.db')}` };
  app = await openApp(env);
  const looks = { baseURL, tolerates: /ERR_|Failed to (load|fetch)|status of/ };
  [mara, jonas] = [await app.newPerson(looks), await app.newPerson(looks)];
  await foundNorthwind(app, mara);
  await joinNorthwind(mara, jonas, 'Jonas Brandt');
  await runningMeeting(env.DATABASE_URL!, ['A tool, shown at work', 'Open questions']);
  for (const { page } of [mara, jonas]) await page.goto('/meetings/meeting/room');
});
afterAll(async () => {
  await again?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const whole = ({ page }: Person) => page.locator('#notes-all textarea');
const textOf = (person: Person) => whole(person).inputValue();
const wordsOf = async (person: Person) => (await textOf(person)).split(/\s+/).filter(Boolean).sort();

it('shows each what the other decides and writes, and where the meeting is', async () => {
  await mara.page.getByRole('button', { name: 'Begin with the next' }).click();
  await jonas.page.getByRole('region', { name: 'Now' }).getByText('A tool, shown at work').waitFor();
  await mara.page.getByLabel('We decided').fill('Rotate the keys');
  await mara.page.getByRole('button', { name: 'Write it down' }).click();
  await jonas.page.getByText('Rotate the keys').waitFor();
  for (const { page } of [mara, jonas]) expect(await axe(page)).toEqual([]);
});

it('brings together what both type into the same note, under their hands', async () => {
  const type = async (person: Person, name: string) => {
    await whole(person).click();
    await whole(person).press('Control+End');
    for (let at = 0; at < 12; at++) await whole(person).pressSequentially(` ${name}${at}`, { delay: 15 });
  };
  await Promise.all([type(mara, 'mara'), type(jonas, 'jonas')]);
  const all = Array.from({ length: 12 }, (_, at) => [`mara${at}`, `jonas${at}`])
    .flat()
    .sort();
  await expect.poll(() => wordsOf(mara), { timeout: 15_000 }).toEqual(all);
  await expect.poll(() => textOf(jonas), { timeout: 15_000 }).toBe(await textOf(mara));
});

it('loses nothing when the house falls over while both type, and one reloads', async () => {
  const before = await wordsOf(mara);
  await Promise.all([mara, jonas].map((person) => whole(person).press('Control+End')));
  await whole(mara).pressSequentially('\nfalling-mara');
  const gone = once((again ?? app).process, 'exit');
  app.process.kill('SIGKILL');
  await whole(jonas).pressSequentially('\nfalling-jonas');
  await gone;
  await whole(mara).pressSequentially(' typed-into-nothing');
  again = await startApp(env);
  await mara.page.reload();
  const all = [...before, 'falling-mara', 'falling-jonas', 'typed-into-nothing'].sort();
  await expect.poll(() => wordsOf(mara), { timeout: 30_000 }).toEqual(all);
  await expect.poll(() => wordsOf(jonas), { timeout: 30_000 }).toEqual(all);
  await jonas.page.reload();
  expect(await wordsOf(jonas)).toEqual(all);
});

it('takes notes and decisions without scripts', async () => {
  const carla = await app.newPerson({ javaScriptEnabled: false, baseURL: env.ORIGIN! });
  await carla.context.addCookies(await jonas.context.cookies());
  await carla.page.goto('/meetings/meeting/room');
  await whole(carla).fill(`${await textOf(carla)}\nwithout-scripts`);
  await whole(mara).press('Control+End');
  await whole(mara).pressSequentially('\nmeanwhile');
  await expect.poll(() => textOf(jonas)).toContain('meanwhile');
  await carla.page.locator('#notes-all button').click();
  expect(await textOf(carla)).toContain('without-scripts');
  expect(await textOf(carla)).toContain('meanwhile');
  await expect.poll(() => textOf(mara)).toContain('without-scripts');
  expect(await axe(carla.page)).toEqual([]);
});

it('has one stream for all tabs of a browser, and another takes it over', async () => {
  const tabs = [await jonas.context.newPage(), await jonas.context.newPage()];
  const streams: string[] = [];
  jonas.context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/live') streams.push(request.url());
  });
  for (const tab of tabs) await tab.goto('/meetings/meeting/room');
  await tabs[1]!.waitForTimeout(500);
  expect(streams).toEqual([]);
  await jonas.page.close();
  await expect.poll(() => streams.length).toBeGreaterThan(0);
  await whole(mara).press('Control+End');
  await whole(mara).pressSequentially('\ntaken-over');
  for (const page of tabs) await expect.poll(() => textOf({ ...jonas, page })).toContain('taken-over');
});
