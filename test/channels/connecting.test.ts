import { createServer } from 'node:net';
import { once } from 'node:events';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { type Resolve, refusalOf, send } from '#app/channels/connecting.server.ts';

import { openReceiver, type Receiver } from './receiver.ts';

const here = [{ host: '127.0.0.1', port: null }];
const post = { headers: {}, body: '{}' };
let receiver: Receiver;
beforeEach(async () => void (receiver = await openReceiver()));
afterEach(() => receiver.close());

const to = (address: string, more: Partial<Parameters<typeof send>[1]> = {}) =>
  send({ ...post, address }, { allowed: here, ...more });

/** A name server that gives these answers, one after another. */
const naming = (...answers: string[][]) => {
  let asked = 0;
  const resolve: Resolve = () => {
    const found = answers[Math.min(asked, answers.length - 1)]!;
    asked += 1;
    return Promise.resolve(found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  };
  return { resolve, times: () => asked };
};

it.each([
  [['127.0.0.1']],
  [['8.8.8.8', '127.0.0.1']],
  [['2606:4700::1111', '::ffff:127.0.0.1']],
  [['169.254.169.254']],
  [['64:ff9b::7f00:1']],
  [[]],
])('a name that leads to %j is refused at saving, and nothing is sent there', async (addresses) => {
  const address = `https://chat.example.com:${receiver.port}/hooks/x`;
  expect(await refusalOf(address, [], naming(addresses).resolve)).toBe('not-public');
  expect(await to(address, { resolve: naming(addresses).resolve })).toMatchObject({
    arrived: false,
    forGood: true,
  });
  expect(receiver.heard).toEqual([]);
});

it('looks a name up once for a connection: what was checked is where it goes', async () => {
  const turning = naming(['127.0.0.1'], ['8.8.8.8']);
  const address = `https://chat.example.com:${receiver.port}/hooks/x`;
  expect(await to(address, { resolve: turning.resolve })).toMatchObject({ arrived: false, forGood: true });
  expect(turning.times()).toBe(1);
});

it('refuses a name that nobody knows, but not because its name server is away', async () => {
  const failing =
    (code: string): Resolve =>
    () =>
      Promise.reject(Object.assign(new Error(), { code }));
  expect(await refusalOf('https://chat.example.com/x', [], failing('ENOTFOUND'))).toBe('unknown-host');
  expect(await refusalOf('https://chat.example.com/x', [], failing('EAI_AGAIN'))).toBeNull();
  expect(await refusalOf('https://chat.example.com/x', [], naming(['8.8.8.8']).resolve)).toBeNull();
  expect(await to('https://chat.example.com/x', { resolve: failing('EAI_AGAIN') })).toMatchObject({
    arrived: false,
    forGood: false,
  });
});

it('sends nothing to an address that was never allowed, or is not any more', async () => {
  expect(await to(receiver.url, { allowed: [] })).toMatchObject({ arrived: false, forGood: true });
  expect(await to('http://127.0.0.1.nip.example/x')).toMatchObject({ arrived: false, forGood: true });
  expect(receiver.heard).toEqual([]);
  expect(await refusalOf(receiver.url, here)).toBeNull();
  expect(await to(receiver.url)).toEqual({ arrived: true });
});

it('follows nothing', async () => {
  receiver.answers = (_, response) => void response.writeHead(307, { Location: '/elsewhere' }).end();
  expect(await to(receiver.url)).toMatchObject({ arrived: false, forGood: true });
  expect(receiver.heard.map(({ path }) => path)).toEqual(['/hooks/hunter2']);
});

it('waits for nobody longer than it says', async () => {
  receiver.answers = () => {};
  const begun = Date.now();
  expect(await to(receiver.url, { patience: 150 })).toMatchObject({ arrived: false, forGood: false });
  expect(Date.now() - begun).toBeLessThan(3000);
});

it('is not held up by a name server that says nothing either', async () => {
  const silent: Resolve = () => new Promise(() => {});
  expect(await to('https://chat.example.com/x', { resolve: silent, patience: 150 })).toMatchObject({
    arrived: false,
    forGood: false,
  });
});

it('takes the first line of an answer for the answer, whatever comes of the rest', async () => {
  receiver.answers = (_, response) => {
    response.writeHead(200, { 'Content-Length': '100' });
    response.write('half of');
    setTimeout(() => response.destroy(), 20);
  };
  expect(await to(receiver.url)).toEqual({ arrived: true });
  receiver.answers = (request) => void request.socket.destroy();
  expect(await to(receiver.url)).toMatchObject({ arrived: false, forGood: false });
});

it('reads no more of an answer than a few kB', async () => {
  let written = 0;
  let closed = false;
  receiver.answers = (_, response) => {
    response.on('close', () => (closed = true));
    const pour = () => {
      if (closed || written > 50e6) return;
      written += 65_536;
      response.write(Buffer.alloc(65_536), pour);
    };
    pour();
  };
  expect(await to(receiver.url)).toEqual({ arrived: true });
  await expect.poll(() => closed).toBe(true);
  expect(written).toBeLessThan(20e6);
});

it('says in words what is not HTTP', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.end('220 mail.example.com ESMTP\r\n', () => socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  expect(await to(`http://127.0.0.1:${port}/x`)).toMatchObject({ arrived: false, forGood: false });
  expect(await to(`https://127.0.0.1:${port}/x`)).toMatchObject({ arrived: false, forGood: false });
  server.close();
  await once(server, 'close');
  expect(await to(`http://127.0.0.1:${port}/x`)).toMatchObject({ words: 'Nobody answers there.' });
});
