import { formAsSent, type Refused } from '#app/http/form.server.ts';

import { agreementSchema, declineSchema } from './agreement-form.ts';

type Answer =
  | { undo: true }
  | { step: 'agreed'; hoursPerMonth: number; note: string }
  | { step: 'declined'; note: string }
  | { refused: Refused<'hours' | 'note'> };

/** What a manager answered in the form of `agreement-fields.tsx`. */
export async function answerIn(request: Request): Promise<Answer> {
  const form = await formAsSent(request);
  const values = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<
    string,
    string
  >;
  if (values.undo) return { undo: true };
  const read = (values.answer === 'decline' ? declineSchema : agreementSchema).safeParse(values);
  if (!read.success) {
    const errors: { hours?: string; note?: string } = {};
    for (const { path, message } of read.error.issues) errors[path[0] as 'hours' | 'note'] ??= message;
    return { refused: { errors, values } };
  }
  return 'hours' in read.data
    ? { step: 'agreed', hoursPerMonth: read.data.hours as number, note: read.data.note }
    : { step: 'declined', note: read.data.note };
}
