import { describe, expect, it } from 'vitest';

import { lostWords } from '#app/postmortems/import/words.ts';

import { corpus, corrections, documents, handChecked, present } from './corpus.ts';
import { actions, timelines } from './hand-checked.ts';
import { missingIn, tokens } from './tokens.ts';
import { expectValid } from './valid.ts';

const the = (what: string) => (present ? what : `${what}: skipped, none at ${corpus}; set POSTMORTEM_CORPUS`);

describe.skipIf(!present)(the('corpus of postmortems'), () => {
  const found = present ? documents() : [];

  it.each(['timeline', 'actions'] as const)('has as many entries in its %s as a reader counts', (part) => {
    const corrected = corrections();
    const wrong = found.flatMap(({ file, json, counts }) => {
      const count = corrected[file]?.[part] ?? counts[part];
      return json[part].length === count ? [] : [`${file}: ${json[part].length} instead of ${count}`];
    });
    expect(wrong).toEqual([]);
  });

  it('agrees with the index nearly everywhere', () => {
    const exact = (part: 'timeline' | 'actions') =>
      found.filter(({ json, counts }) => json[part].length === counts[part]).length / found.length;
    expect(exact('timeline')).toBeGreaterThan(0.87);
    expect(exact('actions')).toBeGreaterThan(0.93);
  });

  it('has no time and no day that is none', () => {
    for (const { reading } of found) expectValid(reading.document);
  });

  it('loses no word', () => {
    expect(found.filter(({ source, reading }) => lostWords(source, reading).length > 0)).toEqual([]);
  });

  it('leaves nearly no word without a place', () => {
    const share = ({ source, reading }: (typeof found)[number]) =>
      tokens(reading.unplaced).length / tokens(source).length;
    expect(found.filter((one) => share(one) > 0.1)).toEqual([]);
  });

  it('has every word in what the command line prints', () => {
    const missing = found.flatMap(({ file, source, json }) =>
      missingIn(json, source).map((word) => `${file}: ${word}`),
    );
    expect(missing).toEqual([]);
  });
});

describe.skipIf(!present)(the('corpus, document by document'), () => {
  const checked = present ? handChecked() : [];

  it.each(checked)('$name reads as somebody read it by hand', ({ reading, json, expected }) => {
    expect({ timezone: json.timezone, severity: json.severity }).toEqual({
      timezone: expected.timezone,
      severity: expected.severity,
    });
    const timeline = timelines(reading, json, expected);
    expect(timeline.read).toEqual(timeline.expected);
    const items = actions(json, expected);
    expect(items.read).toEqual(items.expected);
  });
});
