import { describe, expect, it } from 'vitest';

import { completed, readTemplate, type Template } from '#app/postmortems/template.ts';

const lines = [
  '---',
  'name: Postmortem',
  'kind: incident',
  'about: For most incidents.',
  'order: 1',
  '---',
  '',
  '## Summary {#summary}',
  '',
  'What happened,',
  'and to whom.',
  '## Timeline {#timeline}',
  'When.',
  '## Root Cause {#root-cause}',
  'What allowed it?',
  '## Action Items {#action-items}',
  'What changes?',
];
const read = (changed: (lines: string[]) => string[] = (same) => same) =>
  readTemplate('postmortem', changed([...lines]).join('\n'));
const faults = (changed: (lines: string[]) => string[]) => {
  const outcome = read(changed);
  return 'faults' in outcome ? outcome.faults.map(({ line, text }) => `${line}: ${text}`) : [];
};
const replaced = (line: number, ...by: string[]) => faults((all) => all.toSpliced(line - 1, 1, ...by));

it('is facts, and sections with words of help', () => {
  expect(read()).toEqual({
    slug: 'postmortem',
    name: 'Postmortem',
    kind: 'incident',
    about: 'For most incidents.',
    order: 1,
    sections: [
      { key: 'summary', heading: 'Summary', help: 'What happened, and to whom.' },
      { key: 'timeline', heading: 'Timeline', help: 'When.' },
      { key: 'root-cause', heading: 'Root Cause', help: 'What allowed it?' },
      { key: 'action-items', heading: 'Action Items', help: 'What changes?' },
    ],
  });
});

it('is read whatever ends its lines', () => {
  expect(readTemplate('postmortem', lines.join('\r\n'))).toEqual(read());
});

describe('a fault is told with its line', () => {
  it.each<[string, string[], string[]]>([
    ['no beginning', ['# Postmortem'], ['1: starts with "---", its facts, and "---"']],
    ['nothing at all', [''], ['1: starts with "---", its facts, and "---"']],
  ])('%s', (_, all, told) => expect(faults(() => all)).toEqual(told));

  it.each<[string, number, string, string]>([
    ['a fact that is none', 4, 'whatever', '4: "whatever" is not a fact such as "name: Postmortem"'],
    ['an unknown kind', 3, 'kind: outage', '1: kind is one of incident, near-miss'],
    ['an order that is no number', 5, 'order: first', '1: order is a whole number'],
    ['a heading without its key', 12, '## Timeline', '12: a heading is written "## Heading {#key}"'],
    ['a deeper heading', 13, '### When', '13: a heading is written "## Heading {#key}"'],
    ['a section twice', 12, '## Again {#summary}', '12: has a second section "summary"'],
    ['words of no section', 7, 'Hello.', '7: text before the first heading belongs to no section'],
    ['a section that is missing', 14, '## Why {#why}', '17: has no section "root-cause"'],
    ['a section without help', 13, '', '12: section "timeline" has no words of help'],
  ])('%s', (_, line, by, told) => expect(replaced(line, by)).toContain(told));

  it('a fact that is missing', () => expect(replaced(2)).toEqual(['1: has no "name"']));
  it('all of them at once', () => {
    expect(faults((all) => all.toSpliced(4, 1, 'order: x').toSpliced(1, 1, 'Name'))).toEqual([
      '2: "Name" is not a fact such as "name: Postmortem"',
      '1: has no "name"',
      '1: order is a whole number',
    ]);
  });
});

describe('a document gets the sections it lacks', () => {
  const template = read() as Template;
  const keys = (...has: string[]) =>
    completed(
      has.map((key) => ({ key, mine: true })),
      template,
    )
      .map(({ key }) => key)
      .join(' ');

  it.each([
    ['', 'summary timeline root-cause action-items'],
    ['timeline', 'summary timeline root-cause action-items'],
    ['summary action-items', 'summary timeline root-cause action-items'],
    ['summary impact action-items', 'summary timeline root-cause impact action-items'],
    ['impact', 'summary timeline root-cause action-items impact'],
    ['action-items summary', 'action-items summary timeline root-cause'],
  ])('"%s" becomes "%s"', (has, all) => expect(keys(...has.split(' ').filter(Boolean))).toBe(all));

  it('and keeps its own as they are', () => {
    const own = { key: 'timeline', heading: 'How it went', markdown: 'Fast.' };
    expect(completed([own], template)).toContainEqual(own);
  });
});
