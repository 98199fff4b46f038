import { hoursOf, monthWords, tellableMonths } from './hours.ts';
import { reportedHours } from './hours.server.ts';

/** The hours of an enrolment in words, newest month first; only for those who may see them. */
export const hoursTold = async (enrolmentId: string) =>
  (await reportedHours(enrolmentId)).map(({ month, quarters, word }) => ({
    month,
    words: monthWords(month),
    hours: hoursOf(quarters),
    word,
  }));

/** The months that can be told about now, in words, and the one that is likely meant. */
export function monthsToTell(now: number, zone: string) {
  const { months, likely } = tellableMonths(now, zone);
  return { likely, months: months.map((month) => ({ month, words: monthWords(month) })) };
}
