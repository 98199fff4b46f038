/** Rules and facts to think about recognition with. */
import type { Award } from '#app/recognition/award.ts';
import type { Details, Fact, FactKind } from '#app/facts/fact.ts';
import { type Known, readRules, type Rules } from '#app/recognition/rules.ts';

const words = { words: 'Words', help: 'Why.', seenBy: 'You.' };
const awards: Award[] = [
  { key: 'mentor', name: 'Mentor', about: 'Brought somebody along.', how: 'by-rule' },
  { key: 'bug-hunter', name: 'Bug Hunter', about: 'Found it.', how: 'nominated' },
];
export const known: Known = {
  awards,
  subjects: {
    belt: new Set(['white', 'green']),
    requirement: new Set(['green/scan', 'green/talk']),
    module: new Set(['white/01']),
  },
};
export const rule = (key: string, fact: string, gives: object, cap: object, more: object = {}) => ({
  key,
  fact,
  gives,
  cap,
  ...words,
  ...more,
});
export const written = [
  rule('first', 'quiz-passed', { achievement: 'first' }, { most: 1, in: 'ever' }),
  rule('evidence', 'evidence-approved', { points: 4 }, { most: 1, in: 'ever', each: 'requirement' }),
  rule('led', 'session-led', { achievement: 'led' }, { most: 1, in: 'season' }, { vouched: 2 }),
  rule('led-points', 'session-led', { points: 2 }, { most: 1, in: 'season' }, { vouched: 2 }),
  rule('fixed', 'fix-verified', { points: 1 }, { most: 2, in: 'season' }, { vouched: 1 }),
  rule('mentor', 'mentored', { award: 'mentor' }, { most: 1, in: 'year' }),
  rule('mentor-points', 'mentored', { points: 5 }, { most: 2, in: 'year', once: 'person' }),
  rule('awarded', 'awarded', { award: 'as-decided' }, { most: 1, in: 'year', each: 'award' }),
];
export const rulesOf = (value: object[] = written): Rules => {
  const read = readRules(JSON.stringify({ rules: value }), known);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.rules;
};

let made = 0;
/** A fact that was recorded so many days after it happened. */
export const fact = <K extends FactKind>(kind: K, recordedAt: number, details: Details[K]): Fact =>
  ({
    id: `fact-${String((made += 1)).padStart(5, '0')}`,
    kind,
    at: recordedAt - 3_600_000,
    recordedAt,
    details,
  }) as Fact;
export const passed = (when: number) =>
  fact('quiz-passed', when, { module: 'white/01', version: 'v', right: 8, asked: 8 });
export const approved = (when: number, requirement = 'green/scan') =>
  fact('evidence-approved', when, { requirement, until: null });
export const led = (when: number, vouchers?: string[]) =>
  fact('session-led', when, { activity: 'a', ...(vouchers && { vouchers }) });
export const fixed = (when: number, vouchers?: string[]) =>
  fact('fix-verified', when, { item: 'i', ...(vouchers && { vouchers }) });
export const mentored = (when: number, personId: string) =>
  fact('mentored', when, { personId, belt: 'white' });
export const awarded = (when: number, award: string) => fact('awarded', when, { award, nomination: 'n' });
