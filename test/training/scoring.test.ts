import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isRight, neededFor, score } from '#app/training/scoring.ts';

import { aBank, aQuestion } from './made-up-questions.ts';

const rightOf = ({ options }: { options: { correct: boolean }[] }) =>
  options.flatMap(({ correct }, at) => (correct ? [at] : []));
const aMark = fc.integer({ min: 1, max: 100 });

describe('a question', () => {
  it('is right when exactly the right options are chosen, in whatever order', () =>
    fc.assert(
      fc.property(aQuestion, fc.uniqueArray(fc.nat(5)), (question, chosen) => {
        const right = rightOf(question);
        const same = chosen.length === right.length && chosen.every((at) => right.includes(at));
        expect(isRight(question, chosen)).toBe(same);
        expect(isRight(question, right.toReversed())).toBe(true);
      }),
    ));

  it('is not right without an answer, nor with an option too many', () =>
    fc.assert(
      fc.property(aQuestion, (question) => {
        expect(isRight(question, null)).toBe(false);
        expect(isRight(question, [])).toBe(false);
        expect(isRight(question, [...rightOf(question), question.options.length])).toBe(false);
      }),
    ));
});

describe('an attempt', () => {
  it('passes when as many are right as the mark asks for, and not with one less', () =>
    fc.assert(
      fc.property(aBank, aMark, (asked, mark) => {
        const needed = neededFor(asked.length, mark);
        const given = (right: number) => asked.map((question, at) => (at < right ? rightOf(question) : null));
        expect(score(asked, given(needed), mark)).toEqual({ right: needed, outcome: 'passed' });
        expect(score(asked, given(needed - 1), mark)).toEqual({ right: needed - 1, outcome: 'not-passed' });
      }),
    ));

  it.each([
    [8, 80, 7],
    [10, 80, 8],
    [5, 80, 4],
    [1, 80, 1],
    [10, 100, 10],
    [3, 33, 1],
  ])('of %i questions at %i %% takes %i', (asked, mark, needed) =>
    expect(neededFor(asked, mark)).toBe(needed),
  );

  it('of no questions is never passed', () =>
    expect(score([], [], 1)).toEqual({ right: 0, outcome: 'not-passed' }));
});
