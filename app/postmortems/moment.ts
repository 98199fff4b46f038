import { Temporal } from 'temporal-polyfill';

export type Precision = 'minute' | 'day' | 'unknown';

/** What a local time tells: "2021-02-24T11:13" a minute, "2021-02-24" a day. */
export const precisionOf = (at: string | null): Precision =>
  at === null ? 'unknown' : at.includes('T') ? 'minute' : 'day';

/** Zone abbreviations that mean one thing, in minutes from UTC; ambiguous ones (IST, CST, AST) are left out. */
const abbreviations: Record<string, number> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  JST: 540,
  AEST: 600,
  AEDT: 660,
};

/** People's names for places whose offset changes with the season. */
const places: Record<string, string> = {
  PT: 'America/Los_Angeles',
  PACIFIC: 'America/Los_Angeles',
  MT: 'America/Denver',
  CT: 'America/Chicago',
  ET: 'America/New_York',
  EASTERN: 'America/New_York',
};

const offsetText = (minutes: number) =>
  `${minutes < 0 ? '-' : '+'}${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;

/** A zone that Temporal knows for a zone as people write it ("UTC", "CET", "UTC+2", "Europe/Oslo"), or null. */
export function zoneOf(written: string | null): string | null {
  if (written === null) return null;
  const text = written.trim();
  const upper = text.toUpperCase();
  if (upper in abbreviations) return offsetText(abbreviations[upper]!);
  if (upper in places) return places[upper]!;
  const offset = /^(?:UTC|GMT)?\s*([+\-−])(\d{1,2}):?([0-5]\d)?$/i.exec(text);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return minutes > 14 * 60 ? null : offsetText(offset[1] === '+' ? minutes : -minutes);
  }
  if (!/^[A-Za-z_]+\/[A-Za-z_+\-/0-9]+$/.test(text)) return null;
  try {
    return Temporal.Now.zonedDateTimeISO(text).timeZoneId;
  } catch {
    return null;
  }
}

/** The instant (epoch ms) a local minute names in a zone as written; null where the minute or the zone is unknown. */
export function instantOf(at: string | null, zone: string | null): number | null {
  const known = zoneOf(zone);
  if (precisionOf(at) !== 'minute' || known === null) return null;
  try {
    return Temporal.PlainDateTime.from(at!).toZonedDateTime(known).epochMilliseconds;
  } catch {
    return null;
  }
}

/** Whether this is a local minute or day of the calendar, written as we keep it. */
export function isLocal(at: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(at)) return false;
  try {
    Temporal.PlainDateTime.from(at, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
