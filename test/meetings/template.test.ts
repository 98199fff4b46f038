import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readAgendaTemplate } from '#app/meetings/template.ts';

const lines = [
  '---',
  'name: 20/20/20',
  'about: Three parts.',
  'order: 1',
  '---',
  '',
  '## A new technique {#technique} 20',
  '',
  'Somebody read about it,',
  'and shows it.',
  '## Open questions {#questions} 25',
  'What people bring.',
];
const read = (all: string[]) => readAgendaTemplate('20-20-20', all.join('\n'));
const faults = (line: number, ...by: string[]) => {
  const outcome = read(lines.toSpliced(line - 1, 1, ...by));
  return 'faults' in outcome ? outcome.faults.map(({ line: at, text }) => `${at}: ${text}`) : [];
};

it('is facts, and parts with their minutes and words of help', () => {
  expect(read(lines)).toEqual({
    slug: '20-20-20',
    name: '20/20/20',
    about: 'Three parts.',
    order: 1,
    parts: [
      {
        key: 'technique',
        heading: 'A new technique',
        help: 'Somebody read about it, and shows it.',
        minutes: 20,
      },
      { key: 'questions', heading: 'Open questions', help: 'What people bring.', minutes: 25 },
    ],
  });
});

describe('a fault is told with its line', () => {
  it.each<[string, number, string, string]>([
    ['no beginning', 1, '# Agenda', '1: starts with "---", its facts, and "---"'],
    ['a fact that is missing', 2, 'title: x', '1: has no "name"'],
    ['an order that is no number', 4, 'order: first', '1: order is a whole number'],
    ['a part without minutes', 7, '## A {#a}', '7: a heading is written "## Heading {#key} minutes"'],
    ['a part of no minutes', 7, '## A {#a} 0', '7: section "a" takes 1 to 480 minutes'],
    ['a part of days', 7, '## A {#a} 4800', '7: section "a" takes 1 to 480 minutes'],
    [
      'a key that means something else',
      7,
      '## A {#other} 5',
      '7: "other" is what belongs to no part: choose another key',
    ],
    ['a part twice', 11, '## B {#technique} 5', '11: has a second section "technique"'],
    ['a part without help', 12, '', '11: section "questions" has no words of help'],
  ])('%s', (_, line, by, told) => expect(faults(line, by)).toContain(told));

  it('no part at all', () => {
    expect(readAgendaTemplate('x', lines.slice(0, 5).join('\n'))).toEqual({
      faults: [{ line: 1, text: 'has no section' }],
    });
  });
});

it('never throws, and a fault has a line of the text', () => {
  const piece = fc.oneof(fc.constantFrom(...lines, '## A {#a} 5', '---'), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (all) => {
      const outcome = read(all);
      if (!('faults' in outcome)) return expect(outcome.parts.length).toBeGreaterThan(0);
      expect(outcome.faults.length).toBeGreaterThan(0);
      const most = all.join('\n').split(/\r?\n/).length;
      for (const { line } of outcome.faults) expect(line >= 1 && line <= most).toBe(true);
    }),
  );
});
