import type { Outcome } from './scoring.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long an attempt takes answers, and how long after one the next may begin. */
export type Pace = { retakeHours: number; openDays: number };

/** When an attempt that is opened now takes its last answer. */
export const closesAt = (openedAt: number, { openDays }: Pick<Pace, 'openDays'>): number =>
  openedAt + openDays * DAY;

/** Of a module: when its last attempt was finished, whatever came of it, and the one that goes on. */
export type Before = { hasRead: boolean; ongoing: string | null; lastFinishedAt: number | null };

/** From when on the next attempt may begin; null: from now on. */
export function beginFrom(
  lastFinishedAt: number | null,
  { retakeHours }: Pick<Pace, 'retakeHours'>,
  now: number,
): number | null {
  const from = lastFinishedAt === null ? null : lastFinishedAt + retakeHours * HOUR;
  return from !== null && from > now ? from : null;
}

export type BeginRefusal =
  | { refused: 'lesson-not-read' }
  | { refused: 'already-open'; id: string }
  | { refused: 'too-early'; from: number };

/**
 * Whether an attempt may begin: one at a time, the lesson read to its end, and a while after the last. The lesson comes
 * first, since a pass says both: that it was read, and that it was understood.
 */
export function mayBegin(before: Before, pace: Pick<Pace, 'retakeHours'>, now: number): BeginRefusal | null {
  if (before.ongoing !== null) return { refused: 'already-open', id: before.ongoing };
  if (!before.hasRead) return { refused: 'lesson-not-read' };
  const from = beginFrom(before.lastFinishedAt, pace, now);
  return from === null ? null : { refused: 'too-early', from };
}

export type State = 'open' | 'over' | Outcome;
type Timed = { closesAt: number; finishedAt: number | null; outcome: Outcome | null };

/** open: it takes answers. over: its window has passed, and nobody has closed it yet. */
export function stateOf(attempt: Timed, now: number): State {
  if (attempt.finishedAt !== null) return attempt.outcome ?? 'not-passed';
  return now < attempt.closesAt ? 'open' : 'over';
}

/** When an attempt that ends now is finished: one whose window has passed was so when it did. */
export const finishedAt = (attempt: Pick<Timed, 'closesAt'>, now: number): number =>
  Math.min(now, attempt.closesAt);

export type ChoiceRefusal = 'not-shown' | 'one-only' | 'nothing-chosen';
export type AnswerRefusal = 'finished' | 'too-late' | 'not-asked' | ChoiceRefusal;

/** The options at these places of the page, as the bank numbers them. */
export function chosenFrom(
  options: readonly number[],
  shown: readonly number[],
  multiple: boolean,
): { chosen: number[] } | { refused: ChoiceRefusal } {
  const chosen = [...new Set(shown)].map((place) => options[place]);
  if (chosen.length === 0) return { refused: 'nothing-chosen' };
  if (chosen.length > 1 && !multiple) return { refused: 'one-only' };
  const known = chosen.filter((option) => option !== undefined);
  return known.length < chosen.length ? { refused: 'not-shown' } : { chosen: known.sort((a, b) => a - b) };
}

type Asked = Timed & { drawn: readonly { options: readonly number[] }[] };

/**
 * What somebody answered, as the bank numbers its options; `shown` are their places on the page, the first is 0.
 * Refuses what was not asked or not shown, several where one is right, and what comes when it is over.
 */
export function takeAnswer(
  attempt: Asked,
  { position, shown, multiple }: { position: number; shown: readonly number[]; multiple: boolean },
  now: number,
): { chosen: number[] } | { refused: AnswerRefusal } {
  const state = stateOf(attempt, now);
  if (state !== 'open') return { refused: state === 'over' ? 'too-late' : 'finished' };
  const options = attempt.drawn[position]?.options;
  if (!options) return { refused: 'not-asked' };
  return chosenFrom(options, shown, multiple);
}

/** The next question without an answer after this one, from the first again after the last; null: all have one. */
export function nextOpen(answered: readonly boolean[], position: number): number | null {
  for (let step = 1; step <= answered.length; step += 1) {
    const at = (position + step) % answered.length;
    if (!answered[at]) return at;
  }
  return null;
}
