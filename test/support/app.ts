/** The app as it is shipped, asked through its request handler. */
import type { ServerBuild } from '@remix-run/node';
import { inject } from 'vitest';

if (!inject('built'))
  throw new Error('The app does not build, so that it cannot be asked: npm run build says why.');

const build = (await import('../../build/server/index.js' as string)) as ServerBuild & {
  entry: { module: { answering: typeof import('#app/hall/answering.server.ts').answering } };
};
const origin = process.env.ORIGIN!;
const respond = build.entry.module.answering(build, origin);

type Asked = {
  as?: { cookie: string } | undefined;
  headers?: Record<string, string>;
  address?: string;
  method?: 'GET' | 'HEAD';
};

/** GET a page as somebody, or as nobody. */
export const visit = (
  path: string,
  { as, headers = {}, address = '203.0.113.1', method = 'GET' }: Asked = {},
) =>
  respond(
    new Request(origin + path, { method, headers: { ...(as && { Cookie: as.cookie }), ...headers } }),
    address,
  );

/** POST a form as somebody, from our own origin. */
export const submit = (
  path: string,
  fields: Record<string, string> | FormData | [string, string][] = {},
  { as, headers = {}, address = '203.0.113.1' }: Asked = {},
) =>
  respond(
    new Request(origin + path, {
      method: 'POST',
      body: fields instanceof FormData ? fields : new URLSearchParams(fields),
      headers: { Origin: origin, ...(as && { Cookie: as.cookie }), ...headers },
    }),
    address,
  );

/** The page that a form leads to, with what is said there once. */
export function pageAfter(response: Response, as: { cookie: string }): Promise<Response> {
  const given = response.headers.getSetCookie().map((one) => one.split(';')[0]);
  return visit(response.headers.get('Location')!, { as: { cookie: [as.cookie, ...given].join('; ') } });
}

/** The visible words of a page. */
export const textOf = async (response: Response) =>
  (await response.text())
    .replace(/<script[\s\S]*?<\/script>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

/** What a page says, word for word, scripts (and so the loaders' data) included: for what must never be sent. */
export const sentBy = (response: Response) => response.text();

/** Every route by its path ("/" for the start page), and whether it answers GET and POST with code of its own. */
export const routeTable: Record<string, { loads: boolean; acts: boolean }> = Object.fromEntries(
  Object.values(build.routes)
    .filter((route) => route !== undefined && route.id !== 'root')
    .map((route) => [
      route!.path ?? '/',
      { loads: route!.module.loader !== undefined, acts: route!.module.action !== undefined },
    ]),
);
