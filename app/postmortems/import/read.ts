import type { PostmortemDocument } from '../document.ts';
import { doubtsAbout } from './doubts.ts';
import { readOwnFormat, withoutMarks } from './own-format.ts';
import { readAnything } from './read-anything.ts';
import { missing, tally, textOf, withoutMarkings, wordsOf } from './words.ts';

/** A document as it was understood, what found no place in it, and what a person should look at. */
export type Reading = { document: PostmortemDocument; unplaced: string; warnings: string[] };

/**
 * Reads a postmortem in Markdown from wherever it comes. Never throws, and never loses a word: what is not
 * understood stays in the Markdown of its section, and what has no section comes back as `unplaced`.
 */
export function readPostmortem(source: string, options: { fileName?: string } = {}): Reading {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const own = readOwnFormat(text);
  if (own) return { document: own, unplaced: '', warnings: [] };
  const plain = withoutMarks(text);
  return withNothingLost(plain, readAnything(plain, options.fileName ?? ''));
}

/** Adds, verbatim, the lines whose words are nowhere in the document, and says which mere marks were left out. */
function withNothingLost(source: string, document: PostmortemDocument): Reading {
  const lost = tally(missing(wordsOf(withoutMarkings(source)), tally(wordsOf(textOf(document)))));
  const unplaced = lost.size === 0 ? [] : source.split('\n').filter((line) => pays(line, lost));
  const reading = { document, unplaced: unplaced.join('\n'), warnings: doubtsAbout(document) };
  if (unplaced.length > 0) reading.warnings.push(`Lines that found no place: ${unplaced.length}`);
  const marks = missing(wordsOf(source), tally(wordsOf(textOf([document, reading.unplaced]))));
  if (marks.length > 0) {
    reading.warnings.push(`Not kept, as mere marks of lists and owners: ${marks.join(' ')}`);
  }
  return reading;
}

/** Whether a line has one of the lost words, which it then has no longer. */
function pays(line: string, lost: Map<string, number>): boolean {
  const words = wordsOf(withoutMarkings(line));
  return missing(words, lost).length < words.length;
}
