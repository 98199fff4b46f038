/** Seasons: a year cut into parts of some months, each named by the month it begins in ("2026-10"). */

/** The month a moment (epoch ms) falls in by the clocks of this zone: "2026-11". */
export const monthOf = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit' }).format(at);

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
