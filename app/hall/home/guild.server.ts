/** What the start page says of the guild and of office hours. */
import type { Viewer } from '#app/accounts/viewer.ts';
import { comingMeetings } from '#app/meetings/coming.server.ts';
import { isHost } from '#app/office-hours/host.server.ts';
import { type nextForCaller, waitingForHost } from '#app/office-hours/home.server.ts';
import { countOpenQuestions } from '#app/office-hours/question-list.server.ts';
import { paths } from '#app/paths.ts';
import { moment } from '#app/ui/time.ts';

import type { Asked } from './asked.server.ts';

/** The next meeting that takes place; null where there is none. */
export async function meetingAtHome(viewer: Viewer, now: number, zone: string) {
  const coming = await comingMeetings(viewer, zone, now, 3);
  return coming.find(({ state }) => state !== 'skipped') ?? null;
}

/** What is held for somebody in office hours. */
export type Held = Awaited<ReturnType<typeof nextForCaller>>['held'];

/** A line for each thing that waits: a time that is held, callers of a host, questions that have no answer yet. */
export async function guildAskedOf(viewer: Viewer, held: Held, now: number, zone: string): Promise<Asked[]> {
  const [hosting, questions] = await Promise.all([
    waitingForHost(viewer, now),
    isHost(viewer).then((hosts) => (hosts ? countOpenQuestions(viewer) : 0)),
  ]);
  const asked: (Asked | null)[] = [
    held && {
      to: paths.slotOffer(held.id),
      words: `A time in office hours is held for you: ${moment(held.startsAt, zone)}`,
      since: null,
    },
    hosting?.booking
      ? {
          to: paths.queue(),
          words: `${hosting.booking.person} has a time with you at ${moment(hosting.booking.startsAt, zone)}`,
          since: null,
        }
      : null,
    hosting && hosting.waiting > 0
      ? {
          to: paths.queue(),
          words:
            hosting.waiting === 1
              ? 'Somebody waits in the queue'
              : `${hosting.waiting} people wait in the queue`,
          since: null,
        }
      : null,
    questions > 0
      ? {
          to: paths.questions(),
          words:
            questions === 1 ? 'A question waits for an answer' : `${questions} questions wait for an answer`,
          since: null,
        }
      : null,
  ];
  return asked.filter((line) => line !== null);
}
