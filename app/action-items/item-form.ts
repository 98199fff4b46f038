import { z } from 'zod';

import { type NotMeant, personProblem } from '#app/accounts/person-meant.ts';
import { optionalLine, prose, severity } from '#app/http/fields.ts';

import { isDay, kinds } from './action-item.ts';

/** What somebody fills in about an action item. The owner is text, resolved afterwards. */
export const itemSchema = z.object({
  statement: prose(20_000).pipe(z.string().min(1, 'Please give what is to be done.')),
  kind: z
    .enum(['', ...kinds], { error: 'Choose a kind from the list.' })
    .default('')
    .transform((text) => (text === '' ? null : text)),
  severity,
  owner: optionalLine(200),
  dueOn: optionalLine(10)
    .refine((text) => text === '' || isDay(text), 'Write the day as 2026-03-04.')
    .transform((text) => (text === '' ? null : text)),
  ticket: optionalLine(200).transform((text) => text || null),
  sprint: optionalLine(100).transform((text) => text || null),
});

/** What to say when a person is named who will never see the item. */
export const UNSEEN =
  'They will not see this: it is not meant for them. Add them under “Who takes part” first, or choose somebody else.';

/** What to say when nobody, or more than one, is meant by an owner's name. */
export const ownerProblem = (not: NotMeant): string =>
  not.refused === 'nobody'
    ? 'Nobody here has that name. Write an e-mail address, a full name, or a squad.'
    : personProblem(not);
