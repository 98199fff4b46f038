import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { truncateSync, writeFileSync, readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, describe, expect, it } from 'vitest';

import { engine } from '#db/engine.ts';
import { type Started, startApp } from '#test/support/started.ts';

/** The whole, as `npm start` runs it, on this test's own database. */
const started = async () => (app = await startApp({ DATABASE_URL: process.env.DATABASE_URL! }));
let app: Started;
afterEach(() => app.stop());

const post = (path: string, init: RequestInit) =>
  fetch(app.origin + path, {
    method: 'POST',
    redirect: 'manual',
    ...init,
    headers: { Origin: app.origin, ...init.headers },
  });

describe('a house that runs', () => {
  it('says where it is and how it is set up, and is healthy', async () => {
    await started();
    expect(app.setUpLink).toMatch(new RegExp(`^${app.origin}/set-up/[\\w-]{43}$`));
    const health = await fetch(`${app.origin}/healthz`);
    expect([health.status, await health.text()]).toEqual([200, 'ok\n']);
  });

  it('names every inline script of a page in its policy, and has neither handlers nor styles inline', async () => {
    await started();
    const page = await fetch(`${app.origin}/sign-in`);
    const policy = page.headers.get('Content-Security-Policy')!;
    const html = await page.text();
    const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)];
    expect(inline.length).toBeGreaterThan(1);
    for (const [, text] of inline)
      expect(policy).toContain(`'sha256-${createHash('sha256').update(text!).digest('base64')}'`);
    expect(policy).not.toMatch(/unsafe|nonce/);
    expect(html).not.toMatch(/ on\w+="| style="| nonce=/);
  });

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=none'])(
    'takes %s for a bad request and not for a fault of its own',
    async (type) => {
      await started();
      const { status } = await post('/sign-in', { body: '{', headers: { 'Content-Type': type } });
      expect(status).toBe(400);
      expect(app.said()).not.toContain('"level":"error"');
    },
  );

  it('refuses a body that turns out to be too large', async () => {
    await started();
    const piece = new Uint8Array(1024 * 1024);
    let sent = 0;
    const body = new ReadableStream({
      pull: (to) => (sent++ < 13 ? to.enqueue(piece) : to.close()),
    });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const response = await post('/sign-in', { body, headers, duplex: 'half' } as RequestInit);
    expect(response.status).toBe(413);
  });

  it('asks who sends files before it reads any of them, however many', async () => {
    await started();
    let sent = 0;
    const piece = new Uint8Array(1024 * 1024);
    const body = new ReadableStream({
      pull: (to) => (sent++ < 60 ? to.enqueue(piece) : to.close()),
    });
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
    const asked = await post('/evidence/0123456789abcdef/files', {
      body,
      headers,
      duplex: 'half',
    } as RequestInit);
    expect([asked.status, asked.headers.get('Location')]).toEqual([302, expect.stringMatching(/^\/sign-in/)]);
  });

  it('writes no token and no password into its log', async () => {
    await started();
    await fetch(app.setUpLink!);
    const body = new URLSearchParams({ email: 'ada@northwind.example', password: 'hunter2hunter2' });
    await post('/sign-in', { body });
    const log = app
      .said()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .join('\n');
    expect(log).toContain('/set-up/…');
    expect(log).not.toContain(app.setUpLink!.split('/').at(-1));
    expect(log).not.toContain('hunter2');
  });
});

it('lets an open request finish when it is asked to end, and ends well', async () => {
  await started();
  const text = 'email=ada%40northwind.example&password=x';
  const req = request(`${app.origin}/sign-in`, {
    method: 'POST',
    headers: {
      Origin: app.origin,
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': text.length,
    },
  });
  req.write(text.slice(0, 10));
  const answered = once(req, 'response');
  // What begins with the house may keep it busy for a moment.
  await pause(1000);
  const ended = once(app.process, 'exit');
  app.process.kill('SIGTERM');
  await pause(150);
  await expect(fetch(`${app.origin}/healthz`)).rejects.toThrow();
  req.end(text.slice(10));
  const [response] = (await answered) as [{ statusCode: number; resume(): void }];
  response.resume();
  expect(response.statusCode).toBeLessThan(500);
  expect(await ended).toEqual([0, null]);
  expect(app.said()).not.toContain('"level":"error"');
});

const whenTheFileBreaks = async () => {
  await started();
  const folder = dirname(process.env.DATABASE_URL!.replace('file:', ''));
  for (const name of readdirSync(folder).filter((file) => !file.endsWith('-shm'))) {
    const file = join(folder, name);
    const { size } = statSync(file);
    truncateSync(file, 0);
    writeFileSync(file, Buffer.alloc(size, 'nonsense'));
  }
  const health = await fetch(`${app.origin}/healthz`);
  expect([health.status, await health.text()]).toEqual([503, 'the database cannot be read\n']);
  const page = await fetch(`${app.origin}/`);
  expect(page.status).toBe(500);
  expect(await page.text()).not.toMatch(/sqlite|malformed|select /i);
};

const whenTheServerGoes = async () => {
  await started();
  const { onServerOf } = await import('#test/support/postgres.ts');
  const url = process.env.DATABASE_URL!;
  const name = new URL(url).pathname.slice(1);
  await onServerOf(url, `alter database ${name} with allow_connections false`);
  await onServerOf(url, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  expect((await fetch(`${app.origin}/healthz`)).status).toBe(503);
  await onServerOf(url, `alter database ${name} with allow_connections true`);
  // and is well again as soon as the database is
  expect((await fetch(`${app.origin}/healthz`)).status).toBe(200);
};

it(
  'says that it is not healthy while its database cannot be read, and stays up',
  engine === 'postgresql' ? whenTheServerGoes : whenTheFileBreaks,
);

it('takes back the preview of a document as large as it accepts, in letters that take two bytes', async () => {
  app = await startApp({ UPLOAD_MB: '5' });
  const text = `# Большой сбой\n\n## Summary\n\n${'слово '.repeat(360_000)}`;
  const form = new FormData();
  form.set('title', 'Большой сбой');
  form.set('source', text);
  form.set('section.0.key', 'summary');
  form.set('section.0.markdown', text);
  // Nobody is signed in: they are asked who they are, which comes after the size was looked at.
  expect((await post('/postmortems/import/draft', { body: form })).status).not.toBe(413);
});
