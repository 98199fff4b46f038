import type { FactKind } from '#app/facts/fact.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Work counts as recent for as long, in ms. */
export const RECENT = 60 * DAY;
/** How many names are offered at once. */
export const A_FEW = 4;

/** What is worth a word of thanks; said only where everybody may know of it. */
export const worthThanks: Partial<Record<FactKind, string | null>> = {
  presented: 'presented at a guild meeting',
  'session-led': 'led a session with a squad',
  mentored: 'was somebody’s buddy on the way to a belt',
  'fix-verified': null,
  'evidence-approved': null,
  'near-miss-reported': null,
};

/** Names the nth handful of a day. */
export const handfulOf = (day: string, nth: number): string => `${day} ${nth}`;
