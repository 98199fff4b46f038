import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compose, type SourceFile } from '#app/training/curriculum.ts';
import { targetOf } from '#app/training/lesson-links.ts';
import { readSettings } from '#app/training/settings.ts';

import { bankText, lessonText } from './written.ts';

const lesson = (key: string, body = 'Hello.\n\n## A part\n\nThere.'): SourceFile[] => [
  { path: `${key}.md`, text: lessonText(body) },
  { path: `${key}.quiz.json`, text: bankText() },
];
const faultsOf = (files: SourceFile[]) =>
  compose(files).files.flatMap(({ path, read }) =>
    'faults' in read
      ? (read.faults as { line: number; text: string }[]).map(({ line, text }) => `${path}:${line}: ${text}`)
      : [],
  );
const keysOf = (files: SourceFile[]) => compose(files).modules.map(({ module }) => module.key);

it('puts lessons and their banks together, by folder and name', () => {
  const files = [...lesson('white/02-two'), ...lesson('white/01-one'), ...lesson('green/01-one')];
  expect(faultsOf(files)).toEqual([]);
  expect(keysOf(files)).toEqual(['green/01-one', 'white/01-one', 'white/02-two']);
  expect(compose(files).modules[0]!.module.questions).toHaveLength(8);
});

it('leaves out what cannot be read, and nothing else', () => {
  const [first, second] = [lesson('white/01-one'), lesson('white/02-two', 'See [one](01-one.md).')];
  const broken = [{ ...first[0]!, text: 'no facts' }, first[1]!, ...second];
  expect(keysOf(broken)).toEqual(['white/02-two']);
  expect(compose(broken).keys).toEqual(['white/01-one', 'white/02-two']);
  expect(faultsOf(broken)).toEqual([
    expect.stringMatching(/^white\/01-one\.md:1: begins/),
    expect.stringMatching(/^white\/02-two\.md:9: the link "01-one\.md" leads to no lesson/),
  ]);
  expect(keysOf([first[0]!, { ...first[1]!, text: '{' }, ...second])).toEqual(['white/02-two']);
});

describe('a file is refused', () => {
  it('that is a lesson without a bank, or a bank without a lesson', () => {
    const [text, bank] = lesson('white/01-one') as [SourceFile, SourceFile];
    expect(faultsOf([text])).toEqual([expect.stringMatching(/^white\/01-one\.md:1: has no bank/)]);
    expect(faultsOf([bank])).toEqual([expect.stringMatching(/^white\/01-one\.quiz\.json:1: has no lesson/)]);
    expect([keysOf([text]), keysOf([bank])]).toEqual([[], []]);
  });

  it.each([
    'white/one.md',
    'white/1-one.md',
    'white/01-One.md',
    'white/01_one.md',
    'white/01-one.txt',
    'white/01-one.json',
    '01-one.md',
    'White/01-one.md',
    'white/more/01-one.md',
    'white/01-one-.md',
  ])('that is named %s', (path) => {
    expect(faultsOf([{ path, text: '' }])).toEqual([
      expect.stringContaining(`${path}:1: is neither a lesson nor a bank`),
    ]);
  });
});

describe('a link', () => {
  const others = [...lesson('green/01-scan'), ...lesson('white/02-two')];
  const faultsWith = (link: string) =>
    faultsOf([...lesson('white/01-one', `First.\n\nSee [this](${link}).\n\n## A part\n\nThere.`), ...others]);

  it.each([
    '02-two.md',
    './02-two.md',
    '02-two.md#a-part',
    '../green/01-scan.md',
    '../green/01-scan.md#begin',
    '#a-part',
    'https://example.org/a?b=c#d',
    'http://example.org',
    'mailto:guild@example.org',
  ])('may lead to %s', (link) => {
    expect(faultsWith(link)).toEqual([]);
  });

  it.each([
    ['03-three.md', 'leads to no lesson'],
    ['../green/02-two.md', 'leads to no lesson'],
    ['../../belts.md', 'neither'],
    ['../../../etc/passwd', 'neither'],
    ['../../../../x.md', 'neither'],
    ['02-two', 'neither'],
    ['02-two.quiz.json', 'neither'],
    ['/training/white/02-two', 'neither'],
    ['//example.org/x', 'neither'],
    ['#b-part', 'leads to no part'],
    ['02-two.md#b-part', 'leads to no part'],
    ['#%E0%A4%A', 'neither'],
    ['https://', 'neither'],
    ['https:///nowhere', 'neither'],
    ['https://exa[mple', 'neither'],
    ['https://example.org:port/', 'neither'],
    ['javascript:alert(1)', 'neither'],
    ['JaVaScRiPt:alert(1)', 'neither'],
    ['data:text/html,x', 'neither'],
    ['file:///etc/passwd', 'neither'],
  ])('may not lead to %s', (link, words) => {
    expect(faultsWith(link)).toEqual([expect.stringMatching(/^white\/01-one\.md:11: the link/)]);
    expect(faultsWith(link)[0]).toContain(words);
  });

  it('may be no picture from a file', () => {
    expect(faultsOf(lesson('white/01-one', '![a](b.png)'))).toEqual([expect.stringContaining('"b.png"')]);
    expect(faultsOf(lesson('white/01-one', '![a](https://example.org/b.png)'))).toEqual([]);
  });

  it('leads somewhere in the curriculum or nowhere, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (href) => {
        const target = targetOf('white/01-one', href);
        if (target && target !== 'web') expect(target.module).not.toMatch(/(^|\/)\.\.?(\/|$)/);
      }),
    );
  });
});

it('reads how quizzes are held, and refuses what cannot be', () => {
  const settings = { passMark: 80, questions: 8, retakeHours: 24, openDays: 7 };
  expect(readSettings(JSON.stringify(settings))).toEqual({ settings });
  for (const change of [{ passMark: 101 }, { questions: 0 }, { openDays: 0 }, { retakeHours: -1 }, { x: 1 }])
    expect(readSettings(JSON.stringify({ ...settings, ...change }))).toHaveProperty('faults');
  expect(readSettings('{')).toMatchObject({ faults: [{ line: 1 }] });
});

it('never throws, whatever lies in the folder', () => {
  const path = fc.oneof(
    fc.string(),
    fc.constantFrom('white/01-a.md', 'white/01-a.quiz.json', 'green/02-b.md'),
  );
  const text = fc.oneof(fc.string(), fc.constantFrom(bankText(), lessonText('[a](../x.md)')));
  const folder = fc.uniqueArray(fc.record({ path, text }), { selector: (file) => file.path, maxLength: 6 });
  fc.assert(
    fc.property(folder, (files) => {
      expect(compose(files).files).toHaveLength(files.length);
    }),
  );
});
