import { z } from 'zod';

const tidy = (text: string) => text.replace(/\r\n?/g, '\n').normalize('NFC');
const printable = (text: string) => !text.includes('\0');

/** One line of text that must be there. Refuses more than `most` characters, and NUL (PostgreSQL cannot keep it). */
export const line = (what: string, most: number) =>
  z
    .string({ error: `Please give ${what}.` })
    .transform((text) => tidy(text).replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, `Please give ${what}.`)
        .max(most, `That is longer than ${most.toLocaleString('en')} characters: shorten it a little.`)
        .refine(printable, 'That holds a character that cannot be kept.'),
    );

/** One line that may be empty; missing counts as empty. */
export const optionalLine = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => tidy(text).replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .max(most, `That is longer than ${most.toLocaleString('en')} characters: shorten it a little.`)
        .refine(printable, 'That holds a character that cannot be kept.'),
    );

/** Text of many lines that may be empty, its trailing space removed. */
export const prose = (most = 1_000_000) =>
  z
    .string()
    .default('')
    .transform((text) => tidy(text).trimEnd())
    .pipe(
      z
        .string()
        .max(most, `That is longer than ${most.toLocaleString('en')} characters: shorten it, or split it.`)
        .refine(printable, 'That holds a character that cannot be kept.'),
    );

/** A severity from a select: 1 to 5, or null for none. */
export const severity = z
  .enum(['', '1', '2', '3', '4', '5'], { error: 'Choose a severity from the list.' })
  .default('')
  .transform((text) => (text === '' ? null : (Number(text) as 1 | 2 | 3 | 4 | 5)));
