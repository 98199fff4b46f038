import { AsyncResource } from 'node:async_hooks';

import { sweep } from '#app/accounts/sweep.server.ts';
import { keepStandings } from '#app/belts/keeping.server.ts';
import { whenAnnounced } from '#app/channels/announcing.server.ts';
import { tendEnrolments } from '#app/champions/reminders.server.ts';
import { moveConcerns } from '#app/concerns/moving.server.ts';
import { whenRecorded } from '#app/facts/facts.server.ts';
import { sendAnnouncements } from '#app/hall/announcing.server.ts';
import { sendMail } from '#app/hall/mailing.server.ts';
import { log, stackOf } from '#app/http/log.server.ts';
import { countFigures } from '#app/insight/figures.server.ts';
import { postReports } from '#app/insight/report-mails.server.ts';
import { tendMeetings } from '#app/meetings/tending.server.ts';
import { whenPosted } from '#app/notices/outbox.server.ts';
import { sweepNotes } from '#app/meetings/notes-sweep.server.ts';
import { sweepNotices } from '#app/notices/sweep.server.ts';
import { tendOfficeHours, TURN } from '#app/office-hours/tending.server.ts';
import { takeLettersOut } from '#app/office-hours/taking-out.server.ts';
import { celebrateMissedGoals } from '#app/recognition/celebrating.server.ts';
import { keepRecognition } from '#app/recognition/keeping.server.ts';
import { scrubAddresses } from '#app/recognition/scrubbing.server.ts';
import { closeAttempts } from '#app/training/finishing.server.ts';
import { tendCampaigns } from '#app/training/campaign-tending.server.ts';
import { countProgress } from '#app/training/progress-count.server.ts';
import { sweepFiles } from '#db/files-sweep.server.ts';
import { endTurn, takeTurn } from '#db/turns.server.ts';

type Work = {
  name: string;
  /** how often, in milliseconds */
  every: number;
  /** `stopping` is aborted when the house closes: what takes long ends early then */
  run(now: number, stopping: AbortSignal): Promise<void>;
  /** safe when several instances do it at once; all other work is done by the one that gets the turn */
  together?: boolean;
  /** calls back when there is something to do before its time */
  hasten?(callBack: () => void): void;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** The one table of recurring work. */
const table: Work[] = [
  { name: 'sweep', every: DAY, run: sweep },
  { name: 'sweep-notices', every: DAY, run: sweepNotices },
  { name: 'sweep-meeting-notes', every: DAY, run: sweepNotes },
  { name: 'sweep-files', every: DAY, run: sweepFiles },
  // Each message is taken by itself, so that an idle house writes nothing.
  { name: 'mail', every: 15 * SECOND, run: sendMail, together: true, hasten: whenPosted },
  {
    name: 'announcements',
    every: 15 * SECOND,
    run: sendAnnouncements,
    together: true,
    hasten: whenAnnounced,
  },
  { name: 'enrolments', every: 60 * MINUTE, run: tendEnrolments },
  { name: 'concerns', every: 5 * MINUTE, run: moveConcerns },
  // Each change of somebody's facts is taken by one of them.
  { name: 'belts', every: MINUTE, run: keepStandings, together: true, hasten: whenRecorded },
  { name: 'recognition', every: MINUTE, run: keepRecognition, together: true, hasten: whenRecorded },
  { name: 'missed-goals', every: 60 * MINUTE, run: celebrateMissedGoals },
  { name: 'attempts', every: 5 * MINUTE, run: closeAttempts },
  { name: 'campaigns', every: 5 * MINUTE, run: tendCampaigns },
  { name: 'meetings', every: 5 * MINUTE, run: tendMeetings },
  // Each slot, offer and place is looked at by itself, so that an idle house writes nothing.
  { name: 'office-hours', every: TURN, run: tendOfficeHours, together: true },
  // At marks of the clock, which it keeps itself.
  { name: 'letters', every: MINUTE, run: takeLettersOut, together: true },
  // Each process for what it deleted itself.
  { name: 'reward-addresses', every: MINUTE, run: scrubAddresses, together: true },
  { name: 'training-progress', every: 5 * MINUTE, run: countProgress },
  // What is fresh enough is left as it is.
  { name: 'figures', every: 10 * MINUTE, run: countFigures },
  { name: 'report-mails', every: 60 * MINUTE, run: postReports },
];

/** Does a piece of work if it is its time. What fails is told in the log. */
export async function perform(
  { name, every, run, together }: Work,
  now: number,
  stopping = new AbortController().signal,
): Promise<void> {
  try {
    if (!together && !(await takeTurn(name, every, now))) return;
    await run(now, stopping);
    if (!together) await endTurn(name, Date.now());
  } catch (error) {
    log('error', 'recurring-work-failed', { name, stack: stackOf(error) });
  }
}

/** Begins the recurring work. `stop` lets what is under way finish before it resolves. */
export function keepSchedule(works: Work[] = table): { stop(): Promise<void> } {
  const underWay = new Map<Work, Promise<void>>();
  const stopping = new AbortController();

  const begin = (work: Work) => {
    // What takes longer than its interval is left to finish.
    if (stopping.signal.aborted || underWay.has(work)) return;
    const done = perform(work, Date.now(), stopping.signal).finally(() => underWay.delete(work));
    underWay.set(work, done);
  };

  const timers = works.map((work) => {
    let soon = false;
    const hurry = () => {
      if (soon) return;
      soon = true;
      // What called may not be committed yet, and more may follow.
      setTimeout(() => {
        soon = false;
        begin(work);
      }, SECOND / 2).unref();
    };
    // Bound, since it is called inside of transactions, and the work is no part of them.
    work.hasten?.(AsyncResource.bind(hurry));
    begin(work);
    // Whether it is time is for the database to say, since another instance may have done it.
    return setInterval(begin, Math.min(work.every, MINUTE), work).unref();
  });
  return {
    async stop() {
      stopping.abort();
      for (const timer of timers) clearInterval(timer);
      await Promise.all(underWay.values());
    },
  };
}
