import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';

import { policy } from '#app/http/headers.server.ts';
import { takeInlineScripts } from '#app/http/inline-scripts.ts';
import { log, stackOf } from '#app/http/log.server.ts';
import { Nonce } from '#app/http/nonce.ts';

export { openHouse } from '#app/hall/house.server.ts';
export { answering } from '#app/hall/answering.server.ts';

/**
 * Renders to one string: no Suspense boundaries, a length known ahead, and a real 500 when rendering throws.
 * The loaders' data is appended in one script of its own. It needs loaders that return settled data (no <Await>).
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const { serverHandoffStream, ...rest } = context;
  const tree = (
    <Nonce.Provider value={nonce}>
      <RemixServer context={rest as EntryContext} url={request.url} nonce={nonce} />
    </Nonce.Provider>
  );
  let html = `<!DOCTYPE html>${renderToString(tree)}`;
  if (serverHandoffStream && context.renderMeta?.didRenderScripts) {
    const data = inScript(await new Response(serverHandoffStream).text());
    const stream = 'window.__remixContext.streamController';
    const script = `<script nonce="${nonce}">${stream}.enqueue(${data});${stream}.close()</script>`;
    const end = html.lastIndexOf('</body>');
    html = html.slice(0, end) + script + html.slice(end);
  }
  const page = takeInlineScripts(html, nonce);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Security-Policy', policy(page.scripts));
  return new Response(page.html, { status, headers });
}

const escapes: Record<string, string> = {
  '&': '\\u0026',
  '>': '\\u003e',
  '<': '\\u003c',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};
const inScript = (text: string) =>
  JSON.stringify(text).replace(/[&><\u2028\u2029]/g, (character) => escapes[character]!);

/** Without this export Remix prints a stack trace for every 404. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  if (context?.untraced)
    log('error', 'failed', { time: new Date().toISOString().slice(0, 10), stack: stackOf(error) });
  else log('error', 'failed', { requestId: context?.requestId, stack: stackOf(error) });
}
