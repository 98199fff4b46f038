/** What waits for a person that has to do with learning, and with what others showed. */
import type { Viewer } from '#app/accounts/viewer.ts';
import { attestationsAskedOf } from '#app/belts/attestations.server.ts';
import { evidenceUnderWayOf, reviewsWaitingFor } from '#app/belts/review-queue.server.ts';
import { paths } from '#app/paths.ts';
import { campaignsAskedOf } from '#app/training/campaigns.server.ts';
import { underWayOf } from '#app/training/quiz-standing.server.ts';
import { day } from '#app/ui/time.ts';

import type { Asked } from './asked.server.ts';

/** A line for each thing: what is half done, what has a day, what came back, and what others wait for. */
export async function learningAskedOf(viewer: Viewer, now: number, zone: string): Promise<Asked[]> {
  const [begun, campaigns, mine, attestations, reviews] = await Promise.all([
    underWayOf(viewer.id, now),
    campaignsAskedOf(viewer.id, now),
    evidenceUnderWayOf(viewer.id),
    attestationsAskedOf(viewer.id),
    reviewsWaitingFor(viewer, now),
  ]);
  return [
    ...begun.map(({ id, title, answered, asked }) => ({
      to: paths.attempt(id),
      words: `${title} · ${answered} of ${asked} questions answered, the rest wait for you`,
      since: null,
    })),
    ...campaigns.map(({ id, name, left, closesAt }) => ({
      to: left.length === 1 ? paths.module(left[0]!.key) : paths.campaign(id),
      words: `${name} · ${left.length === 1 ? left[0]!.title : `${left.length} lessons`}, by ${day(closesAt - 1, zone)}`,
      since: null,
    })),
    ...mine
      .filter(({ state }) => state === 'returned')
      .map(({ id, what }) => ({
        to: paths.evidence(id),
        words: `${what} · what you showed came back with a note`,
        since: null,
      })),
    ...attestations.map(({ id, by, what, askedAt }) => ({
      to: paths.attestation(id),
      words: `${by} asks whether you were there · ${what}`,
      since: askedAt,
    })),
    ...(reviews > 0
      ? [
          {
            to: paths.reviewQueue(),
            words:
              reviews === 1
                ? 'Somebody’s evidence waits for your look'
                : `Evidence of ${reviews} people waits for your look`,
            since: null,
          },
        ]
      : []),
  ];
}
