import { z } from 'zod';

import { optionalLine, prose } from '#app/http/fields.ts';

import type { Step } from './concern.ts';
import { articleSchema, type ArticleWords } from '#app/answers/article.ts';

/** What somebody sends with a step. `seen`: how many steps the page showed that they sent it from. */
export const stepSchema = z.object({
  seen: z.coerce.number().int().catch(0),
  note: prose(20_000).transform((text) => text.trim()),
  learned: z.enum(['article', 'nothing']).catch('article'),
  question: optionalLine(300),
  answer: prose(20_000),
});
type StepForm = z.output<typeof stepSchema>;

type Errors = Partial<Record<keyof StepForm, string>>;

const missing: Partial<Record<Step, string>> = {
  answered: 'Write your answer.',
  replied: 'Write what you would like to add.',
  'passed-up': 'Say in a few words why, for whoever has it next.',
};

/** What a step still needs, else its note and, at a closing, what was learned. */
export function wordsFor(
  step: Step,
  form: StepForm,
): { note: string; article: ArticleWords | null } | { errors: Errors } {
  const { note, learned, question, answer } = form;
  if (note === '' && missing[step]) return { errors: { note: missing[step] } };
  if (step !== 'closed' || learned === 'nothing') return { note, article: null };
  const read = articleSchema.safeParse({ question, answer });
  if (read.success) return { note, article: read.data };
  const errors: Errors = {};
  for (const { path, message } of read.error.issues) errors[path[0] as 'question' | 'answer'] ??= message;
  return { errors };
}
