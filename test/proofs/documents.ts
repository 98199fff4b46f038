/** The documents that the proofs about importing read: the corpus of real ones, or our own fixtures where it is absent. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readingAsJson } from '#app/postmortems/import/as-json.ts';
import { readPostmortem } from '#app/postmortems/import/read.ts';
import * as kept from '#test/postmortems/import/corpus.ts';
import type { Expected } from '#test/postmortems/import/hand-checked.ts';

const folder = join(import.meta.dirname, '../postmortems/fixtures');

type Said = {
  timezone: string;
  severity: number;
  timeline: { at: string | null; text: string }[];
  actions: { text: string; owner: string | null; done: boolean }[];
};

/** A fixture says its texts whole: they begin with themselves. */
const expectedOf = ({ timeline, actions, timezone, severity }: Said): Expected => ({
  timezone,
  severity,
  timeline: timeline.map(({ at, text }) => ({ at, starts: text })),
  actions: actions.map(({ text, owner, done }) => ({
    starts: text,
    owner: owner ?? null,
    done: done ?? false,
  })),
});

const fixtures = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((file) => {
      const source = readFileSync(join(folder, file), 'utf8');
      const said = JSON.parse(readFileSync(join(folder, file.replace(/md$/, 'json')), 'utf8')) as Said;
      const reading = readPostmortem(source, { fileName: file });
      // What a fixture says of its timeline does not repeat its milestones, as what is printed does.
      const json = { ...readingAsJson(file, reading), timeline: reading.document.timeline };
      return { name: file, source, reading, json, expected: expectedOf(said) };
    });

const absent = kept.present ? '' : ', in our own words: there is no corpus (POSTMORTEM_CORPUS)';

/** All there are, and what they are. */
export const documents = () => {
  const all = kept.present ? kept.documents() : fixtures();
  return { documents: all, are: `${all.length} documents${absent}` };
};

/** Those that somebody has read by hand, with what they found, and what they are. */
export const handChecked = () => {
  const all = kept.present ? kept.handChecked() : fixtures();
  return { documents: all, are: `${all.length} documents read by hand${absent}` };
};
