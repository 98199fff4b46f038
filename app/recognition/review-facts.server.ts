import type { Viewer } from '#app/accounts/viewer.ts';

import { beltsIn } from './review-belts.server.ts';
import { deedsIn } from './review-deeds.server.ts';
import { hoursIn } from './review-hours.server.ts';
import { recognisedIn } from './review-recognised.server.ts';
import { yearHere } from './review-year.server.ts';

/**
 * Somebody's year as its reader may know of it, read from where each thing is kept; nothing of it is a copy. Parts of
 * which nothing is known are empty.
 */
export async function yearOf(personId: string, year: number, reader: Viewer) {
  const span = await yearHere(year);
  const [belts, { hidden, ...deeds }, hours] = await Promise.all([
    beltsIn(personId, span),
    deedsIn(personId, span, reader),
    hoursIn(personId, span),
  ]);
  return { belts, ...deeds, recognised: await recognisedIn(personId, span, hidden), hours };
}
