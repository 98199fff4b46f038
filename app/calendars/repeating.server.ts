import ICAL from 'ical.js';

import type { CalendarEvent, CalendarSeries } from './event.ts';
import { occurrences } from './recurrence.ts';
import { addTime, single, vevent } from './vevent.server.ts';
import { instantOf, isZone, type WallTime, wallTimeAt } from './wall-time.ts';
import { isPlain, onClocks, utc } from './zones.server.ts';

const DAY = 86_400_000;
/** So far back and ahead single times are looked at. */
const [BACK, AHEAD] = [90 * DAY, 730 * DAY];
/** More than a series on every day of the week has in 25 years. */
const MOST = 10_000;

/**
 * A series as VEVENTs: one that repeats by its rule, leaving out what was cancelled and what never was; one for each
 * that is not as the rule has it; and one for each that is none of the rule's. What programs would read differently
 * stands for itself, in UTC; so does all of it where they do not know its zone.
 */
export function repeating(series: CalendarSeries, now: number): ICAL.Component[] {
  const { timezone } = series;
  const walls = wallsOf(series, now);
  const made = new Map(series.made.map(({ occurrence, event }) => [occurrence, event]));
  const past = isZone(timezone) ? wallTimeAt(now, timezone) : '';
  const real = walls.filter((wall) => made.has(wall) || wall >= past);
  const unsure = new Set(real.filter((wall) => !isPlain(wall, timezone)));
  // Where programs err in single times, these stand for themselves; where in most, none is left to them.
  const repeats = unsure.size * 2 < real.length;
  const near = real.filter((wall) => made.has(wall) || isNear(wall, timezone, now));
  const apart = repeats ? [...unsure] : near;
  const ofRule = new Set<WallTime | null>(walls);
  const own = series.made.filter(({ occurrence }) => !ofRule.has(occurrence));
  return [
    ...(repeats ? byRule(series, walls, { left: real.filter((wall) => !unsure.has(wall)), made }) : []),
    ...[...apart.map((wall) => made.get(wall) ?? asRuleHasIt(series, wall)), ...own.map(({ event }) => event)]
      .filter((event) => !event.cancelled)
      .map((event) => single(event)),
  ];
}

/** What repeats: of all times of the rule those that are `left` to it. And what of these is not as the rule has it. */
function byRule(
  series: CalendarSeries,
  walls: WallTime[],
  { left, made }: { left: WallTime[]; made: Map<WallTime | null, CalendarEvent> },
): ICAL.Component[] {
  const begins = walls.indexOf(left[0]!);
  const stays = new Set(left.filter((wall) => !made.get(wall)?.cancelled));
  const leftOut = walls.slice(begins).filter((wall) => !stays.has(wall));
  const master = vevent(series, onClocks(left[0]!, series.timezone));
  master.addPropertyWithValue('rrule', ruleOf(series, begins));
  for (const wall of leftOut) addTime(master, 'exdate', onClocks(wall, series.timezone));
  const others = [...stays].flatMap((wall) => {
    const event = made.get(wall);
    return event && isAnother(event, series, wall) ? [override(series, wall, event)] : [];
  });
  return [master, ...others];
}

/** The times of its rule, as long as it is not ended, up to some time ahead. */
function wallsOf({ recurrence, timezone, endedAt }: CalendarSeries, now: number): WallTime[] {
  const from = `${recurrence.firstDay}T00:00`;
  const zone = isZone(timezone) ? timezone : 'UTC';
  const ahead = wallTimeAt(Math.max(now, Date.parse(`${from}Z`)) + AHEAD, zone);
  const end = endedAt === null ? ahead : wallTimeAt(endedAt, zone);
  return occurrences(recurrence, { from, until: end < ahead ? end : ahead, most: MOST });
}

function isNear(wall: WallTime, timezone: string, now: number): boolean {
  const at = instantOf(wall, timezone)?.at;
  return at !== undefined && at >= now - BACK && at <= now + AHEAD;
}

const asRuleHasIt = (series: CalendarSeries, wall: WallTime): CalendarEvent => ({
  ...series,
  uid: `${series.uid}-${wall.replaceAll(/[-:]/g, '')}`,
  wall,
  link: null,
  cancelled: false,
});

const isAnother = (event: CalendarEvent, series: CalendarSeries, wall: WallTime) =>
  event.wall !== wall ||
  (['timezone', 'minutes', 'title', 'place'] as const).some((name) => event[name] !== series[name]);

/** How one of the series really is. Some programs pass over one with a lower SEQUENCE than its series has. */
function override(series: CalendarSeries, wall: WallTime, event: CalendarEvent): ICAL.Component {
  const sequence = Math.max(series.sequence, event.sequence);
  const component = single({ ...event, uid: series.uid, sequence });
  addTime(component, 'recurrence-id', onClocks(wall, series.timezone));
  return component;
}

/**
 * Its rule, so many times after its first; where it ends, that is said in UTC, as RFC 5545 (3.3.10) wants it beside a
 * zone.
 */
function ruleOf({ recurrence, timezone, endedAt }: CalendarSeries, begins: number): ICAL.Recur {
  const rule = ICAL.Recur.fromString(recurrence.rule);
  if (rule.count !== null) rule.count -= begins;
  const until = rule.until ? instantOf(rule.until.toString().slice(0, 19), timezone)!.at : null;
  const ends = [until, endedAt].filter((at) => at !== null);
  if (ends.length > 0) {
    rule.until = utc(Math.min(...ends));
    rule.count = null;
  }
  return rule;
}
