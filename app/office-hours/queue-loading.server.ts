import type { LoaderFunctionArgs } from '@remix-run/node';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { live } from '#app/http/live.server.ts';

import { queuePage } from './queue-page.server.ts';
import { clock, clockInWords, whenInWords } from './when.ts';

/** The queue through the eyes of whoever asks, its times in words. */
export async function loadQueue(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-office-hours');
  const mark = live.mark();
  const [page, zone] = [await queuePage(viewer, Date.now()), await zoneHere()];
  const { asHost, next, closesAt } = page;
  return {
    ...page,
    mark,
    closes: closesAt === null ? null : clockInWords(closesAt, zone),
    next: next && { host: next.host, when: whenInWords(next.startsAt, zone) },
    asHost: asHost && {
      ...asHost,
      atHand: asHost.atHand && { ...asHost.atHand, at: clock(asHost.atHand.startsAt, zone) },
      waiting: asHost.waiting.map((place) => ({ ...place, since: clock(place.joinedAt, zone) })),
    },
  };
}
export type QueueShown = Awaited<ReturnType<typeof loadQueue>>;
