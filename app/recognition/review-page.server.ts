/** What a review shows, in one piece: for its page and for paper. */
import { type AppLoadContext, data } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { render } from '#app/ui/markdown.server.ts';

import { yearOf } from './review-facts.server.ts';
import { chosenThanks } from './review-thanks.server.ts';
import { yearHere } from './review-year.server.ts';
import { visibleReview } from './reviews.server.ts';

type Asked = { request: Request; context: AppLoadContext; params: { id?: string } };

/** Who asks, and the review through their eyes; 404 when it isn't theirs to read, whether there is one or not. */
async function scopedReview(args: Asked) {
  const viewer = await requirePermission(args, 'see-recognition');
  args.context.keptNowhere = true;
  const found = await visibleReview(viewer, args.params.id ?? '');
  if (!found) throw data(null, { status: 404 });
  return { viewer, ...found };
}

/** The same for what only its person does; whoever else asks is told that there is no such page. */
export async function scopedOwnReview(args: Asked) {
  const found = await scopedReview(args);
  if (found.part !== 'person') throw data(null, { status: 404 });
  return found;
}

/** The packet as the one who asks may read it. */
export async function reviewPacket(args: Asked) {
  const { viewer, review, person, part } = await scopedReview(args);
  const span = await yearHere(review.year);
  const [year, thanks] = await Promise.all([
    yearOf(review.personId, review.year, viewer),
    chosenThanks(review, span),
  ]);
  return {
    viewer,
    review,
    packet: {
      id: review.id,
      year: review.year,
      person: person.name,
      part,
      words: review.words === '' ? null : render(review.words),
      zone: span.zone,
      thanks,
      ...year,
    },
  };
}
export type Packet = Awaited<ReturnType<typeof reviewPacket>>['packet'];
