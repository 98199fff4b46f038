import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { merge, placeIn } from '#app/meetings/merging.ts';

const wordsIn = (text: string) => text.match(/\S+/g) ?? [];
const counts = (text: string) => {
  const found = new Map<string, number>();
  for (const word of wordsIn(text)) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
};
const count = (text: string, word: string) => counts(text).get(word) ?? 0;

/** Few words, so that they meet again. */
const word = fc.constantFrom('we', 'saw', 'the', 'token', 'in', 'logs', '-', '*', '__proto__', 'constructor');
const space = fc.constantFrom(' ', ' ', ' ', '\n', '\n', '\n\n', '  ');
const text = fc
  .array(fc.tuple(word, space), { maxLength: 25 })
  .map((pairs) => pairs.flat().join(''))
  .chain((whole) => fc.constantFrom(whole, whole.trimEnd()));
/** What somebody makes of a text: something else in place of a part of it, a few times. */
const edited = (base: string) =>
  fc
    .array(fc.tuple(fc.nat(base.length), fc.nat(8), fc.oneof(text, word, fc.constant(''))), { maxLength: 3 })
    .map((edits) =>
      edits.reduce((now, [at, gone, put]) => now.slice(0, at) + put + now.slice(at + gone), base),
    );
const three = text.chain((base) => fc.tuple(fc.constant(base), edited(base), edited(base)));
const anything = fc.tuple(text, text, text);

describe('of two who write at once', () => {
  it('neither loses a word that they added', () => {
    fc.assert(
      fc.property(fc.oneof(three, anything), ([base, theirs, mine]) => {
        const merged = merge(base, theirs, mine);
        for (const one of [theirs, mine]) {
          for (const [added, times] of counts(one))
            expect(count(merged, added)).toBeGreaterThanOrEqual(times - count(base, added));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('nobody’s deletion comes back', () => {
    const base = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,6}$/), { minLength: 1, maxLength: 20 });
    const gone = base.chain((words) => fc.tuple(fc.constant(words), fc.subarray(words), edited('')));
    fc.assert(
      fc.property(gone, fc.constantFrom(' ', '\n'), ([words, kept, added], by) => {
        const merged = merge(words.join(by), kept.join(by), `${words.join(by)}${by}${added}`);
        for (const one of words)
          expect(count(merged, one)).toBe(Number(kept.includes(one)) + count(added, one));
      }),
    );
  });

  it('the one who changed nothing gets the other’s text', () => {
    fc.assert(
      fc.property(three, ([base, other]) => {
        expect(merge(base, base, other)).toBe(other);
        expect(merge(base, other, base)).toBe(other);
        expect(merge(base, other, other)).toBe(other);
      }),
    );
  });

  it('changes in different lines are both made, to the letter', () => {
    const line = fc.stringMatching(/^[a-z ]{1,12}$/);
    const lines = fc.uniqueArray(line, { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(lines, line, line, (all, first, last) => {
        const theirs = [first, ...all.slice(1)];
        const mine = [...all.slice(0, -1), last];
        const both = [first, ...all.slice(1, -1), last];
        expect(merge(all.join('\n'), theirs.join('\n'), mine.join('\n'))).toBe(both.join('\n'));
      }),
    );
  });

  it.each([
    ['a bullet each', '- a', '- a\n- b', '- a\n- c', '- a\n- b\n- c'],
    ['the first line', '', 'Hello', 'World', 'Hello\nWorld'],
    ['the end of a line', 'We saw', 'We saw it', 'We saw them', 'We saw it them'],
    ['a word and the line after it', 'las', 'las\nB', 'last wo', 'last wo\nB'],
    ['the end of a line, and a line after it', 'we saw', 'we saw\n- b', 'we saw it', 'we saw it\n- b'],
    ['the start of a line, and a line before it', 'x saw', 'oh x saw', 'a\nx saw', 'a\noh x saw'],
    ['two words of a line', 'a red fox', 'a blue fox', 'a red dog', 'a blue dog'],
    ['the same word', 'a red fox', 'a blue fox', 'a green fox', 'a blue green fox'],
    ['what was sent twice, and went on', 'a', 'a b', 'a b c', 'a b c'],
    ['a line that the other took away', 'a\nb\nc', 'a\nc', 'a\nb!\nc', 'a\nb!\nc'],
    ['the same words', 'a', 'a b', 'a b', 'a b'],
  ])('%s', (_, base, theirs, mine, both) => {
    expect(merge(base, theirs, mine)).toBe(both);
  });

  it('is quick with whatever somebody sends', () => {
    const long = (piece: string) => piece.repeat(100_000 / piece.length);
    const began = performance.now();
    for (const piece of ['\n', ' ', 'a ', 'a\n', 'ab\nc d'])
      merge(long(piece), `${long(piece)}x`, `y${long(piece)}z${piece}`);
    merge(long('a '), long('b '), long('c '));
    merge(long('a\n'), long('b\n'), long('a b\n'));
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

describe('where somebody writes', () => {
  const caret = (marked: string, after: string) => {
    const place = marked.indexOf('|');
    const now = placeIn(marked.replace('|', ''), after, place);
    return `${after.slice(0, now)}|${after.slice(now)}`;
  };
  it.each([
    ['a line comes before', 'b|', 'a\nb', 'a\nb|'],
    ['a line comes after', 'b|', 'b\nc', 'b|\nc'],
    ['a word comes behind it', 'we saw|', 'we saw it', 'we saw| it'],
    ['in the middle of a word', 'we s|aw', 'yes we saw', 'yes we s|aw'],
    ['at the start', '|b', 'b c', '|b c'],
    ['the line is gone', 'a\nb|\nc', 'a\nc', 'a\n|c'],
    ['after a space', 'we |', 'oh we ', 'oh we |'],
    ['in an empty line', 'a\n|', 'x\na\n', 'x\na\n|'],
  ])('%s', (_, marked, after, expected) => {
    expect(caret(marked, after)).toBe(expected);
  });

  it('is always in the text', () => {
    fc.assert(
      fc.property(three, fc.nat(), ([base, , mine], at) => {
        const place = placeIn(base, mine, at % (base.length + 1));
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(mine.length);
        expect(placeIn(base, base, at % (base.length + 1))).toBe(at % (base.length + 1));
      }),
    );
  });
});
