import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Configuration } from '../configuration.ts';
import { log, stackOf } from './log.server.ts';
import type { Respond } from './respond.server.ts';
import type { ServeFile } from './static-files.server.ts';

/**
 * The preview of an imported document is sent back with the document as it came and with every part of it in a field:
 * its words twice, and the names of the fields. A file that was accepted must not fail at the step after.
 */
const largestBody = (uploadBytes: number) => 2 * uploadBytes + 1024 * 1024;

/** Where more may be sent than elsewhere: how much, within what time, and what is said of more. */
export type Wider = { largest: number; ms: number; tooLarge: string };

/** For a body to come. */
const PATIENCE = 60_000;

/** For what comes on after a refusal: a browser reads no answer before it has sent all, or the connection has broken. */
const LINGERING = 10_000;

/** Answers from this size on are sent piece by piece, as they are read. */
const STREAMED = 1024 * 1024;

/** Methods that a Request cannot have. */
const REFUSED = new Set(['CONNECT', 'TRACE', 'TRACK']);

/**
 * Listens; `stop` lets open requests finish before it resolves, and breaks off what takes longer than `patience`, in ms:
 * a large upload, or somebody who does not read their answer. `wider` says of an address whether more may be sent there
 * than elsewhere; whoever answers there has to read it piece by piece, and only after having asked who sends it.
 */
export async function listen(
  respond: Respond,
  configuration: Configuration,
  serveFile: ServeFile,
  wider: (path: string) => Wider | null = () => null,
): Promise<{ server: Server; stop(patience?: number): Promise<void> }> {
  const ordinary: Wider = {
    largest: largestBody(configuration.uploadBytes),
    ms: PATIENCE,
    tooLarge: `That is larger than this installation accepts (${configuration.uploadBytes / 1048576} MB).`,
  };

  async function answer(req: IncomingMessage, res: ServerResponse) {
    if (REFUSED.has(req.method ?? '')) return plain(res, 405, 'That method is not answered here.');
    lingerAfter(res, req);
    const { largest, ms, tooLarge } = wider((req.url ?? '').split('?', 1)[0]!) ?? ordinary;
    if (Number(req.headers['content-length'] ?? 0) > largest) return plain(res, 413, tooLarge, 'keep-alive');
    const body = req.method === 'GET' || req.method === 'HEAD' ? null : bounded(req, largest);
    if (body) giveUpAfter(ms, req);
    const response = await respond(
      toRequest(req, res, configuration.origin, body?.stream),
      addressOf(req, configuration.proxyHops),
    ).catch((error: unknown) => {
      if (body?.isTooLarge()) return null;
      throw error;
    });
    // Whoever read it has made an error page of what it could not read.
    if (response === null || body?.isTooLarge()) return plain(res, 413, tooLarge, 'keep-alive');
    res.statusCode = response.status;
    for (const [name, value] of response.headers) if (name !== 'set-cookie') res.setHeader(name, value);
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) res.setHeader('Set-Cookie', cookies);
    if (response.body === null || req.method === 'HEAD') res.end();
    else if (Number(response.headers.get('Content-Length') ?? Infinity) < STREAMED)
      res.end(await response.bytes());
    else await pipeline(Readable.fromWeb(response.body as never), res).catch(brokenOff(res));
  }

  // Browsers open connections ahead of need; Node counts one that never asked anything as busy.
  const idle = new Set<Socket>();
  let stopping = false;

  const server = createServer((req, res) => {
    const { socket } = req;
    idle.delete(socket);
    res.once('close', () => {
      if (stopping) socket.end();
      else if (!socket.destroyed) idle.add(socket);
    });
    const answered = async () => (await serveFile(req, res)) || (await answer(req, res));
    answered().catch((error: unknown) => {
      log('error', 'unanswered', { stack: stackOf(error) });
      if (res.headersSent) res.end();
      else plain(res, 500, 'Something went wrong on our side.');
    });
  });
  server.on('connection', (socket) => {
    idle.add(socket);
    socket.once('close', () => idle.delete(socket));
  });
  server.requestTimeout = 0; // each has its own, by what it may send
  server.headersTimeout = PATIENCE;
  server.listen(configuration.port, configuration.host);
  await once(server, 'listening');

  return {
    server,
    async stop(patience = PATIENCE) {
      const closed = once(server, 'close');
      stopping = true;
      server.close();
      for (const socket of idle) socket.destroy();
      const impatient = setTimeout(() => server.closeAllConnections(), patience).unref();
      await closed;
      clearTimeout(impatient);
    },
  };
}

/** Whoever asked has gone: nothing to tell. An answer that fails half way is broken off, and told. */
const brokenOff = (res: ServerResponse) => (error: unknown) => {
  if ((error as { code?: unknown }).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
  res.destroy();
  throw error;
};

/** `after`: what becomes of the connection. To one that is closed while somebody still sends, no answer may arrive. */
function plain(res: ServerResponse, status: number, text: string, after: 'close' | 'keep-alive' = 'close') {
  res.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    Connection: after,
  });
  res.end(`${text}\n`);
}

/** What is still being sent when the answer is given runs into the sand for a while, so that the answer arrives. */
function lingerAfter(res: ServerResponse, req: IncomingMessage) {
  res.once('finish', () => {
    if (req.complete) return;
    giveUpAfter(LINGERING, req);
    req.resume();
  });
}

/** Ends a connection on which the body has not come within this time. */
function giveUpAfter(ms: number, req: IncomingMessage) {
  const impatient = setTimeout(() => !req.complete && req.socket.destroy(), ms).unref();
  req.once('close', () => clearTimeout(impatient));
}

function toRequest(req: IncomingMessage, res: ServerResponse, origin: string, body?: Readable): Request {
  const headers = new Headers();
  for (let at = 0; at < req.rawHeaders.length; at += 2) {
    const name = req.rawHeaders[at]!;
    if (!name.startsWith(':')) headers.append(name, req.rawHeaders[at + 1]!);
  }
  const gone = new AbortController();
  res.on('close', () => {
    if (!res.writableFinished) gone.abort();
  });
  return new Request(new URL(req.url?.startsWith('/') ? `${origin}${req.url}` : origin), {
    method: req.method ?? 'GET',
    headers,
    signal: gone.signal,
    ...(body && { body: Readable.toWeb(body) as ReadableStream, duplex: 'half' }),
  });
}

/** A request's body, which breaks off once it is larger than it may be; the connection does not, or no answer would arrive. */
function bounded(req: IncomingMessage, largest: number): { stream: Readable; isTooLarge(): boolean } {
  let seen = 0;
  async function* pieces() {
    for await (const chunk of req.iterator({ destroyOnReturn: false })) {
      seen += (chunk as Buffer).length;
      if (seen > largest) throw new Error('The body is too large.');
      yield chunk as Buffer;
    }
  }
  return { stream: Readable.from(pieces(), { objectMode: false }), isTooLarge: () => seen > largest };
}

/** Behind n proxies of ours, the n-th address from the right is the one the outermost of them saw. */
function addressOf(req: IncomingMessage, proxyHops: number): string {
  const direct = req.socket.remoteAddress ?? 'unknown';
  if (proxyHops === 0) return direct;
  const forwarded = String(req.headers['x-forwarded-for'] ?? '').split(',');
  return forwarded.at(-proxyHops)?.trim() || direct;
}
