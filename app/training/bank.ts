import { z } from 'zod';

import type { Fault } from '#app/content/fault.ts';
import { linesOf, readJson } from '#app/content/json.ts';

import type { Question } from './module.ts';

/** Of fewer, somebody who tries again would be asked the same. */
const FEWEST_QUESTIONS = 8;

const words = (most: number, missing: string) =>
  z
    .string({ error: ({ input }) => (input === undefined ? `is missing: ${missing}` : undefined) })
    .trim()
    .min(1, `is empty: ${missing}`)
    .max(most);

const option = z.strictObject({
  text: words(400, 'what can be answered'),
  correct: z.boolean(),
  why: words(1000, 'why it is right or not'),
});
const schema = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'Write an id in small letters, digits and hyphens.'),
        prompt: words(1000, 'what is asked'),
        code: z.string().min(1).max(8000).optional(),
        options: z.array(option).min(2, 'has fewer than 2 options').max(12),
      }),
    )
    .min(FEWEST_QUESTIONS, `has fewer than ${FEWEST_QUESTIONS} questions`)
    .max(500),
});

/** Options that look alike are the same: "Yes" and " yes". */
const alike = (text: string) => text.trim().toLowerCase().normalize('NFC');

/** Reads a bank of questions. Refuses with every fault and its line. */
export function readBank(text: string): { questions: Question[] } | { faults: Fault[] } {
  const read = readJson(text, schema);
  if ('faults' in read) return read;
  const lineOf = linesOf(text);
  const faults: Fault[] = [];
  const ids = new Set<string>();
  for (const [nth, { id, code, options }] of read.value.questions.entries()) {
    const fault = (path: PropertyKey[], words: string) =>
      faults.push({ line: lineOf(['questions', nth, ...path]), text: `"${id}": ${words}` });
    if (ids.has(id)) fault(['id'], 'a second question has this id');
    ids.add(id);
    if (!options.some(({ correct }) => correct)) fault(['options'], 'no option is right');
    const texts = new Set<string>();
    for (const [place, { text: answer }] of options.entries()) {
      if (texts.has(alike(answer))) fault(['options', place, 'text'], `a second option says "${answer}"`);
      texts.add(alike(answer));
      const wrong = wrongLine(answer, code);
      if (wrong) fault(['options', place, 'text'], wrong);
    }
  }
  if (faults.length > 0) return { faults };
  return {
    questions: read.value.questions.map(({ id, prompt, code, options }) => ({
      key: id,
      prompt,
      code: code ?? null,
      options,
    })),
  };
}

/** What is wrong with an option that names a line. */
function wrongLine(answer: string, code: string | undefined): string | null {
  const [, digits] = /^Line (\d+)$/.exec(answer) ?? [];
  if (!digits) return null;
  if (code === undefined) return `"${answer}" names a line, and there is no code`;
  const lines = code.replace(/\n$/, '').split('\n').length;
  const line = Number(digits);
  return line >= 1 && line <= lines ? null : `the code has ${lines} lines, and "${answer}" is none of them`;
}
