import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { partKey, readLesson } from '#app/training/lesson.ts';
import { stages } from '#app/training/module.ts';

import { facts, lessonText } from './written.ts';

const KEY = 'white/01-secrets';
const faultsOf = (text: string) => {
  const read = readLesson(KEY, text);
  return 'faults' in read ? read.faults.map(({ line, text: words }) => `${line}: ${words}`) : [];
};
const lessonOf = (text: string) => {
  const read = readLesson(KEY, text);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.lesson;
};

describe('a lesson', () => {
  it('is read by its headings, with what stands before the first as the beginning', () => {
    const lesson = lessonOf(lessonText('Hello.\n\n## Where it goes?\n\nThere.\n\n### Below\n\n## Why\nSo.'));
    expect(lesson).toEqual({
      key: KEY,
      belt: 'white',
      ...facts,
      parts: [
        { key: 'begin', heading: 'Begin', markdown: 'Hello.' },
        { key: 'where-it-goes', heading: 'Where it goes?', markdown: 'There.\n\n### Below' },
        { key: 'why', heading: 'Why', markdown: 'So.' },
      ],
    });
  });

  it('does without a beginning, and takes nothing in a listing for a heading', () => {
    const { parts } = lessonOf(lessonText('## Only\n\n```sh\n## a comment\n# another\n```\n'));
    expect(parts.map(({ key }) => key)).toEqual(['only']);
    expect(parts[0]!.markdown).toContain('## a comment');
  });

  it('gives each part the addresses that another defines', () => {
    const { parts } = lessonOf(lessonText('Read [this][1].\n\n## More\n\n[1]: https://example.org/1'));
    expect(parts[0]!.markdown).toContain('[1]: https://example.org/1');
  });

  it('finds links and pictures wherever they stand, with their lines', () => {
    const body = 'A [b](c.md).\n\n## D\n\n* [e](f.md)\n\n| g |\n|---|\n| [h](i.md) |\n\n> ![j](k.png)';
    const read = readLesson(KEY, lessonText(body));
    expect('links' in read && read.links).toEqual([
      { href: 'c.md', picture: false, line: 9 },
      { href: 'f.md', picture: false, line: 13 },
      { href: 'i.md', picture: false, line: 17 },
      { href: 'k.png', picture: true, line: 19 },
    ]);
  });
});

describe('a lesson is refused', () => {
  const without = (name: string) => faultsOf(lessonText('Hello.', { [name]: undefined }));
  it.each(Object.keys(facts))('without "%s"', (name) => {
    expect(without(name)).toEqual([expect.stringMatching(new RegExp(`^1: ${name}: is missing`))]);
  });

  it.each([
    ['an unknown stage', { stages: ['code', 'lunch'] }, /^5: stages\.1: is none of the stages plan, code/],
    ['no stage', { stages: [] }, /^5: stages: names no stage/],
    ['a stage twice', { stages: ['code', 'code'] }, /^5: stages: names a stage twice/],
    ['no objective', { objectives: [] }, /^6: objectives: names no objective/],
    ['an empty objective', { objectives: [' '] }, /^6: objectives\.0: is empty/],
    ['no reference', { references: [] }, /^7: references: names no reference/],
    [
      'an address that is none',
      { references: [{ title: 'x', url: 'https://' }] },
      /^7: references\.0\.url: /,
    ],
    ['a script', { references: [{ title: 'x', url: 'javascript:alert(1)' }] }, /^7: references\.0\.url: /],
    ['an empty title', { title: '' }, /^2: title: is empty/],
    ['no time', { minutes: 0 }, /^4: minutes: /],
    ['half a minute', { minutes: 0.5 }, /^4: minutes: /],
    ['a fact nobody knows', { author: 'Mara' }, /^1: .*author/],
  ])('with %s', (_, change, fault) => {
    expect(faultsOf(lessonText('Hello.', change))).toEqual([expect.stringMatching(fault)]);
  });

  it.each([
    ['no facts', 'Hello.', /^1: begins with "---"/],
    ['facts that never end', '---\ntitle: x', /^1: begins with "---"/],
    ['facts that are no YAML', '---\ntitle: x\nabout: "y\n---\nHello.', /^\d: is not YAML/],
    ['a fact twice', '---\ntitle: x\ntitle: y\n---\nHello.', /^3: is not YAML/],
    ['two parts of one key', lessonText('## Why?\na\n\n## Why!\nb'), /^12: is a second part "why"/],
    [
      'a part that is called as the beginning',
      lessonText('a\n\n## Begin\nb'),
      /^11: is a second part "begin"/,
    ],
    ['a heading without words', lessonText('## ?!\na'), /^9: is a heading without/],
    ['a second title', lessonText('# Secrets\na'), /^9: is a title/],
    ['an empty part', lessonText('a\n\n## Why\n\n## How\nb'), /^11: has nothing below "Why"/],
    ['nothing to read', lessonText('\n'), /^9: has nothing to read/],
  ])('with %s', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([expect.stringMatching(fault)]);
  });

  it('with every fault at once', () => {
    expect(faultsOf(lessonText('Hello.', { title: undefined, minutes: -1 }))).toHaveLength(2);
  });
});

const words = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9 ,.'-]{0,40}[a-z]$/);
const written = fc.record({
  title: words,
  about: words,
  minutes: fc.integer({ min: 1, max: 480 }),
  stages: fc.uniqueArray(fc.constantFrom(...stages), { minLength: 1 }),
  objectives: fc.array(words, { minLength: 1, maxLength: 12 }),
  references: fc.array(fc.record({ title: words, url: fc.webUrl({ validSchemes: ['https'] }) }), {
    minLength: 1,
    maxLength: 5,
  }),
});
const someParts = fc.uniqueArray(fc.record({ heading: words, words }), {
  minLength: 1,
  maxLength: 8,
  selector: ({ heading }) => partKey(heading),
});

it('is read as it was written, whatever is in it', () => {
  fc.assert(
    fc.property(written, someParts, (said, parts) => {
      fc.pre(parts.every(({ heading }) => partKey(heading) !== 'begin'));
      const body = parts.map(({ heading, words: text }) => `## ${heading}\n\n${text}\n`).join('\n');
      const lesson = lessonOf(lessonText(body, said));
      expect(lesson).toMatchObject(said);
      expect(lesson.parts.map(({ heading }) => heading)).toEqual(parts.map(({ heading }) => heading));
      expect(lesson.parts.map(({ markdown }) => markdown)).toEqual(parts.map(({ words: text }) => text));
    }),
  );
});

it('answers every text with a lesson or with faults in lines that exist', () => {
  const pieces = fc.constantFrom(
    '---',
    '## A',
    '[a](b)',
    '```',
    '> ',
    '* ',
    '&a *a',
    '<<: *x',
    '| a |\n|---|',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }).map((lines) => lines.join('\n')),
    fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }).map((lines) => lessonText(lines.join('\n'))),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = readLesson(KEY, text);
      if (!('faults' in read)) return;
      expect(read.faults.length).toBeGreaterThan(0);
      for (const { line } of read.faults) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(text.split('\n').length + 1);
      }
    }),
    { numRuns: 500 },
  );
});

it('refuses YAML that refers to itself without end', () => {
  const bomb = ['---', 'a: &a [x, x]', 'b: &b [*a, *a]', 'c: [*b, *b]', '---', 'Hello.'].join('\n');
  expect(faultsOf(bomb)).toEqual([expect.stringContaining('without aliases')]);
});

it('makes keys that stand in an address', () => {
  expect(partKey('What goes wrong?')).toBe('what-goes-wrong');
  expect(partKey('  Größe — и ключ  ')).toBe('größe-и-ключ');
  expect(partKey('?!')).toBe('');
});
