import { z } from 'zod';

import { endOf } from '#app/champions/waiver.ts';
import { prose } from '#app/http/fields.ts';

export const MOST_LINKS = 10;
const LONGEST_LINK = 2000;
const LONGEST_TEXT = 20_000;
const LONGEST_NOTE = 5000;
const YEAR = 366 * 86_400_000;
/** Further ahead is a slip of the pen: hardly a certificate holds so long. */
const FURTHEST = 10;

/** The lines of a field as addresses, each once; or what to do about the first that is none. */
export function linksIn(text: string): { links: string[] } | { problem: string } {
  const links: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const link = safeLink(line);
    if (link === null)
      return { problem: `“${shortened(line)}” is no address that can be followed. Begin it with https://.` };
    if (!links.includes(link)) links.push(link);
  }
  if (links.length > MOST_LINKS)
    return { problem: `Give ${MOST_LINKS} links at the most; more of them can stand in the text.` };
  return { links };
}

/** An address that leads to a web page and carries nobody's password, as a browser would write it; null for any other. */
export function safeLink(text: string): string | null {
  if (text.length > LONGEST_LINK || /\s/.test(text)) return null;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return url.username || url.password ? null : url.href;
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

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
