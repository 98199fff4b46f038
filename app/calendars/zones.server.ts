import ICAL from 'ical.js';
import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library';

import { instantOf, isZone, type WallTime } from './wall-time.ts';

type Zone = { tzid: string; block: ICAL.Component; clock: ICAL.Timezone };

const described = new Set(tzlib_get_timezones());
const known = new Map<string, Zone | null>();

/** What calendars are told of a zone (IANA): its name there and its VTIMEZONE. Null where it is known no longer. */
export function zoneOf(timezone: string): Zone | null {
  // A name that was made up is looked up each time, and never kept.
  if (!isZone(timezone)) return null;
  if (!known.has(timezone)) known.set(timezone, lookUp(timezone));
  return known.get(timezone)!;
}

function lookUp(timezone: string): Zone | null {
  if (!described.has(timezone)) return null;
  const [text] = tzlib_get_ical_block(timezone);
  const block = new ICAL.Component(ICAL.parse(text!) as unknown[]);
  return { tzid: String(block.getFirstPropertyValue('tzid')), block, clock: new ICAL.Timezone(block) };
}

const plain = (wall: WallTime) => ICAL.Time.fromString(wall.length === 16 ? `${wall}:00` : wall, null);

/** A moment (epoch ms) as calendars have it, in UTC. */
export const utc = (at: number) => ICAL.Time.fromJSDate(new Date(at), true);

/**
 * Whether every program reads a time on a zone's clocks as the moment we mean. They do not agree on times that clocks
 * show twice or skip, and neither may the zone's rules here and those in its VTIMEZONE, which come from two places.
 */
export function isPlain(wall: WallTime, timezone: string): boolean {
  const key = `${timezone} ${wall}`;
  if (judged.size > MOST_JUDGED) judged.clear();
  if (!judged.has(key)) judged.set(key, judge(wall, timezone));
  return judged.get(key)!;
}

const MOST_JUDGED = 20_000;
const judged = new Map<string, boolean>();

function judge(wall: WallTime, timezone: string): boolean {
  const zone = zoneOf(timezone);
  const meant = instantOf(wall, timezone);
  if (!zone || !meant || meant.change !== null) return false;
  const there = plain(wall);
  there.zone = zone.clock;
  return there.toUnixTime() * 1000 === meant.at;
}

/** A time as it is written into a calendar; `tzid` null: in UTC. */
export type Written = { time: ICAL.Time; tzid: string | null };

/**
 * A time on the clocks of a zone, written on those clocks where every program reads them alike, else in UTC: the moment
 * that was kept of it, or what the zone makes of it.
 */
export function written(wall: WallTime, timezone: string, kept?: number): Written {
  if (isPlain(wall, timezone)) return onClocks(wall, timezone);
  const at = kept ?? instantOf(wall, timezone)?.at ?? Date.parse(`${wall}Z`);
  return { time: utc(at), tzid: null };
}

/** A time on the clocks of a zone that there is. */
export const onClocks = (wall: WallTime, timezone: string): Written => ({
  time: plain(wall),
  tzid: zoneOf(timezone)!.tzid,
});
