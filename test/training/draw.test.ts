import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { draw, lineOf } from '#app/training/draw.ts';
import { asksForLine } from '#app/training/module.ts';
import { isSeed, practiceOf, seeded } from '#app/training/practice.ts';

import { aBank, aQuestion } from './made-up-questions.ts';

const aSeed = fc.stringMatching(/^[0-9a-z]{4,16}$/);

describe('a draw', () => {
  it('asks so many different questions of the bank, or all where it has fewer', () =>
    fc.assert(
      fc.property(aBank, fc.nat(20), aSeed, (bank, count, seed) => {
        const drawn = draw(bank, count, seeded(seed));
        expect(drawn).toHaveLength(Math.min(count, bank.length));
        expect(new Set(drawn.map(({ question }) => question)).size).toBe(drawn.length);
        for (const { question } of drawn) expect(bank).toContain(question);
      }),
    ));

  it('shows every option of a question once', () =>
    fc.assert(
      fc.property(aBank, aSeed, (bank, seed) => {
        for (const { question, options } of draw(bank, bank.length, seeded(seed)))
          expect(options.toSorted((a, b) => a - b)).toEqual(question.options.map((_, at) => at));
      }),
    ));

  it('leaves lines of code in their order', () =>
    fc.assert(
      fc.property(aBank, aSeed, (bank, seed) => {
        for (const { question, options } of draw(bank, bank.length, seeded(seed))) {
          if (!asksForLine(question)) continue;
          const lines = options.map((at) => lineOf(question.options[at]!));
          expect(lines).toEqual(lines.toSorted((a, b) => a - b));
        }
      }),
    ));

  it('shows the same texts in the same order wherever an author put the right one', () =>
    fc.assert(
      fc.property(aQuestion, aSeed, fc.nat(), (question, seed, turn) => {
        const { options } = question;
        const turned = {
          ...question,
          options: options.map((_, at) => options[(at + turn) % options.length]!),
        };
        const textsOf = (bank: typeof question) =>
          draw([bank], 1, seeded(seed))[0]!.options.map((at) => bank.options[at]!.text);
        expect(textsOf(turned)).toEqual(textsOf(question));
      }),
    ));

  it('puts every option in every place about as often', () => {
    const options = ['a', 'b', 'c', 'd'].map((text, at) => ({ text, correct: at === 0, why: text }));
    const question = { key: 'q', prompt: 'Which?', code: null, options };
    const random = seeded('evenness');
    const first = Array.from({ length: 4000 }, () => draw([question], 1, random)[0]!.options[0]!);
    for (const at of [0, 1, 2, 3]) {
      const share = first.filter((one) => one === at).length / first.length;
      expect(share).toBeGreaterThan(0.22);
      expect(share).toBeLessThan(0.28);
    }
  });
});

describe('practice', () => {
  it('comes in the same order by the same seed, and asks the whole bank', () =>
    fc.assert(
      fc.property(aBank, aSeed, (bank, seed) => {
        expect(practiceOf(bank, seed)).toEqual(practiceOf(bank, seed));
        expect(practiceOf(bank, seed)).toHaveLength(bank.length);
      }),
    ));

  it('knows a seed', () => {
    for (const seed of ['abcd', '0123456789', 'z'.repeat(16)]) expect(isSeed(seed)).toBe(true);
    for (const no of [null, '', 'abc', 'ABCD', 'a b c', '../..', 'z'.repeat(17)])
      expect(isSeed(no)).toBe(false);
  });
});
