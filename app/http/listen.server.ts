import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

import type { Configuration } from '../configuration.ts';
import { log } from './log.server.ts';
import type { Respond } from './respond.server.ts';
import { staticFiles } from './static-files.server.ts';

/** Forms hold some fields beside the file they upload. */
const BESIDE_THE_FILE = 256 * 1024;

/** Listens; `stop` lets open requests finish before it resolves. */
export async function listen(
  respond: Respond,
  configuration: Configuration,
  clientFolder: string,
): Promise<{ server: Server; stop(): Promise<void> }> {
  const serveFile = staticFiles(clientFolder);
  const largest = configuration.uploadBytes + BESIDE_THE_FILE;

  async function answer(req: IncomingMessage, res: ServerResponse) {
    if (Number(req.headers['content-length'] ?? 0) > largest) {
      return plain(
        res,
        413,
        `That is larger than this installation accepts (${configuration.uploadBytes / 1048576} MB).`,
      );
    }
    const response = await respond(
      toRequest(req, res, configuration.origin, largest),
      addressOf(req, configuration.proxyHops),
    );
    res.statusCode = response.status;
    for (const [name, value] of response.headers) if (name !== 'set-cookie') res.setHeader(name, value);
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) res.setHeader('Set-Cookie', cookies);
    if (response.body === null || req.method === 'HEAD') res.end();
    else Readable.fromWeb(response.body as never).pipe(res);
  }

  const server = createServer((req, res) => {
    if (serveFile(req, res)) return;
    answer(req, res).catch((error: unknown) => {
      log('error', 'unanswered', { message: String(error) });
      if (!res.headersSent)
        plain(res, error instanceof TooLarge ? 413 : 500, 'Something went wrong on our side.');
      else res.end();
    });
  });
  server.requestTimeout = 60_000;
  server.listen(configuration.port, configuration.host);
  await once(server, 'listening');

  return {
    server,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}

class TooLarge extends Error {}

function plain(res: ServerResponse, status: number, text: string) {
  res.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  res.end(`${text}\n`);
}

function toRequest(req: IncomingMessage, res: ServerResponse, origin: string, largest: number): Request {
  const headers = new Headers();
  for (let at = 0; at < req.rawHeaders.length; at += 2) {
    const name = req.rawHeaders[at]!;
    if (!name.startsWith(':')) headers.append(name, req.rawHeaders[at + 1]!);
  }
  const gone = new AbortController();
  res.on('close', () => {
    if (!res.writableFinished) gone.abort();
  });
  const bodiless = req.method === 'GET' || req.method === 'HEAD';
  return new Request(new URL(req.url?.startsWith('/') ? `${origin}${req.url}` : origin), {
    method: req.method ?? 'GET',
    headers,
    signal: gone.signal,
    ...(!bodiless && { body: Readable.toWeb(bounded(req, largest)) as ReadableStream, duplex: 'half' }),
  });
}

function bounded(req: IncomingMessage, largest: number): Readable {
  let seen = 0;
  return req.compose(async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      seen += chunk.length;
      if (seen > largest) throw new TooLarge('body');
      yield chunk;
    }
  }) as unknown as Readable;
}

/** Behind n proxies of ours, the n-th address from the right is the one the outermost of them saw. */
function addressOf(req: IncomingMessage, proxyHops: number): string {
  const direct = req.socket.remoteAddress ?? 'unknown';
  if (proxyHops === 0) return direct;
  const forwarded = String(req.headers['x-forwarded-for'] ?? '').split(',');
  return forwarded.at(-proxyHops)?.trim() || direct;
}
