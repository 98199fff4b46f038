import { z } from 'zod';

import { endOf } from '#app/champions/waiver.ts';
import { prose } from '#app/http/fields.ts';
import { LONGEST_LINK } from '#app/http/safe-link.ts';

import { linksIn, MOST_LINKS } from './links.ts';

const LONGEST_TEXT = 20_000;
const LONGEST_NOTE = 5000;
const YEAR = 366 * 86_400_000;
/** Further ahead is a slip of the pen: hardly a certificate holds so long. */
const FURTHEST = 10;

const links = prose(MOST_LINKS * LONGEST_LINK * 2).transform((text, context) => {
  const read = linksIn(text);
  if ('links' in read) return read.links;
  context.addIssue({ code: 'custom', message: read.problem });
  return z.NEVER;
});

/** What is written of evidence. `until` is a day, and the last on which something from outside holds. */
export const evidenceSchema = z.object({
  kind: z.enum(['evidence', 'equivalent'], { error: 'Choose where it was done.' }).optional(),
  text: prose(LONGEST_TEXT),
  links,
  until: z
    .union([z.literal(''), z.iso.date()], { error: 'Write the day as 2026-03-04.' })
    .default('')
    .transform((day) => (day === '' ? null : endOf(day))),
  version: z.coerce.number({ error: 'Open this page again.' }).int().min(0),
});

/** Why something from outside cannot hold until then; null when it can, or nothing was said yet. */
export function untilProblem(until: number | null, now: number): string | null {
  if (until === null) return null;
  if (until <= now) return 'That day is over. Choose the last day on which it holds, still to come.';
  return until - now > FURTHEST * YEAR ? `Choose a day within ${FURTHEST} years.` : null;
}

/** What an assessor or the applicant adds, and the submission they were reading; `missing`: what to do without words. */
export const noteSchema = (missing: string | null) =>
  z.object({
    note: prose(LONGEST_NOTE).pipe(missing === null ? z.string().trim() : z.string().trim().min(1, missing)),
    round: z.coerce.number({ error: 'Open the page again.' }).int().min(0),
  });
