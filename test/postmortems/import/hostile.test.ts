import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPostmortem } from '../../../app/postmortems/import/read.ts';
import { readingAsJson } from '../../../app/postmortems/import/as-json.ts';
import { lostWords, wordsOf } from '../../../app/postmortems/import/words.ts';
import { expectValid } from './valid.ts';

const size = 30_000;
const fill = (unit: string) => unit.repeat(Math.ceil(size / unit.length));
const units = [
  ' ',
  '\t',
  '\n',
  '|',
  '| ',
  '|-',
  '|-|\n',
  '| a | b |\n',
  '*',
  '**',
  '** ',
  '**a',
  '_',
  '__a',
  '`',
  '```\n',
  '~~~',
  '~~a',
  '[',
  '](',
  '[a](',
  '(',
  ')',
  '<',
  '<!--',
  '<!--\n',
  '-->',
  '-',
  '- ',
  '---\n',
  '- - ',
  '1',
  '12:',
  '12:00',
  '12:00 ',
  '12:00-',
  '2021-01-01 ',
  '2021-01-01T',
  '10/10/',
  '1.',
  '1. ',
  '# ',
  '#',
  '# a\n',
  '## Timeline\n',
  '## Action items\n- ',
  '- 10:00 a\n',
  '10:00\n',
  '- [ ] a\n',
  '@',
  '@a: ',
  'owner: ',
  '(owner: ',
  'due ',
  'a',
  'A',
  'A ',
  'Jan ',
  '&amp;',
  '\u2028',
  '🔥',
  '>',
  '> ',
  '=\n',
  'a\n=\n',
  '**Summary:** a\n',
  '- **Impact**: a\n',
  'severity: ',
  'severity is ',
  'all times ',
  'time in ',
  'at ',
  ' at at',
  '~ ',
  ',',
  ':',
  ': ',
  '"',
  '\\',
  '\\|',
  '#1 ',
  'A-1 ',
  ' - ',
  '— ',
  'T+',
  '?',
  '[^1]',
  '\u0000',
  '\ud800',
];

const openings = [
  '',
  '# T\n\n## Timeline\n\n',
  '# T\n\n## Timeline\n\n- 10:00 ',
  '## Action items\n\n- ',
  '---\n',
  '---\nguildhall: 1\n---\n# T\n<!-- guildhall:timeline -->\n',
  '---\nguildhall: 1\n---\n# T\n<!-- guildhall:actions -->\n',
  '| Time | Event |\n| - | - |\n| ',
];

describe('a hostile document', () => {
  it.each(units.map((unit) => [JSON.stringify(unit)]))('of nothing but %s is read in a moment', (written) => {
    const slow = openings.filter((opening) => {
      const started = performance.now();
      readPostmortem(opening + fill(JSON.parse(written) as string));
      return performance.now() - started > 1500;
    });
    expect(slow).toEqual([]);
  });
});

const lines = [
  '',
  '',
  '## Timeline',
  '## Action items',
  '### 14:05',
  '## Feb 21, 13:00',
  '**Timeline**',
  '**Summary:** words',
  '- **Impact**: more',
  'Timeline:',
  'Setext',
  '======',
  '---',
  '> quoted 10:00',
  '- 10:00 one',
  '- 2021-13-45 10:00 no such day',
  '- 2021-02-30 25:61 nor this',
  '- [ ] late (due 2021-02-30)',
  'fix | @jo | 0000-00-00',
  '- **10:15** two',
  '  - 10:20 nested',
  '* [10:30] three',
  '1. 23:50 late',
  '2. 00:10 early',
  '11.13 dotted',
  '2021-03-04',
  '- 2021-03-05',
  '**2021-03-06:**',
  '12:00 PM PST Saturday Oct 30th: words',
  'Repaired 2021-03-04 10:00',
  'Something (10:45 UTC)',
  'noon: lunch',
  '| Time | Event |',
  '| --- | --- |',
  '| 10:00 | a |',
  '| | b | c |',
  'Action | Owner | Due',
  '--- | --- | ---',
  'fix | @jo | 2021-04-01',
  '- [ ] open item',
  '- [x] closed item (owner: Jo)',
  '- ✅ ticked',
  '- DONE: shouted',
  '- ~~struck~~ out',
  '- Jo:',
  '  - nested item',
  '### Jane Doe',
  'TODO: write',
  '@jo: do it (ABC-12)',
  '- N/A',
  '- Owner: nobody',
  '```',
  '    indented 10:00',
  '<!-- 10:00 -->',
  '<!--',
  '-->',
  '<%= erb %>',
  '&amp; &nbsp;',
  '+++',
  'title: x',
  '[10:00](http://x.y) linked',
  'plain prose of some words',
  'Severity: high',
  '\u{1f525} emoji',
  '<h2>Timeline</h2>',
];

describe('any document', () => {
  const documents = fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...lines) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('\n'));

  it('is read without an exception and without losing a word', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom('', 'a.md', '2021-03-04-x.html.md.erb'), (source, fileName) => {
        const reading = readPostmortem(source, { fileName });
        expect(lostWords(source, reading)).toEqual([]);
        expectValid(reading.document);
        expect(() => JSON.stringify(readingAsJson('a.md', reading))).not.toThrow();
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps its words in their places: little is left unplaced', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...lines.filter((line) => !line.startsWith('<h'))), { maxLength: 30 }),
        (parts) => {
          const reading = readPostmortem(parts.join('\n'));
          expect(wordsOf(reading.unplaced)).toEqual([]);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
