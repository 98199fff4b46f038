/** What somebody who has read a document found in it, beside what was read from it. */
import type { readingAsJson } from '#app/postmortems/import/as-json.ts';
import type { Reading } from '#app/postmortems/import/read.ts';

export type Expected = {
  timezone: string | null;
  severity: number | null;
  timeline: { at: string | null; starts: string }[];
  actions: { starts: string; owner: string | null; done: boolean }[];
};

type Json = ReturnType<typeof readingAsJson>;
type Pair = { read: unknown[]; expected: unknown[] };

/** The entries' times and the starts of their texts. */
export function timelines({ document }: Reading, json: Json, expected: Expected): Pair {
  const entries = document.timeline.length > 0 ? document.timeline : json.timeline;
  return {
    read: entries.map(({ at, text }, place) => ({
      at,
      starts: startOf(text, expected.timeline[place]?.starts),
    })),
    expected: expected.timeline.map(({ at, starts }) => ({ at, starts: plain(starts) })),
  };
}

/** The starts of the action items' texts, whose they are, and whether they are done. */
export const actions = (json: Json, expected: Expected): Pair => ({
  read: json.actions.map(({ text, owner, done }, place) => ({
    starts: startOf(text, expected.actions[place]?.starts),
    owner,
    done,
  })),
  expected: expected.actions.map(({ starts, owner, done }) => ({ starts: plain(starts), owner, done })),
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
