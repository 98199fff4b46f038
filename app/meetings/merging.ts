/**
 * Two people change one text at once, and neither loses a word. Lines first, and words in lines that both changed: what
 * either of them wrote is in the result, what either of them took away is not, and where both wrote in the same place
 * one stands after the other.
 */
import { diff3MergeRegions, diffComm, diffIndices } from 'node-diff3';

/** Beyond so many pieces against each other, or so many that are the same, a part is kept as each wrote it. */
const MOST_STEPS = 4_000_000;
const MOST_ALIKE = 250_000;

/** `theirs` and `mine` both began from `base`. What is theirs comes first. */
export function merge(base: string, theirs: string, mine: string): string {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  return mergedLines(base.split('\n'), theirs.split('\n'), mine.split('\n')).join('\n');
}

function mergedLines(base: string[], theirs: string[], mine: string[]): string[] {
  const [start, end] = sharedEnds(base, theirs, mine);
  const middle = (lines: string[]) => lines.slice(start, lines.length - end);
  return [
    ...base.slice(0, start),
    ...mergedMiddle(middle(base), middle(theirs), middle(mine)),
    ...base.slice(base.length - end),
  ];
}

type Three = [string[], string[], string[]];

function mergedMiddle(base: string[], theirs: string[], mine: string[]): string[] {
  if (!isAffordable(base, theirs, mine)) return oneAfterTheOther(theirs, mine);
  const [o, a, b] = numbered(base, theirs, mine);
  return diff3MergeRegions(a!, o!, b!).flatMap((region) => {
    if (region.stable) {
      const of = region.buffer === 'o' ? base : region.buffer === 'a' ? theirs : mine;
      return of.slice(region.bufferStart, region.bufferStart + region.bufferLength);
    }
    const part = (lines: string[], from: number, length: number) => lines.slice(from, from + length);
    const was = part(base, region.oStart, region.oLength);
    const yours = part(theirs, region.aStart, region.aLength);
    const ours = part(mine, region.bStart, region.bLength);
    if (was.length === 0) return oneAfterTheOther(yours, ours);
    if (yours.length === 0 && ours.length === 0) return [];
    const words = mergedWords(...([was, yours, ours].map((lines) => wordsOf(lines.join('\n'))) as Three));
    // Every line was taken away, and nothing was written in their place.
    return words === '' && (yours.length === 0 || ours.length === 0) ? [] : words.split('\n');
  });
}

/** Words, single line breaks, and the spaces between them. */
const wordsOf = (text: string): string[] => text.match(/\n|[^\S\n]+|\S+/g) ?? [];

function mergedWords(base: string[], theirs: string[], mine: string[]): string {
  if (!isAffordable(base, theirs, mine)) return joined([...theirs, '\n', ...mine]);
  const [o, a, b] = numbered(base, theirs, mine);
  const their = changes(o!, a!, theirs);
  const my = changes(o!, b!, mine);
  const words: string[] = [];
  for (let at = 0; at <= base.length; at++) {
    const isOwnLine = [base[at - 1], base[at]].every((word) => word === undefined || word === '\n');
    words.push(...oneAfterTheOther(their.written[at] ?? [], my.written[at] ?? [], isOwnLine ? '\n' : ' '));
    if (at < base.length && !their.gone.has(at) && !my.gone.has(at)) words.push(base[at]!);
  }
  return joined(words);
}

/** What somebody made of the base: what is gone, and what was written before each of its places. */
function changes(base: number[], changed: number[], words: string[]) {
  const gone = new Set<number>();
  const written: Record<number, string[]> = {};
  for (const {
    buffer1: [from, length],
    buffer2: [start, count],
  } of diffIndices(base, changed)) {
    for (let at = from; at < from + length; at++) gone.add(at);
    if (count > 0) written[from] = words.slice(start, start + count);
  }
  return { gone, written };
}

/** Both, theirs first; once where it is the same, or where one went on with what the other has. */
function oneAfterTheOther(theirs: string[], mine: string[], between?: string): string[] {
  const startsWith = (whole: string[], start: string[]) => start.every((piece, at) => piece === whole[at]);
  if (startsWith(mine, theirs)) return mine;
  if (startsWith(theirs, mine)) return theirs;
  const [first, second] = continues(mine, theirs) ? [mine, theirs] : [theirs, mine];
  const touch = /\S$/.test(first.at(-1)!) && /^\S/.test(second[0]!);
  return between !== undefined && touch ? [...first, between, ...second] : [...first, ...second];
}

/** Whether one goes on in the line where the other begins a new one: then it has to come first. */
const continues = (one: string[], other: string[]): boolean =>
  (other[0] === '\n' && one[0] !== '\n') || (one.at(-1) === '\n' && other.at(-1) !== '\n' && one[0] !== '\n');

/** Words of two people that came to stand beside each other stay two words. */
function joined(words: string[]): string {
  let text = '';
  let wasWord = false;
  for (const word of words) {
    const isWord = /\S/.test(word);
    text += wasWord && isWord ? ` ${word}` : word;
    wasWord = isWord;
  }
  return text;
}

/** How many pieces all three share at the start, and how many at the end. */
function sharedEnds(base: string[], theirs: string[], mine: string[]): [number, number] {
  const shortest = Math.min(base.length, theirs.length, mine.length);
  let start = 0;
  while (start < shortest && base[start] === theirs[start] && base[start] === mine[start]) start++;
  let end = 0;
  const last = (of: string[]) => of[of.length - 1 - end];
  while (end < shortest - start && last(base) === last(theirs) && last(base) === last(mine)) end++;
  return [start, end];
}

function isAffordable(base: string[], ...others: string[][]): boolean {
  if (others.some((other) => base.length * other.length > MOST_STEPS)) return false;
  const often = new Map<string, number>();
  for (const piece of base) often.set(piece, (often.get(piece) ?? 0) + 1);
  return others.every(
    (other) => other.reduce((alike, piece) => alike + (often.get(piece) ?? 0), 0) <= MOST_ALIKE,
  );
}

/** The same piece is the same number, which is quicker to compare, and no name that objects know. */
function numbered(...all: string[][]): number[][] {
  const known = new Map<string, number>();
  return all.map((pieces) =>
    pieces.map((piece) => {
      const number = known.get(piece) ?? known.size + 1;
      known.set(piece, number);
      return number;
    }),
  );
}

/** The lines that two texts share: what they began from, where nobody knows it any more. */
export function shared(one: string, other: string): string {
  const [a, b] = [one.split('\n'), other.split('\n')];
  if (!isAffordable(a, b)) return '';
  return diffComm(a, b)
    .flatMap(({ common }) => common ?? [])
    .join('\n');
}

/** Where a place in one text is in another that was made of it: after the same word, where that is still there. */
export function placeIn(before: string, after: string, place: number): number {
  const [words, others] = [wordsOf(before), wordsOf(after)];
  if (!isAffordable(words, others)) return Math.min(place, after.length);
  const [a, b] = numbered(words, others);
  const hunks = diffIndices(a!, b!);
  let [at, offset] = [0, 0];
  // The word that the place is in, or behind.
  while (at < words.length && offset + words[at]!.length < place) offset += words[at++]!.length;
  const within = Math.max(place - offset, 0);
  let shift = 0;
  for (const {
    buffer1: [from, length],
    buffer2: [start, count],
  } of hunks) {
    if (from > at) break;
    // It was replaced: as far into what stands there now.
    if (at < from + length) {
      const inside = others.slice(start, start + count).join('').length;
      return lengthOf(others, start) + Math.min(within, inside);
    }
    if (from === at && place === 0) break;
    shift = start + count - (from + length);
  }
  return lengthOf(others, at + shift) + within;
}

const lengthOf = (words: string[], count: number) => words.slice(0, count).join('').length;
