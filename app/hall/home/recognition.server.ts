import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { isSponsor } from '#app/insight/sponsors.server.ts';
import { paths } from '#app/paths.ts';
import { hasOptedOut } from '#app/recognition/choices.server.ts';
import { goalsAtHome, newlyRecognised } from '#app/recognition/home.server.ts';
import { nominationsWaitingFor } from '#app/recognition/nominations.server.ts';
import { requestsWaitingFor } from '#app/recognition/reward-requests.server.ts';
import { squadsManagedBy } from '#app/squads/squad-roles.server.ts';

import type { Asked } from './asked.server.ts';

/** What is new of how somebody was recognised, and how their squads do; null for who would rather not hear of it. */
export async function recognitionAtHome(viewer: Viewer, now: number) {
  if (await hasOptedOut(viewer.id)) return null;
  const [news, goals] = await Promise.all([newlyRecognised(viewer, now), goalsAtHome(viewer, now)]);
  return [...news, ...goals];
}

/** Whether somebody is to find what the program achieves on their start page: its sponsors, and who manages a squad. */
export const readsReport = async (viewer: Viewer): Promise<boolean> =>
  may(viewer, 'see-report') &&
  ((await isSponsor(viewer.id)) || (await squadsManagedBy(viewer.id)).length > 0);

/** What of recognition waits for somebody: a vote, or an answer to who asks for a reward. */
export async function recognitionAskedOf(viewer: Viewer, now: number): Promise<Asked[]> {
  const [nominations, requests] = await Promise.all([
    nominationsWaitingFor(viewer, now),
    requestsWaitingFor(viewer),
  ]);
  return [
    ...(nominations
      ? [
          {
            to: paths.nominations(),
            words: `Put forward for an award · ${nominations === 1 ? 'one waits' : `${nominations} wait`} for your vote`,
            since: null,
          },
        ]
      : []),
    ...(requests
      ? [
          {
            to: paths.rewardRequests(),
            words: `Rewards · ${requests === 1 ? 'one request waits' : `${requests} requests wait`} for an answer`,
            since: null,
          },
        ]
      : []),
  ];
}
