/** What the page of a chain is made of, for the routes that show it. */
import { type AppLoadContext, data } from '@remix-run/node';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { seriesAhead } from '#app/meetings/series-ahead.server.ts';
import { standingOf } from '#app/meetings/sources.server.ts';
import { scoped } from '#app/postmortems/scoped.server.ts';

import { linkChoices } from './link-choices.server.ts';
import { loopOf } from './loop.server.ts';

type Asked = { request: Request; context: AppLoadContext; params: { id?: string } };

/** The chain of the postmortem that a request is about, through the eyes of who asks; 404 where it isn't theirs to see. */
export async function loopPage(args: Asked) {
  const { viewer, postmortem } = await scoped(args);
  const chosen = new URL(args.request.url).searchParams.get('module') ?? '';
  const [loop, zone] = await Promise.all([loopOf(viewer, postmortem.id), zoneHere()]);
  if (!loop) throw data(null, { status: 404 });
  const { id, title, state } = postmortem;
  return {
    postmortem: { id, title },
    loop,
    choices: loop.mayLink ? linkChoices(chosen) : null,
    standing: await standingOf(viewer, { room: 'postmortems', id }),
    ahead: state === 'published' ? await seriesAhead(Date.now()) : [],
    zone,
  };
}
