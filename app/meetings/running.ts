/** The clock of a meeting: how long it was at each item, and what is left of its hour. All moments are epoch ms. */

const MINUTE = 60_000;

/** From when to when a meeting was at an item; `untilAt` null: it is at it now. */
export type Turn = { id: string; itemId: string; fromAt: number; untilAt: number | null };

/** How long a meeting has been at an item, in ms. */
export const spentOn = (turns: readonly Turn[], itemId: string, now: number): number =>
  turns
    .filter((turn) => turn.itemId === itemId)
    .reduce((sum, { fromAt, untilAt }) => sum + Math.max(0, (untilAt ?? now) - fromAt), 0);

export const currentOf = (turns: readonly Turn[]): Turn | null =>
  turns.find(({ untilAt }) => untilAt === null) ?? null;

type Hours = { startsAt: number; minutes: number; startedAt: number | null };

/**
 * When a meeting's time is over: as it was arranged, also where it began late. One that is held at another time
 * altogether has its minutes from when it began.
 */
export function overAt({ startsAt, minutes, startedAt }: Hours): number {
  const arranged = startsAt + minutes * MINUTE;
  const isNearby = startedAt === null || (startedAt > startsAt - 30 * MINUTE && startedAt < arranged);
  return isNearby ? arranged : startedAt + minutes * MINUTE;
}

const DAY = 24 * 60 * MINUTE;

/** Whether a meeting may be started: not before the day before its time, since what has begun stays begun. */
export const mayStart = ({ startsAt }: { startsAt: number }, now: number): boolean => startsAt - DAY <= now;

type Item = { id: string; state: 'open' | 'done' | 'carried' | 'withdrawn' };

/** What comes after the item a meeting is at: the next one in its order that is open, else the first that is; null for none. */
export function nextAfter<I extends Item>(items: readonly I[], currentId: string | null): I | null {
  const at = items.findIndex(({ id }) => id === currentId);
  const isOpen = ({ id, state }: I) => state === 'open' && id !== currentId;
  return items.slice(at + 1).find(isOpen) ?? items.find(isOpen) ?? null;
}

/** "4:05", "61:00"; less than nothing is nothing. */
export function clockWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export type Left = { words: string; isOver: boolean };

/** What is left until a moment, to be read from afar: minutes, and seconds at the end; kindly where it is past. */
export function leftWords(ms: number): Left {
  if (ms >= 0) return { words: `${clockWords(ms)} left`, isOver: false };
  const minutes = Math.floor(-ms / MINUTE);
  return {
    words: minutes === 0 ? 'time to wrap up' : minutes === 1 ? 'a minute over' : `${minutes} minutes over`,
    isOver: true,
  };
}
