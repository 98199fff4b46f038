import type { Reading } from './read.ts';

/** The words of a text: runs of letters, marks and digits, in lower case, in order. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Every string of a value, wherever it is nested, one per line; keys and kinds are our words, not the source's. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, inner]) => (name === 'key' || name === 'kind' ? '' : textOf(inner)))
    .filter(Boolean)
    .join('\n');
}

/** A text without what only marks its words: the numbers and boxes of lists, the label before an owner. */
export function withoutMarkings(text: string): string {
  return text
    .replace(
      /(?<![\p{L}\d])(?:owners?|owned by|assignees?|assigned to|assigned|responsible|dri)(?=[*_]{0,3}\s?[:=])/giu,
      '',
    )
    .replace(/^([ \t>]*)(?:\d{1,3}[.)](?=\s))?([ \t]*(?:[-*+][ \t]+)?)(?:\[[ xX]\](?=\s))?/gm, '$1$2');
}

/** Words of the source that are nowhere in the reading: a multiset difference, in the order of the source. */
export function lostWords(source: string, reading: Pick<Reading, 'document' | 'unplaced'>): string[] {
  return missing(
    wordsOf(withoutMarkings(source)),
    tally(wordsOf(textOf([reading.document, reading.unplaced]))),
  );
}

/** How often each word occurs. */
export function tally(words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The words that `have` cannot pay for; what is found is taken out of `have`. */
export function missing(words: string[], have: Map<string, number>): string[] {
  return words.filter((word) => {
    const left = have.get(word) ?? 0;
    if (left > 0) have.set(word, left - 1);
    return left === 0;
  });
}
