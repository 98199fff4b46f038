import { cell } from '../cell.ts';
import { timeToLessonWords } from '../loop.ts';
import type { Measure } from '../measure.ts';
import { percentile } from '../percentile.ts';
import { endOf } from '../span.ts';
import { timesToLesson } from '../times-to-lesson.server.ts';

const DAY = 86_400_000;

/** How long it takes from an incident until its lesson is taught. */
export const incidentToLesson: Measure = {
  key: 'incident-to-lesson',
  name: 'Time from incident to lesson taught',
  definition: `Of the incidents and near misses published in the month that everyone here may see: the median of the days until the lesson was taught. One whose lesson is still to be taught counts as longer than any: there is a median once more than half have been taught. ${timeToLessonWords}`,
  cannotTell:
    'Whether anybody works otherwise since, and how long those will take that are still to be taught.',
  about: 'month',
  version: 2,
  shown: ['median', 'p90'],
  drawn: ['median'],
  aims: ({ 'incident-to-lesson': aim }) =>
    aim ? [{ line: 'median', side: 'at-most', value: aim.atMostDays, source: aim.source }] : [],
  async count(span, now) {
    const { of, times } = await timesToLesson({ from: span.from, to: endOf(span, now) });
    const days = times.map((time) => time / DAY);
    const all = [...days, ...Array<number>(of - days.length).fill(Infinity)];
    const told = (key: string, words: string, share: number) => {
      const value = percentile(all, share);
      return cell({ key, words }, 'days', Number.isFinite(value) ? value : null, days.length, of);
    };
    return [told('median', 'Median days to the lesson', 0.5), told('p90', 'Nine in ten within', 0.9)];
  },
};
