/** The kinds of facts there are, and what is known of each besides who, when and where it came from. */
export type Details = {
  /** a lesson was read to its end; `module` is its file in content/training without the ending ("white/01-…") */
  'lesson-read': { module: string; version: string };
  /** an assessed attempt reached the pass mark */
  'quiz-passed': { module: string; version: string; right: number; asked: number };
  /** two assessors approved what was shown; `until`: an equivalent from outside ends then */
  'evidence-approved': { requirement: string; until: number | null };
  /** a session somebody led was confirmed by enough of its participants; `at` is the day it took place */
  'session-led': { activity: string } & Vouched;
  /** somebody whose buddy this person was earned a belt */
  mentored: { personId: string; belt: string };
  /** an organiser gave leave to go without a requirement */
  'requirement-waived': { requirement: string; until: number };
  /** was there at a meeting; `at` is when it began */
  attended: { meeting: string };
  /** presented an item of an agenda that was had, at a meeting they attended */
  presented: { meeting: string; item: string };
  /** somebody else verified a fix that was this person's to make */
  'fix-verified': { item: string } & Vouched;
  /** a near miss this person wrote up was published */
  'near-miss-reported': { postmortem: string };
  /** a colleague said thank you */
  thanked: { thanks: string };
  /** two decided that a nominated award is this person's */
  awarded: { award: string; nomination: string };
  /** found a weakness while a feature was being designed; recorded once threat models have a room */
  'design-find': { model: string } & Vouched;
};
/** On whose word it rests. Missing in facts from before recognition read them. */
export type Vouched = { vouchers?: string[] };
export type FactKind = keyof Details;

/** A fact that stands: it happened, and nothing undid it. `at` is when, `recordedAt` when that was written down; epoch ms. */
export type Fact = {
  [K in FactKind]: { id: string; kind: K; at: number; recordedAt: number; details: Details[K] };
}[FactKind];

/** Who reads facts to derive something from them, and is told whose have changed. */
export const readers = ['belts', 'recognition'] as const;
export type Reader = (typeof readers)[number];
