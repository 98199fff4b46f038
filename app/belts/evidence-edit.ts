import { day } from '#app/ui/time.ts';

import type { Kind } from './evidence.ts';
import { kindWords } from './evidence-words.ts';

type Written = { kind: Kind; text: string; links: string[]; until: number | null };

/** Evidence as somebody would type it into its form; a day is written as the field for days writes it. */
export const typedEvidence = ({ kind, text, links, until }: Written): Record<string, string> => ({
  kind,
  text,
  links: links.join('\n'),
  until: until === null ? '' : new Date(until).toISOString().slice(0, 10),
});

/** What was saved in another tab beside what was typed, field by field. */
export const comparedEvidence = (theirs: Written, yours: Written) => [
  { name: 'Where it was done', theirs: kindWords[theirs.kind], yours: kindWords[yours.kind] },
  { name: 'What you show', theirs: theirs.text, yours: yours.text },
  { name: 'Links', theirs: theirs.links.join('\n'), yours: yours.links.join('\n') },
  { name: 'Holds until', theirs: dayOf(theirs.until), yours: dayOf(yours.until) },
];

const dayOf = (until: number | null) => (until === null ? '' : day(until));
