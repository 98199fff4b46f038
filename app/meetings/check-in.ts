/** How long a code lives: a quarter of an hour (issue 6). */
export const CODE_LIVES = 15 * 60_000;
/** A code can be made from so long before a meeting until so long after it. */
const AROUND = 30 * 60_000;
export const CODE_LENGTH = 6;

/**
 * Nothing that looks like another (0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V), and no A, E or U, of which
 * words are made that nobody wants to read on a wall. 22 signs: six of them are one of 113 million.
 */
export const codeSigns = '34679CDFGHJKMNPQRTVWXY';

/** A code as somebody types it: in any case, with spaces, hyphens or dots in between. */
export const codeTyped = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** A code as it is shown, in two halves. */
export const codeShown = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`;

type Timed = {
  state: 'planned' | 'skipped' | 'running' | 'ended';
  startsAt: number;
  minutes: number;
  endedAt: number | null;
};

/** From when until when codes are made for a meeting; one that runs has not ended, however late it is. */
export const checkInTimes = ({
  state,
  startsAt,
  minutes,
  endedAt,
}: Timed): { from: number; until: number } => ({
  from: startsAt - AROUND,
  until: state === 'running' ? Infinity : Math.max(startsAt + minutes * 60_000, endedAt ?? 0) + AROUND,
});

export type Door = 'skipped' | 'early' | 'open' | 'over';

/** Whether codes can be made for a meeting at a moment (epoch ms), or why not. */
export function doorOf(meeting: Timed, now: number): Door {
  if (meeting.state === 'skipped') return 'skipped';
  const { from, until } = checkInTimes(meeting);
  if (now < from && meeting.state === 'planned') return 'early';
  return now < until ? 'open' : 'over';
}

/** Whether codes can still be entered: the last of them lives on after none is made any more. */
export const canBeEntered = (meeting: Timed, now: number): boolean =>
  canBeMarked(meeting, now) && now < checkInTimes(meeting).until + CODE_LIVES;

/** Whether it can be said of somebody that they were there: from when codes can be made, for good. */
export const canBeMarked = (meeting: Timed, now: number): boolean =>
  !['skipped', 'early'].includes(doorOf(meeting, now));
