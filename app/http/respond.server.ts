import { randomBytes, randomUUID } from 'node:crypto';

import type { AppLoadContext, ServerBuild } from '@remix-run/node';

import { isCrossSite } from './cross-site.ts';
import { secure } from './headers.server.ts';
import { rightName } from './loopback.ts';
import { log, loggablePath } from './log.server.ts';
import { sectionedHandler } from './sections.server.ts';

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string;
    requestId: string;
    /** the network address the request came from */
    address: string;
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

export type Respond = (request: Request, address: string) => Promise<Response>;

/** Everything between a request and its answer, the socket excepted: checks, the routes, headers, the log. */
export function respondWith(
  build: ServerBuild,
  origin: string,
  mode: 'production' | 'development' = 'production',
): Respond {
  const handle = sectionedHandler(build, mode);
  const { host } = new URL(origin);

  return async function respond(request, address) {
    const started = performance.now();
    const requestId = randomUUID();
    const nonce = randomBytes(16).toString('base64');
    const rightPlace = rightName(request.method, request.url, request.headers.get('Host'), origin);
    // Remix compares Origin with the host once more; behind a proxy that host is the proxy's idea of ours.
    request.headers.set('Host', host);
    request.headers.delete('X-Forwarded-Host');
    const context: AppLoadContext = { nonce, requestId, address };
    const response = rightPlace
      ? new Response(null, { status: 307, headers: { Location: rightPlace } })
      : (refusal(request, origin) ?? (await handle(request, context)));

    const headers = new Headers(response.headers);
    secure(headers, nonce, origin);
    headers.set('X-Request-Id', requestId);
    const { freshCookie } = context;
    const isSet = headers.getSetCookie().some((one) => freshCookie && nameIn(one) === nameIn(freshCookie));
    if (freshCookie && !isSet) headers.append('Set-Cookie', freshCookie);
    log('info', 'request', {
      requestId,
      method: request.method,
      path: loggablePath(new URL(request.url).pathname),
      status: response.status,
      ms: Math.round(performance.now() - started),
    });
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
  };
}
