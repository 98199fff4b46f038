import { Temporal } from 'temporal-polyfill';

/** The day it is at a moment, where the organisation is: "2026-03-04". */
export const dayOf = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/** When a day begins there. */
export const startOf = (day: string, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds;

/** When it is over, and the next begins. */
export const endOf = (day: string, zone: string): number =>
  startOf(Temporal.PlainDate.from(day).add({ days: 1 }).toString(), zone);

/** The same day so many months later (earlier, when negative). */
export const monthsAfter = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString();
