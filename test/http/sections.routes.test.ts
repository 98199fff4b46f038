/** The sections of the request handler answer as the whole one does, for every route and for odd addresses. */
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { sectionedHandler } from '#app/http/sections.server.ts';
import { places } from '#test/house/floor-plan.ts';
import { now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';
import { documentAbout, draftBy } from '#test/support/postmortems.ts';

const build = (await import('../../build/server/index.js' as string)) as ServerBuild;
const whole = createRequestHandler(build, 'production');
const sectioned = sectionedHandler(build, 'production');
const origin = process.env.ORIGIN!;

let person: TestPerson;
let postmortem: string;
beforeAll(async () => {
  person = await somebody('Ada Administrator', 'administrator', 'organiser');
  postmortem = await draftBy(person, documentAbout('kestrel')).then(({ id }) => id);
  vi.spyOn(console, 'warn').mockImplementation(() => {}); // about the address that cannot be read
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

type Asked = { method?: string; as?: TestPerson };

/**
 * A form may carry an id or a secret that is made for it. A page that is alive says how far this process has heard, which
 * goes on by itself once the first of them has opened the line on which PostgreSQL tells.
 */
const withoutIds = (body: string) =>
  body
    .replaceAll(/\b[0-9a-z]{16}\b/g, 'ID')
    .replaceAll(/(?<=")[\w-]{43}(?=\\?")/g, 'SECRET')
    .replaceAll(/(?<=")[0-9a-f]{12}\.\d+(?=\\?")/g, 'MARK');
/** The policy names the scripts that hold such ids. */
const withoutHashes = (headers: [string, string][]) =>
  headers.map(([name, value]) => [name, value.replaceAll(/'sha256-[^']+'/g, 'HASH')]);

/** All of an answer that the handler decides on. */
async function answerOf(handle: typeof whole, path: string, { method = 'GET', as }: Asked) {
  const headers: Record<string, string> = { ...(as && { Cookie: as.cookie }), Origin: origin };
  const request = new Request(origin + path, {
    method,
    headers,
    ...(method === 'POST' && { body: new URLSearchParams() }),
  });
  const response = await handle(request, { nonce: 'nonce', requestId: 'request', address: '203.0.113.1' });
  return {
    status: response.status,
    headers: withoutHashes([...response.headers]),
    body: withoutIds(await response.text()),
  };
}

async function expectSame(path: string, asked: Asked) {
  const wanted = await answerOf(whole, path, asked);
  const of = `${asked.method ?? 'GET'} ${path} as ${asked.as?.name ?? 'nobody'}`;
  expect(await answerOf(sectioned, path, asked), of).toEqual(wanted);
  return wanted;
}

const filled = (path: string) =>
  path === '/*'
    ? '/nowhere/at/all'
    : path.replace('/:id', `/${postmortem}`).replaceAll(/:\w+/g, '0123456789abcdef');

describe.each(places.map(({ path }) => path))('%s', (path) => {
  it('is answered alike, page and data, to somebody and to nobody', async () => {
    const asked = filled(path);
    const data = asked === '/' ? '/_root.data' : `${asked}.data`;
    for (const as of [person, undefined]) {
      await expectSame(asked, { as });
      await expectSame(data, { as });
    }
  });

  it('is answered alike to a form of nobody', async () => {
    await expectSame(filled(path), { method: 'POST' });
  });
});

it.each([
  '/ACTION-ITEMS',
  '/%61ction-items',
  '/action%2Ditems/',
  '//action-items',
  '/action-items//',
  '/action-items.data/',
  '/action-items.data.data',
  '/action-items.data/x',
  '/%E0%A4%A',
  '/.data',
  '/_root',
  '/unheard-of',
  '/action-items?index',
  '/?_data=accounts%2Froutes%2Faudit',
  '/people?_data=accounts%2Froutes%2Faudit',
  `/__manifest?p=%2Fpeople&p=%2Faction-items&version=${build.assets.version}`,
  '/__manifest?p=%2Fpeople&version=older',
])('%s is answered alike', async (path) => {
  await expectSame(path, { as: person });
});

it('shows pages that are there, so that it compares more than errors', async () => {
  const page = await expectSame(`/postmortems/${postmortem}`, { as: person });
  expect([page.status, page.body.includes('kestrel')]).toEqual([200, true]);
});
