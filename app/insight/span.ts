import { instantOf } from '#app/calendars/wall-time.ts';
import { monthBefore } from '#app/champions/hours.ts';
import { monthOf } from '#app/recognition/season.ts';

/** A month on the organisation's calendar, from its first moment (epoch ms) to that of the next. */
export type Span = { month: string; from: number; until: number };

/** A year, and the month it is held against. */
export const MONTHS = 13;

const beginOf = (month: string, zone: string): number =>
  instantOf(`${month}-01T00:00`, zone)?.at ?? Date.parse(`${month}-01T00:00:00Z`);

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** A month as the clocks of a zone have it. */
export const spanOf = (month: string, zone: string): Span => ({
  month,
  from: beginOf(month, zone),
  until: beginOf(monthAfter(month), zone),
});

/** The month a moment lies in and those before it, the newest last. */
export function spansUpTo(now: number, zone: string): Span[] {
  const months = [monthOf(now, zone)];
  while (months.length < MONTHS) months.unshift(monthBefore(months[0]!));
  return months.map((month) => spanOf(month, zone));
}

/** From when a whole month is told: its end, or so many days later. */
export const toldFrom = ({ until }: Span, lag = 0): number => until + lag * 86_400_000;

/** The moment at which a month's state is looked at: its end, or now while it runs. What is of now counts. */
export const endOf = ({ until }: Span, now: number): number => Math.min(until, now + 1);
