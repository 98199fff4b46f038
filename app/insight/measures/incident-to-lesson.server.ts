import { cell } from '../cell.ts';
import { timeToLessonWords } from '../loop.ts';
import type { Measure } from '../measure.ts';
import { median, percentile } from '../percentile.ts';
import { endOf } from '../span.ts';
import { timesToLesson } from '../times-to-lesson.server.ts';

const DAY = 86_400_000;

/** How long it takes from an incident until its lesson is taught. */
export const incidentToLesson: Measure = {
  key: 'incident-to-lesson',
  name: 'Time from incident to lesson taught',
  definition: `Of the incidents and near misses published in the month that everyone here may see: the median of the days until the lesson was taught. ${timeToLessonWords}`,
  cannotTell:
    'Whether anybody works otherwise since. A lesson that is still to be taught is not in it, so that the newest months look quicker than they will.',
  about: 'month',
  version: 1,
  shown: ['median', 'p90'],
  drawn: ['median'],
  aims: ({ 'incident-to-lesson': aim }) =>
    aim ? [{ line: 'median', side: 'at-most', value: aim.atMostDays, source: aim.source }] : [],
  async count(span, now) {
    const { of, times } = await timesToLesson({ from: span.from, to: endOf(span, now) });
    const days = times.map((time) => time / DAY);
    const told = (key: string, words: string, value: number | null) =>
      cell({ key, words }, 'days', value, days.length, of);
    return [
      told('median', 'Median days to the lesson', median(days)),
      told('p90', 'Nine in ten within', percentile(days, 0.9)),
    ];
  },
};
