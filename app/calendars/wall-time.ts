import { Temporal } from 'temporal-polyfill';

/** A time as it stands on a clock somewhere: "2026-03-29T02:30". Of its zone it says nothing. */
export type WallTime = string;

/** What a zone makes of a time on its clocks: skipped when they went forward, twice when they went back. */
export type ClockChange = 'skipped' | 'twice' | null;

/** Whether this system still knows a zone by this name (IANA). */
export function isZone(zone: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The moment (epoch ms) at which a zone's clocks show a time, and whether they show it never or twice. As RFC 5545
 * (3.3.5) has it, a skipped time is read by the offset before the change, and of two the first is meant. Null where the
 * zone is known no longer.
 */
export function instantOf(wall: WallTime, zone: string): { at: number; change: ClockChange } | null {
  if (!isZone(zone)) return null;
  const plain = Temporal.PlainDateTime.from(wall);
  const first = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const second = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  const meant = plain.toZonedDateTime(zone, { disambiguation: 'compatible' });
  const isSkipped = !meant.toPlainDateTime().equals(plain);
  const change = isSkipped ? 'skipped' : first.equals(second) ? null : 'twice';
  return { at: meant.epochMilliseconds, change };
}

/** The time on a zone's clocks at a moment (epoch ms), to the minute. */
export const wallTimeAt = (at: number, zone: string): WallTime =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

/** The same time so many minutes later, on a clock that nobody changes. */
export const minutesLater = (wall: WallTime, minutes: number): WallTime =>
  Temporal.PlainDateTime.from(wall).add({ minutes }).toString({ smallestUnit: 'minute' });
