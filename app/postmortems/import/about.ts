import { type Day, scanDay } from './days.ts';
import type { FrontMatter } from './front-matter.ts';

/** The day that a document is about: in its title, its file's name, its text, or its front matter, whichever says one first. */
export function dayAbout(
  title: string,
  fileName: string,
  front: FrontMatter | null,
  body: string,
): Day | null {
  return (
    dayWithin(title) ??
    dayWithin(fileName.replaceAll('_', ' ')) ??
    dayWithin(body.slice(0, 20_000)) ??
    dayWithin(front?.fields.get('date') ?? '') ??
    null
  );
}

/** The first full day, with its year, that is written anywhere in a text. */
export function dayWithin(text: string): Day | null {
  for (const match of text.matchAll(/(?<![\w./-])[\p{L}\d]/gu)) {
    const reading = scanDay(text, match.index)?.day.readings[0];
    if (reading?.year && reading.month && reading.day)
      return { year: reading.year, month: reading.month, day: reading.day };
  }
  return null;
}
