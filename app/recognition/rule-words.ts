/** Rules of recognition in words. */
import type { Rule, Rules } from './rules.ts';

const windows = { season: 'a season', year: 'a year', ever: 'ever' } as const;
const each = {
  requirement: 'for each thing a belt asks for',
  module: 'for each lesson',
  person: 'for each person',
  award: 'for each award',
} as const;

/** "Once a season", "Up to 2 a year, each person once". */
export function capWords({ cap }: Rule): string {
  const often = cap.most === 1 ? 'Once' : `Up to ${cap.most} times`;
  const within =
    cap.in === 'ever' ? (cap.each || cap.most > 1 ? '' : ', the first time') : ` ${windows[cap.in]}`;
  const of = cap.each ? ` ${each[cap.each]}` : '';
  const once = cap.once ? `, once ${each[cap.once]}` : '';
  return `${often}${within}${of}${once}`;
}

/** On whose word it rests; nothing where on nobody's. */
export const vouchedWords = ({ vouched }: Rule): string =>
  vouched === undefined
    ? ''
    : vouched === 1
      ? 'on the word of a colleague'
      : `on the word of ${vouched} colleagues`;

/** What a rule gives, where its own words do not say it. */
export function givesWords({ gives }: Rule, awardNames: Readonly<Record<string, string>>): string {
  if ('points' in gives) return `${gives.points} ${gives.points === 1 ? 'point' : 'points'}`;
  return 'award' in gives ? (awardNames[gives.award] ?? '') : '';
}

/** The rules that hold on a day, or will, by what they give. */
export function byWhatTheyGive(
  rules: Rules,
  today: string,
): Record<'achievements' | 'awards' | 'points', Rule[]> {
  const holding = rules.filter(({ until }) => !until || today <= until);
  return {
    achievements: holding.filter(({ gives }) => 'achievement' in gives),
    awards: holding.filter(({ gives }) => 'award' in gives),
    points: holding.filter(({ gives }) => 'points' in gives),
  };
}
