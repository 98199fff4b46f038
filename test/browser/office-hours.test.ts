/** Office hours as people take them: a host opens, callers come by, and a time is booked and given back. */
import { setTimeout as pause } from 'node:timers/promises';

import { beforeAll, expect, it } from 'vitest';

import {
  axe,
  foundNorthwind,
  joinNorthwind,
  type OpenApp,
  openApp,
  type Person,
} from '#test/support/browser.ts';

let app: OpenApp;
let mara: Person;
let wei: Person;
let tom: Person;

const wall = (at: number) => new Date(at).toISOString();

beforeAll(async () => {
  app = await openApp();
  mara = await app.newPerson();
  wei = await app.newPerson();
  tom = await app.newPerson({ javaScriptEnabled: false });
  await foundNorthwind(app, mara);
  await joinNorthwind(mara, wei, 'Wei Chen');
  await joinNorthwind(mara, tom, 'Tom Okafor');
});

const press = (person: Person, name: RegExp | string) =>
  person.page.getByRole('main').getByRole('button', { name }).click();

async function offerHours(person: Person, from: number): Promise<void> {
  await person.page.goto('/office-hours/hosting/new');
  expect(await axe(person.page)).toEqual([]);
  await person.page.locator('[name=firstDay]').fill(wall(from).slice(0, 10));
  await person.page.locator('[name=time]').fill(wall(from).slice(11, 16));
  await person.page.locator('[name=timezone]').selectOption('UTC');
  await person.page.locator('[name=minutes]').fill('120');
  await person.page.locator('[name=place]').fill('Room Ada');
  await press(person, 'Offer them');
  await person.page.waitForURL(/hosting$/);
}

async function comeBy(person: Person, topic: string): Promise<void> {
  await person.page.goto('/office-hours/queue');
  await person.page.locator('[name=topic]').fill(topic);
  await person.page.locator('[name=tried]').fill('Read the lesson twice.');
  await press(person, 'Join the queue');
  await person.page.getByRole('heading', { name: /You are next|before you/ }).waitFor();
  expect(await axe(person.page)).toEqual([]);
}

it('teaches while there is nothing, and opens as a host sits', async () => {
  await wei.page.goto('/office-hours');
  await wei.page.getByText('Nobody has a free time').waitFor();
  expect(await axe(wei.page)).toEqual([]);
  await offerHours(mara, Date.now() - 5 * 60_000);
  expect(await axe(mara.page)).toEqual([]);
  // Nobody loads the page anew.
  await wei.page.getByText('open now').waitFor();
});

it('callers come by, a host takes them, and each sees it at once', async () => {
  await mara.page.goto('/office-hours/queue');
  await mara.page.getByText('Nobody waits').first().waitFor();
  await comeBy(wei, 'Signing our images');
  await mara.page.getByText('Signing our images').waitFor();
  await comeBy(tom, 'Where to begin');
  await mara.page.getByText('Where to begin').waitFor();
  expect(await tom.page.getByText('Signing our images').count()).toBe(0);
  expect(await axe(mara.page)).toEqual([]);

  await press(mara, 'Take Wei Chen');
  await wei.page.getByRole('heading', { name: /is ready for you/ }).waitFor();
  await press(mara, 'We are done');
  await mara.page.getByRole('button', { name: 'Take Tom Okafor' }).waitFor();
  await wei.page.getByRole('button', { name: 'Join the queue' }).waitFor();
});

it('a caller without scripts changes their words, keeps their place, leaves, and comes back', async () => {
  const { page } = tom;
  await page.goto('/office-hours/queue');
  await page.locator('summary').filter({ hasText: 'What you bring' }).click();
  await page.locator('[name=topic]').fill('Where to begin with fuzzing');
  await press(tom, 'Save');
  await mara.page.getByText('Where to begin with fuzzing').waitFor();
  await press(tom, 'Leave the queue');
  await mara.page.getByText('Nobody waits. This page').waitFor();
  await page.getByRole('status').getByRole('button').click();
  await page.getByRole('heading', { name: 'You are next' }).waitFor();
  await press(mara, 'Take Tom Okafor');
  await mara.page.getByText('You are seeing Tom Okafor').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: /is ready for you/ }).waitFor();
});

it('is loaded whole, however fast news come', async () => {
  const { page } = mara;
  await page.goto('/office-hours/queue');
  let [asked, answered, cutOff] = [0, 0, 0];
  await page.route('**/office-hours/queue.data**', async (route) => {
    asked += 1;
    await pause(1500);
    await route.continue();
  });
  page.on('requestfinished', (request) => void (request.url().includes('queue.data') && (answered += 1)));
  page.on('requestfailed', () => void (cutOff += 1));
  const asWei = wei.context.request;
  const post = (path: string, form: Record<string, string> = {}) =>
    asWei.post(path, { form, headers: { Origin: app.origin } });
  await post('/office-hours/queue', { topic: 'Pinning versions', tried: 'Renovate.' });
  await expect.poll(() => asked, { timeout: 10_000 }).toBe(1);
  const place = /queue\/(\w{16})\/leaving/.exec(await (await asWei.get('/office-hours/queue')).text())![1]!;
  await post(`/office-hours/queue/${place}/leaving`);
  await expect.poll(() => answered, { timeout: 20_000 }).toBe(2);
  expect([asked, cutOff]).toEqual([2, 0]);
  await page.unrouteAll();
  expect(await page.getByText('Pinning versions').count()).toBe(0);
});

it.each([
  ['with JavaScript', () => wei],
  ['without JavaScript', () => tom],
])('a time is booked and given back, and taken again, %s', async (_, who) => {
  const person = who();
  const { page } = person;
  await page.goto('/office-hours');
  const times = page.getByRole('region', { name: 'Times to book' });
  await times
    .getByRole('link', { name: /book it/ })
    .nth(1)
    .click();
  await page.locator('[name=topic]').fill('A second look at our design');
  expect(await axe(page)).toEqual([]);
  await press(person, 'Book it');
  await page.getByRole('button', { name: 'I can’t make it' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await press(person, 'I can’t make it');
  await page.waitForURL(/office-hours$/);
  await page.getByRole('heading', { name: 'Yours' }).waitFor({ state: 'detached' });
  await page.getByRole('status').getByRole('button').click();
  await page.getByRole('button', { name: 'I can’t make it' }).waitFor();
  await press(person, 'I can’t make it');
  await page.waitForURL(/office-hours$/);
});
