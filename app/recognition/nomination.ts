/** Somebody is put forward for an award: who may be, and by whom it is decided. */
import { YEAR } from './season.ts';

export const states = ['open', 'given', 'declined', 'withdrawn', 'taken-back'] as const;
export type State = (typeof states)[number];
export type Vote = { byId: string; vote: 'yes' | 'no' };

const DAY = 86_400_000;
/** So many have to agree, whichever way. */
export const DECIDE = 2;
/** How many somebody may have put forward that nobody has decided on, with those they withdrew lately. */
const MOST_OPEN = 3;
/** For so long what was withdrawn counts as if it were open, in ms. */
export const WITHDRAWN_COUNTS = 30 * DAY;
/** For so long after it was given, an award can be taken back. */
export const TAKING_BACK = DAY;

/** What comes of the votes so far. One yes and one no wait for a third; a second vote of the same person is none. */
export function decide(votes: readonly Vote[]): 'given' | 'declined' | 'open' {
  const first = new Map<string, Vote['vote']>();
  for (const { byId, vote } of votes) if (!first.has(byId)) first.set(byId, vote);
  const said = [...first.values()];
  if (said.filter((vote) => vote === 'yes').length >= DECIDE) return 'given';
  return said.filter((vote) => vote === 'no').length >= DECIDE ? 'declined' : 'open';
}

/** What of a nomination is known when somebody writes it. */
export type Circumstances = {
  award: { how: 'nominated' | 'by-rule'; retiredAt: number | null } | null;
  isOneself: boolean;
  isHere: boolean;
  /** nominations of this person for this award that are open, or were given: when that was decided */
  others: readonly { state: State; decidedAt: number | null }[];
  /** how many of one's own are open, or were withdrawn lately */
  open: number;
  now: number;
};
export type Refusal = 'no-award' | 'oneself' | 'nobody' | 'retired' | 'by-rule' | 'spoken-for' | 'too-many';

/**
 * Why somebody cannot be put forward; null when they can. Whether another nomination is still open or was given is told
 * apart to nobody: an award is its person's own to show.
 */
export function refusalOf(around: Circumstances): Refusal | null {
  const { award, isOneself, isHere, others, open, now } = around;
  if (award === null) return 'no-award';
  if (award.how !== 'nominated') return 'by-rule';
  if (award.retiredAt !== null) return 'retired';
  if (isOneself) return 'oneself';
  if (!isHere) return 'nobody';
  if (open >= MOST_OPEN) return 'too-many';
  const counts = others.some(
    ({ state, decidedAt }) => state === 'open' || (state === 'given' && (decidedAt ?? 0) > now - YEAR),
  );
  return counts ? 'spoken-for' : null;
}

/**
 * Why somebody who may decide on awards does not decide on this one: a close tie makes a yes worth less, and a no dear.
 * `owes`: the nominee put them forward within a year, or said yes to an award of theirs.
 */
export type Tie = 'nominee' | 'nominator' | 'manages' | 'reports' | 'owes';

/** What somebody is to a nomination, or null: it is not theirs to see. Whoever is put forward learns of what was given alone. */
export type Part = 'nominee' | 'nominator' | 'decider';
export function partOf(
  { state, personId, byId }: { state: State; personId: string; byId: string },
  who: { id: string; isDecider: boolean; tie: Tie | null; hasVoted: boolean },
): Part | null {
  if (who.id === personId) return state === 'given' ? 'nominee' : null;
  if (who.id === byId) return 'nominator';
  if (who.hasVoted) return 'decider';
  return who.isDecider && who.tie === null && state !== 'withdrawn' ? 'decider' : null;
}

/** Whether an award that was given may still be taken back. */
export const mayBeTakenBack = (
  { state, decidedAt }: { state: State; decidedAt: number | null },
  now: number,
): boolean => state === 'given' && now - (decidedAt ?? 0) < TAKING_BACK;
