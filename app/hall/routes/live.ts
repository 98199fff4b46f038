import type { LoaderFunctionArgs } from '@remix-run/node';

import { endOfSession, requireViewer } from '#app/accounts/session.server.ts';
import { heardBy } from '#app/hall/live.server.ts';
import { frame } from '#app/http/event-stream.ts';
import { live } from '#app/http/live.server.ts';
import { MOST_TOPICS } from '#app/http/live.ts';

/** What is new about some topics, for as long as somebody listens. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const { request } = args;
  const asked = new URL(request.url).searchParams;
  const topics = [...new Set(asked.getAll('topic'))];
  if (topics.length === 0 || topics.length > MOST_TOPICS) return plain(400);
  // A page of somebody who was signed in before, in a browser where somebody else is now.
  if ((asked.get('as') ?? viewer.id) !== viewer.id) return new Response(frame('over', null, ''), { headers });
  const heard = await heardBy(viewer, topics);
  if (heard.length === 0) return plain(404);
  // Nobody would ever end a stream that is asked for by HEAD.
  if (request.method === 'HEAD') return new Response(null, { headers });
  const stream = live.open({
    topics: heard,
    personId: viewer.id,
    ending: endOfSession(viewer.sessionKey),
    after: request.headers.get('Last-Event-ID') ?? asked.get('after') ?? '',
  });
  return stream ? new Response(stream, { headers }) : plain(503);
}

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'private, no-store, no-transform',
  // nginx would keep it back until there is more
  'X-Accel-Buffering': 'no',
};

const plain = (status: number) => new Response(null, { status });
