import { expect, it } from 'vitest';

import { contentAwards, recognitionFiles, recognitionRules } from '#app/recognition/rules.server.ts';
import { achievementIn, allThatDecides, DERIVATION, readRules, whatDecides } from '#app/recognition/rules.ts';
import { capWords, vouchedWords } from '#app/recognition/rule-words.ts';

import { known, rule, rulesOf, written } from './known.ts';

const once = { most: 1, in: 'ever' };
const faultsOf = (...rules: object[]) => {
  const mentor = written.find(({ key }) => key === 'mentor')!;
  const read = readRules(JSON.stringify({ rules: [mentor, ...rules] }, null, 1), known);
  return 'faults' in read ? read.faults.map(({ text }) => text) : [];
};

it('reads the rules as they are shipped, without a fault', () => {
  for (const { read } of recognitionFiles()) expect(read).not.toHaveProperty('faults');
  expect(recognitionRules().length).toBeGreaterThan(10);
  expect(contentAwards().map(({ key }) => key)).toEqual([
    'bug-hunter',
    'near-miss',
    'mentor',
    'facilitator',
    'automation',
    'first-fix-verified',
  ]);
});

it.each([
  ['thanks', rule('x', 'thanked', { points: 1 }, once), /thanked.*never recognised/],
  ['reading', rule('x', 'lesson-read', { points: 1 }, once), /lesson-read.*never/],
  ['presence', rule('x', 'attended', { points: 1 }, once), /attended.*never/],
  ['leave', rule('x', 'requirement-waived', { points: 1 }, once), /requirement-waived.*never/],
  ['an unknown fact', rule('x', 'logged-in', { points: 1 }, once), /no fact "logged-in"/],
  ['what objects inherit', rule('x', 'constructor', { points: 1 }, once), /no fact "constructor"/],
  ['an unknown award', rule('x', 'mentored', { award: 'hero' }, once), /no award "hero"/],
  ['a nominated award', rule('x', 'mentored', { award: 'bug-hunter' }, once), /nominated/],
  ['as decided by nobody', rule('x', 'mentored', { award: 'as-decided' }, once), /"awarded" alone/],
  [
    'an unknown requirement',
    rule('x', 'evidence-approved', { points: 1 }, once, { where: { requirement: 'green/gone' } }),
    /no requirement "green\/gone"/,
  ],
  [
    'an unknown belt',
    rule('x', 'mentored', { points: 1 }, once, { where: { belt: 'pink' } }),
    /no belt "pink"/,
  ],
  [
    'what a fact says nothing of',
    rule('x', 'presented', { points: 1 }, once, { where: { belt: 'green' } }),
    /nothing of belt/,
  ],
  [
    'a cap by something else',
    rule('x', 'presented', { points: 1 }, { ...once, each: 'person' }),
    /not about one person/,
  ],
  ['words of nobody', rule('x', 'presented', { points: 1 }, once, { vouched: 1 }), /nobody vouches/],
  ['two things at once', rule('x', 'presented', { points: 1, award: 'mentor' }, once), /gives one thing/],
  ['no cap', rule('x', 'presented', { points: 1 }, {}), /cap/],
  [
    'an end before the beginning',
    rule('x', 'presented', { points: 1 }, once, { from: '2026-02-01', until: '2026-01-01' }),
    /ends before/,
  ],
  [
    'a day that is none',
    rule('x', 'presented', { points: 1 }, once, { from: '2026-02-30' }),
    /Write the day/,
  ],
  ['what follows nothing', rule('x', 'presented', { points: 1 }, once, { follows: 'y' }), /"y" is no rule/],
  ['a second of one key', rule('mentor', 'mentored', { points: 1 }, once), /a second rule "mentor"/],
])('refuses %s', (_, bad, said) => {
  expect(faultsOf(bad).join('\n')).toMatch(said);
});

it('names the line of each fault, and every fault', () => {
  const text = JSON.stringify(
    {
      rules: [
        ...written,
        rule('x', 'thanked', { points: 1 }, once),
        rule('y', 'nothing', { points: 1 }, once),
      ],
    },
    null,
    1,
  );
  const read = readRules(text, known);
  const lines = text.split('\n');
  if (!('faults' in read)) throw new Error('It was read.');
  expect(read.faults.map(({ line }) => lines[line - 1]!.trim())).toEqual([
    '"fact": "thanked",',
    '"fact": "nothing",',
  ]);
});

it('asks for a rule for every award that a rule gives', () => {
  const read = readRules(JSON.stringify({ rules: [] }), known);
  expect(read).toEqual({ faults: [{ line: 1, text: expect.stringContaining('"mentor"') }] });
});

it('waits for a requirement that was taken out, rather than closing every page', () => {
  const gone = rule('x', 'evidence-approved', { points: 1 }, once, { where: { requirement: 'green/gone' } });
  const read = readRules(JSON.stringify({ rules: [...written, gone] }), { ...known, subjects: null });
  expect(read).toHaveProperty('rules');
});

it('decides the same in better words, and otherwise with another cap', () => {
  const [one] = rulesOf([rule('x', 'presented', { points: 1 }, once), ...written]);
  const [worded] = rulesOf([{ ...rule('x', 'presented', { points: 1 }, once), words: 'Better' }, ...written]);
  const [capped] = rulesOf([rule('x', 'presented', { points: 1 }, { most: 1, in: 'year' }), ...written]);
  expect(whatDecides(worded!)).toBe(whatDecides(one!));
  expect(whatDecides(capped!)).not.toBe(whatDecides(one!));
});

it('is derived anew with another rule, another length of seasons, and other code', () => {
  const asNow = allThatDecides(rulesOf(), 3);
  expect(allThatDecides(rulesOf(), 3)).toBe(asNow);
  expect(allThatDecides(rulesOf(written.slice(1)), 3)).not.toBe(asNow);
  expect(allThatDecides(rulesOf(), 4)).not.toBe(asNow);
  expect(allThatDecides(rulesOf(), 3, DERIVATION + 1)).not.toBe(asNow);
});

it('names an achievement in the words of its newest rule, and one that is gone by its key', () => {
  const rules = rulesOf([
    {
      ...rule('old', 'presented', { achievement: 'spoke' }, once, { until: '2025-12-31' }),
      words: 'Old words',
    },
    {
      ...rule('new', 'presented', { achievement: 'spoke' }, once, { from: '2026-01-01', follows: 'old' }),
      words: 'Spoke',
    },
    ...written,
  ]);
  expect(achievementIn(rules, 'spoke').name).toBe('Spoke');
  expect(achievementIn(rules, 'gone').name).toBe('gone');
  expect(rules.map(({ line }) => line).slice(0, 2)).toEqual(['old', 'old']);
});

it('is told in words', () => {
  const told = rulesOf().map((one) => [capWords(one), vouchedWords(one)].filter(Boolean).join(', '));
  expect(told.slice(0, 3)).toEqual([
    'Once, the first time',
    'Once for each thing a belt asks for',
    'Once a season, on the word of 2 colleagues',
  ]);
  expect(told[6]).toBe('Up to 2 times a year, once for each person');
});
