/**
 * Real postmortems, kept outside of the repository with an index of what each holds. `index-corrections.json` says
 * where the index counts otherwise than somebody who reads the document, `expected/` what some of them hold in full.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readingAsJson } from '#app/postmortems/import/as-json.ts';
import { readPostmortem } from '#app/postmortems/import/read.ts';

import type { Expected } from './hand-checked.ts';

const here = import.meta.dirname;
export const corpus = process.env['POSTMORTEM_CORPUS'] ?? join(here, '../../../../shared/data/postmortems');
const index = join(corpus, 'INDEX.tsv');
export const present = existsSync(index);

type Correction = { timeline?: number; actions?: number; why: string };

const jsonIn = <Value>(...path: string[]) => JSON.parse(readFileSync(join(here, ...path), 'utf8')) as Value;

export const corrections = () => jsonIn<Record<string, Correction>>('index-corrections.json');

const read = (file: string) => {
  const source = readFileSync(join(corpus, file), 'utf8');
  const reading = readPostmortem(source, { fileName: file });
  return { file, source, reading, json: readingAsJson(file, reading) };
};

/** Every document as it is read, with how many entries and action items its index counts. */
export function documents() {
  const rows = readFileSync(index, 'utf8').trim().split('\n').slice(1);
  return rows.map((row) => {
    const fields = row.split('\t');
    return { ...read(fields[0]!), counts: { timeline: Number(fields[6]), actions: Number(fields[9]) } };
  });
}

/** The documents that somebody has read by hand, by the names of their files in `expected/`. */
export const handChecked = () =>
  readdirSync(join(here, 'expected'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const expected = jsonIn<Expected & { file: string }>('expected', name);
      return { name, expected, ...read(expected.file) };
    });
