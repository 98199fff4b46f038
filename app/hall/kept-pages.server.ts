import { createHash } from 'node:crypto';

import type { AppLoadContext } from '@remix-run/node';

import { currentViewer } from '#app/accounts/session.server.ts';
import { seesPrivateThings } from '#app/audiences/private.server.ts';
import { carriesFlash } from '#app/http/flash.server.ts';
import { accepted, type Bytes, type Encoding, isWorthPacking, pack } from '#app/http/compress.server.ts';
import { memory, remember } from '#db/remember.server.ts';

type Page = {
  headers: Headers;
  body: Bytes;
  packed: Map<Encoding, Bytes>;
  /** for `If-None-Match`; null where the browser is to keep nothing */
  validator: string | null;
};

type Handle = (request: Request, context: AppLoadContext) => Promise<Response>;

/** How much of all pages is kept, in bytes. */
const MOST = 24 * 1024 * 1024;
/** Pages say "past its date" and the like: what was true a minute ago may be said. */
const BUCKET_MS = 60_000;

const pages = memory<Response | Page>(MOST, (page) => (page instanceof Response ? 0 : 2 * page.body.length));

/**
 * Answers a page that was made before for this session, as long as nothing it was read from has changed, and says
 * "unchanged" to a browser that holds it. The session itself is looked up every time. What a page depends on: the person
 * and their rights, the address, the minute (all in its key) and the tables it was read from, which listening finds.
 */
export const keptPages =
  (handle: Handle): Handle =>
  async (request, context) => {
    if (request.method !== 'GET' || context.untraced || carriesFlash(request))
      return handle(request, context);
    const viewer = await currentViewer({ request, context });
    // What is said once, and a cookie that is renewed, belong to this one answer.
    if (!viewer || context.freshCookie) return handle(request, context);
    const minute = Math.floor(Date.now() / BUCKET_MS);
    const who = JSON.stringify([viewer.sessionKey, viewer.name, viewer.email, viewer.roles]);
    const page = await remember(pages, `${who} ${minute} ${request.url}`, async () =>
      pageOf(await handle(request, context), viewer.id, context),
    );
    return page instanceof Response ? page : sent(page, request);
  };

const kept = /^text\/(html|x-script)\b/;

/** A page to be kept; what is none, or is about this one request, stays the answer it was. */
async function pageOf(
  response: Response,
  viewerId: string,
  context: AppLoadContext,
): Promise<Response | Page> {
  const { status, headers } = response;
  const isPage = status === 200 && kept.test(headers.get('Content-Type') ?? '');
  if (!isPage || context.madeOnce || headers.has('Set-Cookie') || headers.has('Cache-Control'))
    return response;
  const body = await response.bytes();
  const validator =
    context.keptNowhere || (await seesPrivateThings(viewerId))
      ? null
      : `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  // A browser asks each time; after signing out, the cookie is another and what it holds fits no longer.
  headers.set('Cache-Control', validator ? 'private, no-cache' : 'private, no-store');
  headers.append('Vary', 'Cookie');
  if (validator) headers.set('ETag', validator);
  return { headers, body, packed: new Map(), validator };
}

function sent(page: Page, request: Request): Response {
  const headers = new Headers(page.headers);
  if (page.validator !== null && request.headers.get('If-None-Match') === page.validator) {
    for (const name of ['Content-Type', 'Content-Security-Policy']) headers.delete(name);
    return new Response(null, { status: 304, headers });
  }
  const encoding = isWorthPacking(headers, page.body.length)
    ? accepted(request.headers.get('Accept-Encoding'))
    : null;
  if (!encoding) return new Response(page.body, { headers });
  const packed = page.packed.get(encoding) ?? pack(page.body, encoding);
  page.packed.set(encoding, packed);
  headers.set('Content-Encoding', encoding);
  return new Response(packed, { headers });
}
