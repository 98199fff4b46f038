import { beforeAll, expect, it, vi } from 'vitest';

import { submit, visit } from '#test/support/app.ts';
import { signIn, somebody, type TestPerson } from '#test/support/people.ts';
import { meetingOn, seriesOf } from '#test/meetings/known.ts';

let mara: TestPerson;
let topic: string;
beforeAll(async () => {
  mara = await somebody('Mara Lindqvist');
  const series = await seriesOf(mara);
  topic = `meeting:${(await meetingOn(series, '2026-03-04')).id}`;
});

const live = (topics: string[], more = '') =>
  `/live?${topics.map((one) => `topic=${encodeURIComponent(one)}`).join('&')}${more}`;

/** Reads a stream as it comes. */
function reading(response: Response) {
  const raw = { text: '', over: false };
  const reader = response.body!.getReader();
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      raw.text += new TextDecoder().decode(value);
    }
    raw.over = true;
  })();
  return { raw, stop: () => reader.cancel() };
}

it('streams to whoever is signed in, packed and kept by nobody', async () => {
  const response = await visit(live([topic]), { as: mara, headers: { 'Accept-Encoding': 'gzip, zstd' } });
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toMatch(/^text\/event-stream/);
  expect(response.headers.get('Content-Encoding')).toBeNull();
  expect(response.headers.get('Cache-Control')).toContain('no-store');
  const { raw, stop } = reading(response);
  await vi.waitFor(() => expect(raw.text).toContain('event: ready'));
  // A second one is a stream of its own.
  const another = reading(await visit(live([topic]), { as: mara }));
  await vi.waitFor(() => expect(another.raw.text).toContain('event: ready'));
  await Promise.all([stop(), another.stop()]);
});

it.each([
  ['nothing', [], 400],
  ['too much', Array.from({ length: 21 }, (_, at) => `meeting:${at}`), 400],
  ['what nobody announces', ['session:x', 'constructor', '__proto__:x', 'meeting'], 404],
  ['a meeting that is none', ['meeting:none'], 404],
])('asked for %s, says so', async (_, topics, status) => {
  expect((await visit(live(topics), { as: mara })).status).toBe(status);
});

it('leads who is not signed in to sign in', async () => {
  expect((await visit(live([topic]))).headers.get('Location')).toMatch(/^\/sign-in/);
});

it('leaves nothing open where only the headers were asked for', async () => {
  const head = await fetchHead();
  expect(head.status).toBe(200);
  for (let times = 0; times < 45; times++) await fetchHead();
  const { raw, stop } = reading(await visit(live([topic]), { as: mara }));
  await vi.waitFor(() => expect(raw.text).toContain('event: ready'));
  await stop();
});
const fetchHead = () => visit(live([topic]), { as: mara, method: 'HEAD' });

it('is over at once for a page of somebody who was here before', async () => {
  const response = await visit(live([topic], '&as=somebody-else'), { as: mara });
  expect(await response.text()).toContain('event: over');
});

it('ends where somebody signs out, or where their other sessions are ended', async () => {
  const [first, second] = [{ cookie: await signIn(mara) }, { cookie: await signIn(mara) }];
  const open = reading(await visit(live([topic]), { as: first }));
  const elsewhere = reading(await visit(live([topic]), { as: second }));
  await vi.waitFor(() => expect(open.raw.text + elsewhere.raw.text).toMatch(/ready[^]*ready/));
  await submit('/sign-out', {}, { as: first });
  await vi.waitFor(() => expect(open.raw.over).toBe(true));
  expect(open.raw.text).toContain('event: over');
  expect(elsewhere.raw.over).toBe(false);
  await submit('/account/sessions', {}, { as: mara });
  await vi.waitFor(() => expect(elsewhere.raw.over).toBe(true));
});

it('ends where an account is closed', async () => {
  const wei = await somebody('Wei Chen', 'administrator');
  const jonas = await somebody('Jonas Brandt');
  const open = reading(await visit(live([topic]), { as: jonas }));
  await vi.waitFor(() => expect(open.raw.text).toContain('ready'));
  await submit(`/people/${jonas.id}/deactivation`, {}, { as: wei });
  await vi.waitFor(() => expect(open.raw.over).toBe(true));
});
