/** Hours a month: the least worth agreeing, a day in five to begin with (20 % of a week of 40 hours), and the most. */
export const LEAST_HOURS = 8;
export const USUAL_HOURS = 35;
export const MOST_HOURS = 160;

const monthAt = (at: number, zone: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    timeZone: zone,
  }).format(at);
  return parts.slice(0, 7);
};

/** The month before one: "2026-01" after "2025-12". */
export function monthBefore(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/**
 * The months somebody can tell about now, newest first, in their zone, and which one is likely meant: in the first ten
 * days of a month, the one that is over.
 */
export function tellableMonths(now: number, zone: string): { months: string[]; likely: string } {
  const current = monthAt(now, zone);
  const dayOfMonth = Number(new Intl.DateTimeFormat('en-GB', { day: 'numeric', timeZone: zone }).format(now));
  const last = monthBefore(current);
  return { months: [current, last, monthBefore(last)], likely: dayOfMonth <= 10 ? last : current };
}

/** "March 2026" */
export const monthWords = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-15T00:00:00Z`),
  );

/** Hours as somebody writes them ("6", "2.5", "1,25", "1:30") in quarters of an hour; null for what is none. */
export function quartersIn(text: string): number | null {
  const [, whole, rest] = /^(\d{1,3}):([0-5]\d)$/.exec(text.trim()) ?? [];
  const hours = whole
    ? Number(whole) + Number(rest) / 60
    : /^(\d{1,3}([.,]\d{1,2})?|[.,]\d{1,2})$/.test(text.trim())
      ? Number(text.trim().replace(',', '.'))
      : Number.NaN;
  if (Number.isNaN(hours) || hours > 744) return null;
  return Math.round(hours * 4);
}

/** "6", "2.5", "0.75" */
export const hoursOf = (quarters: number): string => String(quarters / 4);
