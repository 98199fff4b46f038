import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PostmortemDocument } from '../../app/postmortems/document.ts';
import { writeMarkdown } from '../../app/postmortems/export.ts';
import { canonical } from '../../app/postmortems/export/canonical.ts';
import { readPostmortem } from '../../app/postmortems/import/read.ts';

const awkward = [
  '---',
  '+++',
  '# A heading',
  '## Timeline',
  '### 14:05',
  'Setext\n===',
  '- [x] a task',
  '- **2021-01-01 10:00** entry',
  '1. one',
  '| a | b |\n| - | - |\n| 10:00 | x |',
  '```js\nconst a = 1;\n```',
  '~~~\n## not a heading\n~~~',
  '```',
  '<!-- a comment -->',
  '<!--',
  '-->',
  '<!-- guildhall:section timeline -->',
  '<!-- guildhall::timeline -->',
  '<!-- guildhall:actions -->',
  '<!-- {"written":"x"} -->',
  'title: x',
  'guildhall: 1',
  '*Owner: Jane*',
  '*No details*',
  '*Owner: "a · b" · Due: 2021-01-01*',
  '  indented',
  '\tTabbed',
  'a \\ b',
  '🔥 fire',
  '&amp;',
  '**bold',
  '`tick',
  '> quote',
  'line one\n\nline two',
  'trailing  ',
  '\u2028',
  'a\r\nb',
  '·',
  '"quoted"',
  "it's",
  '[link](http://x.y)',
];
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...awkward) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
);
const text = fc
  .array(piece, { maxLength: 5 })
  .chain((parts) => fc.constantFrom('\n', '\n\n', ' ').map((joint) => parts.join(joint)));
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const at = orNull(
  fc.oneof(
    day,
    fc
      .tuple(day, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([date, h, m]) => `${date}T${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`),
  ),
);
const zone = orNull(fc.oneof(fc.constantFrom('UTC', 'PST', 'Europe/London', '+02:00'), text));
const severity = orNull(fc.constantFrom(1, 2, 3, 4, 5) as fc.Arbitrary<1 | 2 | 3 | 4 | 5>);
const stamp = {
  at,
  written: fc.oneof(fc.constantFrom('11.13', '2021-02-24 11:13', 'about noon'), text),
  zone,
};

const documents: fc.Arbitrary<PostmortemDocument> = fc.record({
  title: text,
  kind: fc.constantFrom('incident', 'near-miss') as fc.Arbitrary<'incident' | 'near-miss'>,
  severity,
  timezone: zone,
  sections: fc.array(
    fc.record({
      key: fc.oneof(fc.constantFrom('summary', 'timeline', 'action-items', 'root-cause', 'a--b'), text),
      heading: text,
      markdown: text,
    }),
    { maxLength: 4 },
  ),
  milestones: fc.array(
    fc.record({
      kind: fc.constantFrom('impact-started', 'detected', 'resolved') as fc.Arbitrary<'detected'>,
      ...stamp,
      label: fc.option(text, { nil: undefined }),
    }),
    { maxLength: 3 },
  ),
  timeline: fc.array(fc.record({ ...stamp, text }), { maxLength: 4 }),
  actions: fc.array(
    fc.record({
      text,
      owner: orNull(text),
      done: fc.boolean(),
      kind: orNull(fc.constantFrom('prevent', 'detect', 'mitigate', 'learn') as fc.Arbitrary<'learn'>),
      severity,
      due: orNull(day),
      ticket: orNull(text),
    }),
    { maxLength: 4 },
  ),
});

describe('a written postmortem', () => {
  it('is read back exactly', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const exact = canonical(document);
        const reading = readPostmortem(writeMarkdown(exact));
        expect(reading.document).toEqual(exact);
        expect(reading.unplaced).toBe('');
        expect(reading.warnings).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('has one canonical form', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(canonical(canonical(document))).toEqual(canonical(document));
      }),
    );
  });
});
