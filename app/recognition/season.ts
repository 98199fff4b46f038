/** Seasons: a year cut into parts of some months, each named by the month it begins in ("2026-10"). */

/** More than any year has, in ms: what is once a year is so in each year of the calendar, and in any twelve months. */
export const YEAR = 366 * 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day a moment (epoch ms) falls on by the clocks of this zone: "2026-11-30". */
export function dayOf(at: number, zone: string): string {
  // Making one costs a hundred times what using it does.
  const known = formatters.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  formatters.set(zone, known);
  return known.format(at);
}

/** The month it falls in: "2026-11". */
export const monthOf = (at: number, zone: string): string => dayOf(at, zone).slice(0, 7);

/** The season a month belongs to, where a season has 1, 2, 3, 4, 6 or 12 months and the first begins in January. */
export function seasonOf(month: string, months: number): string {
  const [year, nth] = month.split('-').map(Number) as [number, number];
  return inWords(year, nth - ((nth - 1) % months));
}

/** The one after this. */
export function seasonAfter(season: string, months: number): string {
  const [year, nth] = season.split('-').map(Number) as [number, number];
  return nth + months > 12 ? inWords(year + 1, nth + months - 12) : inWords(year, nth + months);
}

const inWords = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`;

const nameOf = (month: string) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01`));

/** A season as people say it: "October to December 2026". */
export function seasonWords(season: string, months: number): string {
  const last = Number(season.slice(5)) + months - 1;
  const year = season.slice(0, 4);
  return months === 1
    ? `${nameOf(season)} ${year}`
    : `${nameOf(season)} to ${nameOf(inWords(Number(year), last))} ${year}`;
}

/** The one before this. */
export function seasonBefore(season: string, months: number): string {
  const [year, nth] = season.split('-').map(Number) as [number, number];
  return nth > months ? inWords(year, nth - months) : inWords(year - 1, nth - months + 12);
}
