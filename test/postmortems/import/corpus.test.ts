import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readingAsJson } from '../../../app/postmortems/import/as-json.ts';
import { readPostmortem } from '../../../app/postmortems/import/read.ts';
import { lostWords } from '../../../app/postmortems/import/words.ts';
import { expectValid } from './valid.ts';

/**
 * Real postmortems, kept outside of the repository with an index of what each holds. `index-corrections.json` says
 * where the index counts otherwise than somebody who reads the document, `expected/` what some of them hold in full.
 */
const root = join(import.meta.dirname, '../../..');
const corpus = process.env['POSTMORTEM_CORPUS'] ?? join(root, '../shared/data/postmortems');
const index = join(corpus, 'INDEX.tsv');
const present = existsSync(index);
const the = (what: string) => (present ? what : `${what}: skipped, none at ${corpus}; set POSTMORTEM_CORPUS`);

type Expected = {
  file: string;
  timezone: string | null;
  severity: number | null;
  timeline: { at: string | null; starts: string }[];
  actions: { starts: string; owner: string | null; done: boolean }[];
};
type Correction = { timeline?: number; actions?: number; why: string };

const jsonIn = <Value>(...path: string[]) =>
  JSON.parse(readFileSync(join(import.meta.dirname, ...path), 'utf8')) as Value;
const read = (file: string) => {
  const source = readFileSync(join(corpus, file), 'utf8');
  return { source, reading: readPostmortem(source, { fileName: file }) };
};

describe.skipIf(!present)(the('corpus of postmortems'), () => {
  const rows = present
    ? readFileSync(index, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split('\t'))
    : [];
  const corrections = jsonIn<Record<string, Correction>>('index-corrections.json');
  const found = rows.map((row) => {
    const file = row[0]!;
    const { source, reading } = read(file);
    return {
      file,
      source,
      reading,
      json: readingAsJson(file, reading),
      counts: { timeline: Number(row[6]), actions: Number(row[9]) },
    };
  });

  it.each(['timeline', 'actions'] as const)('has as many entries in its %s as a reader counts', (part) => {
    const wrong = found.flatMap(({ file, json, counts }) => {
      const count = corrections[file]?.[part] ?? counts[part];
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
    const missing = found.flatMap(({ file, source, json }) => {
      const printed = countsOf(tokens(stringsOf(json)));
      return [...countsOf(tokens(source))].flatMap(([word, count]) =>
        count > (printed.get(word) ?? 0) ? [`${file}: ${word}`] : [],
      );
    });
    expect(missing).toEqual([]);
  });
});

describe.skipIf(!present)(the('corpus, document by document'), () => {
  const names = present
    ? readdirSync(join(import.meta.dirname, 'expected')).filter((name) => name.endsWith('.json'))
    : [];

  it.each(names)('%s reads as somebody read it by hand', (name) => {
    const expected = jsonIn<Expected>('expected', name);
    const { reading } = read(expected.file);
    const json = readingAsJson(expected.file, reading);
    const entries = reading.document.timeline.length > 0 ? reading.document.timeline : json.timeline;
    expect({ timezone: json.timezone, severity: json.severity }).toEqual({
      timezone: expected.timezone,
      severity: expected.severity,
    });
    expect(
      entries.map(({ at, text }, at_) => ({ at, starts: startOf(text, expected.timeline[at_]?.starts) })),
    ).toEqual(expected.timeline.map(({ at, starts }) => ({ at, starts: plain(starts) })));
    expect(
      json.actions.map(({ text, owner, done }, at) => ({
        starts: startOf(text, expected.actions[at]?.starts),
        owner,
        done,
      })),
    ).toEqual(expected.actions.map(({ starts, owner, done }) => ({ starts: plain(starts), owner, done })));
  });
});

/** A text without its Markdown, for comparing words. */
function plain(text: string): string {
  return text
    .replace(/^\s*(?:[-*+]|\d+\.)\s+/gm, '')
    .replaceAll('&amp;', '&')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<(https?:[^>]*)>/g, '$1')
    .replace(/[*_`[\]~\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function startOf(text: string, starts = ''): string {
  return plain(text).slice(0, plain(starts).length || 40);
}

/** Words as somebody would count them who knows nothing of our own way to. */
function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function countsOf(words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function stringsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? Object.values(value).map(stringsOf).join('\n') : '';
}
