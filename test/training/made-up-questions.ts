import fc from 'fast-check';

import type { Question } from '#app/training/module.ts';

const words = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 6 })
  .map((texts) => ({ texts, code: null }));
const lines = fc
  .uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 5 })
  .map((numbers) => ({ texts: numbers.map((line) => `Line ${line}`), code: 'x\n'.repeat(20) }));

/** A question with at least one right option. */
export const aQuestion: fc.Arbitrary<Question> = fc
  .tuple(fc.oneof(words, lines), fc.nat(), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }))
  .map(([{ texts, code }, right, others]) => ({
    key: 'q',
    prompt: 'Which?',
    code,
    options: texts.map((text, at) => ({
      text,
      correct: at === right % texts.length || others[at]!,
      why: `Because of ${at}.`,
    })),
  }));

export const aBank = fc
  .array(aQuestion, { minLength: 1, maxLength: 12 })
  .map((questions) => questions.map((question, at) => ({ ...question, key: `q${at}` })));
