import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type IncomingMessage, request, type RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { readConfiguration } from '#app/configuration.ts';
import { listen } from '#app/http/listen.server.ts';
import type { Respond } from '#app/http/respond.server.ts';
import { staticFiles } from '#app/http/static-files.server.ts';

const MB = 1024 * 1024;
let folder: string;
let stop: (patience?: number) => Promise<void>;
let port: number;

/** Listens with answers of the test's own. */
async function listening(
  respond: Respond,
  env: Record<string, string> = {},
  wider?: Parameters<typeof listen>[3],
) {
  const configuration = { ...readConfiguration({ UPLOAD_MB: '1', ...env }), port: 0 };
  const listener = await listen(respond, configuration, staticFiles(folder), wider);
  stop = listener.stop;
  port = (listener.server.address() as { port: number }).port;
}

beforeEach(() => {
  vi.stubEnv('LOG', 'off');
  stop = async () => {};
  folder = mkdtempSync(join(tmpdir(), 'guildhall-client-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.hidden'));
  writeFileSync(join(folder, 'assets/app-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'robots.txt'), 'User-agent: *');
  writeFileSync(join(folder, '.hidden/secret.txt'), 'secret');
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

type Answer = { status: number; headers: IncomingMessage['headers']; text: string };

/** Asks as a plain client does: the path as it is written, the body in these pieces. */
function ask(
  path: string,
  options: RequestOptions = {},
  pieces: Iterable<Buffer | string> = [],
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, path, agent: false, ...options }, (res) => {
      let text = '';
      res.setEncoding('utf8').on('data', (more: string) => (text += more));
      res.on('error', reject);
      res.on('end', () => resolve({ status: res.statusCode!, headers: res.headers, text }));
    });
    // When the answer comes before we are done sending, the connection may break: the answer counts.
    req.on('error', (error) => setTimeout(() => reject(error), 200));
    for (const piece of pieces) req.write(piece);
    req.end();
  });
}

/** Sends as a browser does, which waits until it may send more, and reads the answer as soon as there is one. */
function sendUntilAnswered(path: string, headers: Record<string, string | number>, bytes: number) {
  const piece = Buffer.alloc(256 * 1024, 'x');
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, path, method: 'POST', agent: false, headers }, (res) => {
      let text = '';
      res.setEncoding('utf8').on('data', (more: string) => (text += more));
      res.on('end', () => {
        resolve({ status: res.statusCode!, text });
        req.destroy();
      });
    });
    req.on('error', (error) => setTimeout(() => reject(error), 200));
    let left = bytes;
    const send = () => {
      while (left > 0 && !req.destroyed) {
        left -= piece.length;
        if (!req.write(piece)) return req.once('drain', send);
      }
      return left > 0 || req.end();
    };
    send();
  });
}

const echo: Respond = async (request, address) =>
  new Response(
    JSON.stringify({ method: request.method, url: request.url, address, body: await request.text() }),
  );
const heard = ({ text }: Answer) => JSON.parse(text) as Record<'method' | 'url' | 'address' | 'body', string>;

describe('a request', () => {
  it('arrives with its method, address and body', async () => {
    await listening(echo, { ORIGIN: 'https://guild.example.com' });
    const answer = heard(await ask('/a/b?c=%20d', { method: 'POST' }, ['Hello ', 'there']));
    expect(answer).toEqual({
      method: 'POST',
      url: 'https://guild.example.com/a/b?c=%20d',
      address: '127.0.0.1',
      body: 'Hello there',
    });
  });

  it.each(['//evil.example/path', '///', 'http://evil.example/', '*', '/\\evil.example'])(
    'cannot say that it is for another site: %s',
    async (path) => {
      await listening(echo, { ORIGIN: 'https://guild.example.com' });
      const { url } = heard(await ask(path));
      expect(new URL(url).origin).toBe('https://guild.example.com');
    },
  );

  it('is answered with every cookie', async () => {
    const headers = new Headers();
    headers.append('Set-Cookie', 'a=1; Path=/');
    headers.append('Set-Cookie', 'b=2; Path=/');
    await listening(async () => new Response('', { headers }));
    expect((await ask('/')).headers['set-cookie']).toEqual(['a=1; Path=/', 'b=2; Path=/']);
  });

  it('is answered with 500 and no word on why when answering fails', async () => {
    await listening(async () => Promise.reject(new Error('password hunter2')));
    const { status, text } = await ask('/');
    expect(status).toBe(500);
    expect(text).toBe('Something went wrong on our side.\n');
  });

  it.each(['TRACE', 'TRACK'])('by a method that nothing is asked by is refused: %s', async (method) => {
    await listening(echo);
    const socket = connect(port, '127.0.0.1');
    socket.write(`${method} / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(method === 'TRACE' ? /^HTTP\/1.1 405 / : /^HTTP\/1.1 40[05] /);
    socket.destroy();
    expect((await ask('/')).status).toBe(200);
  });

  it('whose answer fails half way is broken off, and the next is answered', async () => {
    let pulls = 0;
    const failing = new ReadableStream({
      pull: (to) => (pulls++ === 0 ? to.enqueue(new Uint8Array(10)) : to.error(new Error('no more'))),
    });
    await listening(async (request) => new Response(request.url.endsWith('/fails') ? failing : 'fine'));
    await expect(ask('/fails')).rejects.toThrow();
    expect((await ask('/')).text).toBe('fine');
  });

  it('is given up when whoever asked has gone', async () => {
    const gone = new Promise<string>((resolve) => {
      void listening(async (request) => {
        request.signal.addEventListener('abort', () => resolve('gone'));
        await pause(2000, undefined, { ref: false });
        return new Response('late');
      }).then(() => {
        const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'));
        setTimeout(() => socket.destroy(), 50);
      });
    });
    expect(await gone).toBe('gone');
  });
});

describe('the address of who asks', () => {
  const from = async (hops: string, forwarded?: string) => {
    await listening(echo, { PROXY_HOPS: hops });
    return heard(await ask('/', { headers: forwarded ? { 'X-Forwarded-For': forwarded } : {} })).address;
  };

  it('is the connection’s where no proxy is ours, whatever is claimed', async () => {
    expect(await from('0', '203.0.113.7')).toBe('127.0.0.1');
  });

  it('is the one our proxy saw, not one that was claimed to it', async () => {
    expect(await from('1', '10.9.9.9, 203.0.113.7')).toBe('203.0.113.7');
  });

  it('is the one the outermost of two proxies saw', async () => {
    expect(await from('2', '10.9.9.9, 203.0.113.7, 198.51.100.2')).toBe('203.0.113.7');
  });

  it('is the connection’s where the proxy said nothing', async () => {
    expect(await from('1')).toBe('127.0.0.1');
  });
});

describe('a body', () => {
  const limit = 3 * MB;
  const piece = Buffer.alloc(64 * 1024, 'x');
  const pieces = (bytes: number) => Array.from({ length: Math.ceil(bytes / piece.length) }, () => piece);

  it('within the limit arrives whole', async () => {
    await listening(echo);
    const answer = await ask('/', { method: 'POST' }, pieces(limit));
    expect(heard(answer).body).toHaveLength(limit);
  });

  it('that says it is too large is refused before it is read', async () => {
    await listening(echo);
    const { status, text } = await ask('/', { method: 'POST', headers: { 'Content-Length': limit + 1 } }, [
      'x',
    ]);
    expect(status).toBe(413);
    expect(text).toBe('That is larger than this installation accepts (1 MB).\n');
  });

  it('that turns out to be too large is refused too', async () => {
    await listening(echo);
    const headers = { 'Transfer-Encoding': 'chunked' };
    expect((await ask('/', { method: 'POST', headers }, pieces(limit + 1))).status).toBe(413);
  });

  it('that turns out to be too large is refused although whoever read it made something else of that', async () => {
    const forgiving: Respond = async (request) =>
      request.text().then(
        () => new Response('fine'),
        () => new Response('an error page', { status: 500 }),
      );
    await listening(forgiving);
    const headers = { 'Transfer-Encoding': 'chunked' };
    expect((await ask('/', { method: 'POST', headers }, pieces(limit + 1))).status).toBe(413);
  });

  describe('where more may be sent than elsewhere', () => {
    const wider = (path: string) =>
      path === '/files' ? { largest: 8 * MB, ms: 60_000, tooLarge: 'Choose fewer files.' } : null;

    it('is taken there, and only there', async () => {
      await listening(async (request) => new Response(String((await request.bytes()).length)), {}, wider);
      expect((await ask('/files?from=here', { method: 'POST' }, pieces(8 * MB))).text).toBe(String(8 * MB));
      expect((await ask('/files/else', { method: 'POST' }, pieces(8 * MB))).status).toBe(413);
    });

    it.each([{ 'Content-Length': 40 * MB }, { 'Transfer-Encoding': 'chunked' }])(
      'and is too much, is told so although it is sent to its end first: %j',
      async (headers) => {
        await listening(async (request) => new Response(String((await request.bytes()).length)), {}, wider);
        const answer = await ask('/files', { method: 'POST', headers }, pieces(40 * MB));
        expect(answer).toMatchObject({ status: 413, text: 'Choose fewer files.\n' });
      },
    );

    it.each([
      ['says what it is', { 'Content-Length': 2 ** 31 }],
      ['does not say how much it is', { 'Transfer-Encoding': 'chunked' }],
    ])('is refused in words when it is 2 GB and %s, without being kept in memory', async (_, headers) => {
      let seen = 0;
      const counting: Respond = async (request) => {
        if (request.body)
          for await (const piece of request.body as unknown as AsyncIterable<Uint8Array>)
            seen += piece.length;
        return new Response('fine');
      };
      await listening(counting, {}, wider);
      const before = process.memoryUsage().rss;
      const answer = await sendUntilAnswered('/files', headers, 2 ** 31);
      expect(answer).toEqual({ status: 413, text: 'Choose fewer files.\n' });
      expect(seen).toBeLessThanOrEqual(8 * MB);
      expect(process.memoryUsage().rss - before).toBeLessThan(150 * MB);
      expect((await ask('/else')).status).toBe(200);
    });
  });

  it('that nobody reads stands in nobody’s way', async () => {
    await listening(async () => new Response('no thanks', { status: 403 }));
    const headers = { 'Transfer-Encoding': 'chunked' };
    expect((await ask('/', { method: 'POST', headers }, pieces(256 * 1024))).status).toBe(403);
    expect((await ask('/')).status).toBe(403);
  });
});

describe('a file of the client', () => {
  it('that has gone since the start is not found, and nothing else comes to harm', async () => {
    await listening(async () => new Response('a page', { status: 404 }));
    rmSync(join(folder, 'robots.txt'));
    expect(await ask('/robots.txt')).toMatchObject({ status: 404, text: 'a page' });
    expect((await ask('/assets/app-1a2b.js')).text).toBe('export {};');
  });

  it('is closed when whoever asked for it has gone', async () => {
    writeFileSync(join(folder, 'large.txt'), Buffer.alloc(30 * MB));
    await listening(echo);
    for (let times = 0; times < 5; times++) {
      const socket = connect(port, '127.0.0.1');
      socket.write('GET /large.txt HTTP/1.1\r\nHost: a\r\n\r\n');
      await once(socket, 'data');
      socket.destroy();
    }
    const open = () =>
      readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).endsWith('/large.txt');
        } catch {
          return false;
        }
      });
    await vi.waitFor(() => expect(existsSync('/proc/self/fd') ? open() : []).toEqual([]), 3000);
    expect((await ask('/robots.txt')).status).toBe(200);
  });

  it('is served, for good where its name changes with it', async () => {
    await listening(echo);
    const script = await ask('/assets/app-1a2b.js');
    expect(script.text).toBe('export {};');
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': expect.stringContaining('immutable'),
      'x-content-type-options': 'nosniff',
    });
    expect((await ask('/robots.txt?x=1')).headers['cache-control']).toBe('public, max-age=300');
    expect((await ask('/robots.txt', { method: 'HEAD' })).text).toBe('');
  });

  it.each([
    '/../package.json',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/..\\..\\package.json',
    '/.hidden/secret.txt',
    '/assets',
    '/assets/',
    '/assets/app-1a2b.js%00.txt',
    '/robots.txt/',
    '/__proto__',
    '/constructor',
  ])('is nothing else: %s', async (path) => {
    await listening(async () => new Response('a page', { status: 404 }));
    expect(await ask(path)).toMatchObject({ status: 404, text: 'a page' });
  });
});

describe('stopping', () => {
  it('lets an open request finish, takes no new one, and does not wait for idle connections', async () => {
    await listening(async () => {
      await pause(300);
      return new Response('finished');
    });
    const idle = connect(port, '127.0.0.1');
    const kept = ask('/', { headers: { Connection: 'keep-alive' } });
    await pause(100);
    const started = performance.now();
    const stopped = stop();
    await expect(ask('/')).rejects.toThrow();
    expect((await kept).text).toBe('finished');
    await stopped;
    expect(performance.now() - started).toBeLessThan(2000);
    idle.destroy();
    stop = async () => {};
  });

  it('waits neither for an upload that comes drop by drop nor for an answer that nobody reads', async () => {
    let asked = 0;
    await listening(async (request) => {
      asked++;
      if (request.method === 'POST') await request.bytes();
      return new Response(Buffer.alloc(64 * MB));
    });
    const [slow, deaf] = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    for (const socket of [slow, deaf]) socket.on('error', () => {});
    slow.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nx');
    deaf.pause().write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await vi.waitFor(() => expect(asked).toBe(2));
    await stop(200);
    for (const socket of [slow, deaf]) socket.destroy();
    stop = async () => {};
  });
});
