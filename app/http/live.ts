/** A page may ask for so many topics at once. */
export const MOST_TOPICS = 20;

/** How far somebody has heard: which hub's announcements, and how many of them. "" where nothing is known. */
export type Mark = string;

/** What the stream says besides messages, as events of these names. */
export type Ready = {
  missed: string[];
  /** the house's clock, epoch ms */
  now: number;
};
export type Message = {
  topic: string;
  /** null: something is new, ask for it */
  message: unknown;
};

/** The older of two marks; of two hubs' marks neither can be compared. */
export function olderMark(one: Mark, other: Mark): Mark {
  const [hub, count] = one.split('.');
  const [otherHub, otherCount] = other.split('.');
  if (hub !== otherHub) return '';
  return Number(count) < Number(otherCount) ? one : other;
}
