/**
 * The floor: the least that can be done to give the same answers. node:http, the app's SQL through better-sqlite3 with
 * the same pragmas, and the same visible HTML put together from strings. It has no router, no components, no data for
 * the browser, no headers beyond the type: nothing that the app needs and it doesn't.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { listPage } from './list.ts';
import { postmortemPage } from './postmortem.ts';
import { searchPage } from './search.ts';
import { signIn } from './sign-in.ts';
import { type Viewer, viewerOf } from './viewer.ts';
import { writeEntry } from './write.ts';

async function bodyOf(req: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  req.setEncoding('utf8');
  for await (const chunk of req) text += chunk as string;
  return new URLSearchParams(text);
}

function page(viewer: Viewer, url: URL): string | null {
  const [, first, second] = url.pathname.split('/');
  if (first === 'action-items') return listPage(viewer, url.searchParams);
  if (first === 'postmortems' && second) return postmortemPage(viewer, second);
  if (first === 'postmortems') return searchPage(viewer, url.searchParams.get('q') ?? '');
  return null;
}

async function answer(req: IncomingMessage, res: ServerResponse) {
  const url = new URL(req.url ?? '/', 'http://127.0.0.1');
  if (url.pathname === '/healthz') return res.end('ok');
  if (url.pathname === '/sign-in') {
    const cookies = await signIn(await bodyOf(req), req.headers['user-agent'] ?? '');
    return res.writeHead(cookies ? 303 : 422, cookies ? { Location: '/', 'Set-Cookie': cookies } : {}).end();
  }
  const viewer = viewerOf(req.headers.cookie ?? '');
  if (!viewer) return res.writeHead(302, { Location: '/sign-in' }).end();
  if (req.method === 'POST') {
    const id = url.pathname.split('/')[2]!;
    const written = writeEntry(viewer, id, await bodyOf(req));
    return res.writeHead(written ? 303 : 404, { Location: `/postmortems/${id}/edit#timeline` }).end();
  }
  const html = page(viewer, url);
  return res.writeHead(html ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
}

const server = createServer((req, res) => {
  answer(req, res).catch((error: unknown) => {
    console.error(error);
    res.writeHead(500).end();
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
