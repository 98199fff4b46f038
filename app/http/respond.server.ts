import { randomBytes, randomUUID } from 'node:crypto';

import type { AppLoadContext } from '@remix-run/node';

import { isCrossSite } from './cross-site.ts';
import { secure } from './headers.server.ts';
import { rightName } from './loopback.ts';
import { log, loggablePath } from './log.server.ts';
import { accepted, isWorthPacking, pack } from './compress.server.ts';

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** known to the rendering of this answer alone: it marks the inline scripts that are ours */
    nonce: string;
    requestId: string;
    /** the network address the request came from */
    address: string;
    /** nothing that a request leaves behind may tell of it: neither a line in the log, nor a session that lasts longer */
    untraced?: boolean;
    /** nothing of the answer may stay in a browser, not even to be asked for again */
    keptNowhere?: boolean;
    /** a Set-Cookie header to send along, unless the answer sets a cookie of this name itself */
    freshCookie?: string;
  }
}

const nameIn = (setCookie: string) => setCookie.slice(0, setCookie.indexOf('='));

/** What is answered without asking the routes; null for all else. */
function refusal(request: Request, origin: string): Response | null {
  if (isCrossSite(request.method, request.headers, origin)) {
    return new Response('This request came from another site and was refused.\n', { status: 403 });
  }
  // No address of ours holds a NUL, and PostgreSQL would refuse to look one up.
  return request.url.includes('%00') ? new Response('Nothing has this address.\n', { status: 404 }) : null;
}

type Handle = (request: Request, context: AppLoadContext) => Promise<Response>;
export type Respond = (request: Request, address: string) => Promise<Response>;

/**
 * Everything between a request and its answer, the socket excepted: checks, the routes, headers, the log. `isUntraced`
 * says of which paths nothing is written down.
 */
export function respondWith(
  handle: Handle,
  origin: string,
  isUntraced: (path: string) => boolean = () => false,
): Respond {
  const { host } = new URL(origin);

  return async function respond(request, address) {
    const started = performance.now();
    const { pathname } = new URL(request.url);
    const untraced = isUntraced(pathname);
    const requestId = untraced ? '' : randomUUID();
    const nonce = randomBytes(16).toString('base64');
    const rightPlace = rightName(request.method, request.url, request.headers.get('Host'), origin);
    // Remix compares Origin with the host once more; behind a proxy that host is the proxy's idea of ours.
    request.headers.set('Host', host);
    request.headers.delete('X-Forwarded-Host');
    const context: AppLoadContext = { nonce, requestId, address, untraced };
    const response = rightPlace
      ? new Response(null, { status: 307, headers: { Location: rightPlace } })
      : (refusal(request, origin) ?? (await handle(request, context)));

    const headers = new Headers(response.headers);
    secure(headers, origin);
    if (untraced) headers.set('Referrer-Policy', 'strict-origin');
    else headers.set('X-Request-Id', requestId);
    const { freshCookie } = context;
    const isSet = headers.getSetCookie().some((one) => freshCookie && nameIn(one) === nameIn(freshCookie));
    if (freshCookie && !isSet) headers.append('Set-Cookie', freshCookie);
    if (!untraced)
      log('info', 'request', {
        requestId,
        method: request.method,
        path: loggablePath(pathname),
        status: response.status,
        ms: Math.round(performance.now() - started),
      });
    const body = await packed(response, headers, request.headers.get('Accept-Encoding'));
    return new Response(body, { status: response.status, statusText: response.statusText, headers });
  };
}

/**
 * The body as it is sent: packed where that helps and is taken. What comes bit by bit is passed on as it comes, and so
 * is what says its length itself: a file.
 */
async function packed(response: Response, headers: Headers, accept: string | null) {
  const comesInBits =
    headers.get('Content-Type')?.startsWith('text/event-stream') || headers.has('Content-Length');
  if (response.body === null || comesInBits) return response.body;
  const body = await response.bytes();
  const encoding = isWorthPacking(headers, body.length) ? accepted(accept) : null;
  const sent = encoding ? pack(body, encoding) : body;
  if (encoding) headers.set('Content-Encoding', encoding);
  headers.append('Vary', 'Accept-Encoding');
  headers.set('Content-Length', String(sent.length));
  return sent;
}
