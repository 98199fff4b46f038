import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';

import type { PostmortemDocument } from '#app/postmortems/document.ts';
import { milestoneKinds } from '#app/postmortems/milestone.ts';
import { type Review, ReviewForm } from '#app/postmortems/review-form.tsx';
import { readReview } from '#app/postmortems/review.ts';

import { fieldsIn } from './form-fields.ts';

// Outside a router, its form is a form, and there is nowhere to go.
vi.mock('@remix-run/react', () => ({ Form: 'form', Link: () => null }));

const review = (document: PostmortemDocument, change: Partial<Review> = {}): Review => ({
  document,
  unplaced: '',
  warnings: [],
  fileName: 'a.md',
  source: '',
  faults: {},
  private: false,
  ...change,
});
const shown = (what: Review) => fieldsIn(renderToStaticMarkup(<ReviewForm review={what} />));
/** What comes back when the form is sent off as it was shown. */
const sent = (what: Review) =>
  new Map(shown(what).map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]));

const orNull = <Value,>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.replace(/[\s\0]+/g, ' ').trim())
  .filter((text) => text !== '');
const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const severity = orNull(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const));
const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
const day = date.map((one) => one.toISOString().slice(0, 10));
const at = orNull(
  fc.oneof(
    day,
    date.map((one) => one.toISOString().slice(0, 16)),
  ),
);

const documents: fc.Arbitrary<PostmortemDocument> = fc.record({
  title: line,
  kind: fc.constantFrom('incident' as const, 'near-miss' as const),
  severity,
  timezone: orNull(line),
  sections: fc.uniqueArray(
    fc.record({
      key: fc.constantFrom('summary', 'timeline', 'root-cause', 'went-well', 'größe', 'section-9'),
      heading: line,
      markdown: fc.oneof(fc.constant(''), text),
    }),
    { selector: ({ key }) => key, maxLength: 4 },
  ),
  milestones: fc.array(
    fc.record({ kind: fc.constantFrom(...milestoneKinds), at, written: line, zone: orNull(line) }),
    {
      maxLength: 3,
    },
  ),
  timeline: fc.array(fc.record({ at, written: fc.oneof(fc.constant(''), line), zone: orNull(line), text }), {
    maxLength: 4,
  }),
  actions: fc.array(
    fc.record({
      text,
      owner: orNull(line),
      done: fc.boolean(),
      kind: orNull(
        fc.constantFrom('prevent' as const, 'detect' as const, 'mitigate' as const, 'learn' as const),
      ),
      severity,
      due: orNull(day),
      ticket: orNull(line),
    }),
    { maxLength: 3 },
  ),
});

it('a preview sent off unchanged is the document it showed', () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(readReview(sent(review(document)))).toEqual({ document, faults: {} });
    }),
    { numRuns: 60 },
  );
});

const blank: PostmortemDocument = {
  title: 'Checkout was slow',
  kind: 'incident',
  severity: null,
  timezone: null,
  sections: [],
  milestones: [],
  timeline: [],
  actions: [],
};
const corrected = (...fields: [string, string][]) => readReview(new Map([...sent(review(blank)), ...fields]));

describe('a corrected preview', () => {
  it.each([
    ['section', 'heading', 300],
    ['entry', 'text', 6000],
    ['action', 'text', 2000],
  ])('holds no more of %s than can be kept while others write', (group, field, most) => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at): [string, string] => [`${group}.${at}.${field}`, 'x']);
    expect(corrected(...rows(most)).faults).toEqual({});
    expect(corrected(...rows(most + 1)).faults.title).toContain(`${most} is the most`);
  });

  it('takes up what was written into its spare rows', () => {
    const { document, faults } = corrected(
      ['entry.0.at', ' 2026-03-04T09:30 '],
      ['entry.0.text', 'The alarm rang.\n'],
      ['action.1.text', 'Alert on queue depth'],
      ['action.1.owner', 'Amara'],
    );
    expect(faults).toEqual({});
    expect(document.timeline).toEqual([
      { at: '2026-03-04T09:30', written: '', zone: null, text: 'The alarm rang.' },
    ]);
    expect(document.actions).toMatchObject([{ text: 'Alert on queue depth', owner: 'Amara', done: false }]);
  });

  it('leaves out rows whose words were emptied', () => {
    const { document } = corrected(
      ['entry.0.at', '2026-03-04'],
      ['entry.0.text', ' '],
      ['action.0.text', ''],
    );
    expect(document).toEqual(blank);
  });

  it('keeps rows in the order of their numbers, not of their letters', () => {
    const rows = [10, 9, 2].map((number): [string, string] => [`entry.${number}.text`, `Row ${number}`]);
    expect(corrected(...rows).document.timeline.map((entry) => entry.text)).toEqual([
      'Row 2',
      'Row 9',
      'Row 10',
    ]);
  });

  it('never takes a field for what it is not', () => {
    const { document, faults } = corrected(
      ['kind', 'outage'],
      ['severity', '9'],
      ['section.0.key', '../../etc'],
      ['milestone.0.kind', 'lunch'],
      ['milestone.0.at', '2026-03-04'],
      ['action.0.text', 'x'],
      ['action.0.kind', 'punish'],
      ['action.0.severity', '-1'],
      ['entry.x.text', 'x'],
      ['entry', 'x'],
    );
    expect(faults).toEqual({});
    expect(document).toMatchObject({ kind: 'incident', severity: null, milestones: [], timeline: [] });
    expect(document.sections).toEqual([{ key: 'section-0', heading: 'Untitled', markdown: '' }]);
    expect(document.actions).toMatchObject([{ kind: null, severity: null }]);
  });
});

describe('a fault', () => {
  it.each<[string, string, string[]]>([
    ['title', ' \n', ['title']],
    ['title', 'x'.repeat(301), ['title']],
    ['timezone', 'a\0b', ['title']],
    ['milestone.0.at', 'noon', ['milestone.0.at']],
  ])('of %s is told beside it', (field, value, told) => {
    expect(Object.keys(corrected(['milestone.0.kind', 'detected'], [field, value]).faults)).toEqual(told);
  });

  it('of a time or a day is told in its row, and what was typed is kept', () => {
    const { document, faults } = corrected(
      ['entry.1.text', 'The alarm rang.'],
      ['entry.1.at', '2026-02-30'],
      ['action.1.text', 'Alert'],
      ['action.1.due', 'soon'],
    );
    expect(Object.keys(faults)).toEqual(['entry.0.at', 'action.0.due']);
    expect(document.timeline[0]!.at).toBe('2026-02-30');
    expect(document.actions[0]!.due).toBe('soon');
  });

  it('is shown beside the row it is about, also where a row before it was left blank', () => {
    const { document, faults } = corrected(['entry.1.text', 'The alarm rang.'], ['entry.1.at', 'noon']);
    const page = renderToStaticMarkup(<ReviewForm review={review(document, { faults })} />);
    expect(page).toContain(Object.values(faults)[0]);
    expect(
      /name="entry\.0\.at"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="entry\.0\.at"/.test(page),
    ).toBe(true);
  });

  it('does not make a private document less private', () => {
    const again = shown(review(blank, { faults: { title: 'Please give a title.' }, private: true }));
    expect(again).toContainEqual(['private', 'yes']);
    expect(shown(review(blank)).map(([name]) => name)).not.toContain('private');
  });
});
