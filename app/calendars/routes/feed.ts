import { createHash } from 'node:crypto';

import type { LoaderFunctionArgs } from '@remix-run/node';

import { openFeed } from '#app/calendars/feeds.server.ts';
import { feedCalendar } from '#app/hall/calendar-feed.server.ts';
import { log } from '#app/http/log.server.ts';

/** A calendar for programs, which sign in nowhere: whoever has its address may read it. */
export async function loader({ params, context, request }: LoaderFunctionArgs) {
  const now = Date.now();
  const found = await openFeed(params.token ?? '', context.address);
  if ('refused' in found) {
    return found.refused === 'too-many'
      ? new Response('Too many addresses that lead nowhere. Please try again later.\n', {
          status: 429,
          headers: { 'Retry-After': String(found.seconds) },
        })
      : new Response('There is no calendar under this address.\n', { status: 404 });
  }
  const { text, inUtc } = await feedCalendar(found.feed, now);
  if (inUtc.length > 0) log('info', 'zones-unknown', { zones: inUtc });
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', 'Referrer-Policy': 'no-referrer' };
  const isHeld = (request.headers.get('If-None-Match') ?? '')
    .split(',')
    .some((held) => held.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));
  if (isHeld) return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: {
      ...headers,
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="guildhall.ics"',
    },
  });
}
