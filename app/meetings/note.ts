/** The notes of a meeting: one text for each item of its agenda, and one for the meeting as a whole. */

/** The text that belongs to no item. */
export const WHOLE = '';

/** characters of a note, by itself and brought together with what others wrote */
export const LONGEST_NOTE = 100_000;

/** A text as it is after so many savings; version 0: nobody has written anything yet. */
export type Note = {
  itemId: string;
  version: number;
  text: string;
  /** who saved it last */
  by: string;
};

export const emptyNote = (itemId: string): Note => ({ itemId, version: 0, text: '', by: '' });

/** What a page sends to have a text saved: what it says now, and the version from which its writer began. */
export type Writing = {
  itemId: string;
  version: number;
  text: string;
  /** an earlier text from the same version, of which no answer came: it may have been saved */
  sent?: string | null;
};

/** How long after the end everybody may still write, in ms: until then what was said is fresh. */
const AFTERWARDS = 24 * 60 * 60_000;

type Meeting = { state: string; endedAt: number | null };

/** Whether somebody may write notes: everybody while it runs and for a day after, and later who runs it. */
export const mayWrite = ({ state, endedAt }: Meeting, runs: boolean, now: number): boolean =>
  state === 'running' || (state === 'ended' && (runs || now < freshUntil(endedAt ?? 0)));

const freshUntil = (endedAt: number): number => endedAt + AFTERWARDS;
/** What has ended before this is no longer written by everybody. */
export const freshSince = (now: number): number => now - AFTERWARDS;
