import { type Trust, type WrittenClock, scanClock } from './clocks.ts';
import { type WrittenDay, scanDay, scanWeekday } from './days.ts';
import { scanZone } from './zones.ts';

/** A point in time as it is written at `from` to `to` of a text: a day, a time of day, or both, and perhaps a zone. */
export type Moment = {
  day: WrittenDay | null;
  clock: WrittenClock | null;
  zone: string | null;
  from: number;
  to: number;
};

const lead =
  /(?:(?:at|on|by|from|since|around|about|approx(?:imately|\.)?|circa|ca?\.|roughly|~|≈|date(?: and time)?:|time:)\s{0,3}){1,3}/iy;
const joint =
  /(?:\s{0,40}(?:,|;|at\b|@|\||on\b|around\b|about\b|approx(?:imately|\.)?|~|≈|—|–|-|:(?=\s))?\s{0,40})/iy;
const range = /\s{0,3}(?:-|–|—|to\b|until\b|till\b|→|->|\/)\s{0,3}(?:~|≈)?/iy;

/**
 * Reads a moment that begins exactly at `from`: "2021-02-24T11:13Z", "11.13", "Sat Oct 30th, 2 PM PST", "10:00-10:15",
 * "12:48 (6:48 PDT)". Of a range the start counts. Null where nothing there is a day or a time.
 */
export function scanMoment(text: string, from: number, trust: Trust = {}): Moment | null {
  const found: Moment = { day: null, clock: null, zone: null, from, to: from };
  let weekday: number | null = null;
  let at = skip(lead, text, from);
  for (let part = 0; part < 6; part++) {
    const next =
      part === 0 ? at : found.day && !found.clock && text[at] === 'T' ? at + 1 : skip(joint, text, at);
    const word = scanWeekday(text, next);
    const clock = found.clock
      ? null
      : scanClock(text, next, { ...trust, loose: trust.loose && (found.day !== null || part === 0) });
    const day = found.day ? null : scanDay(text, next);
    const zone =
      found.clock && !found.zone ? (scanZone(text, at) ?? scanZone(text, skip(space, text, at))) : null;
    if (zone) {
      found.zone = zone.zone;
      at = zone.to;
    } else if (day && (!clock || day.to >= clock.to)) {
      found.day = day.day;
      at = day.to;
    } else if (clock) {
      found.clock = clock.clock;
      at = endOfRange(text, clock.to, trust);
    } else if (word && weekday === null) {
      weekday = word.weekday;
      at = word.to;
      continue;
    } else break;
    found.to = at;
  }
  if (!found.day && !found.clock) return null;
  if (weekday !== null) {
    if (found.day) found.day = { ...found.day, weekday };
    else found.day = { readings: [], weekday };
  }
  found.to = endOfAside(text, found, trust);
  return found;
}

const space = /\s{0,3}/y;

function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return from + (pattern.exec(text)?.[0].length ?? 0);
}

function endOfRange(text: string, at: number, trust: Trust): number {
  const zone = scanZone(text, skip(space, text, at));
  const start = zone ? zone.to : at;
  const next = skip(range, text, start);
  if (next === start) return at;
  const day = scanDay(text, next);
  const clock = scanClock(text, day ? skip(space, text, day.to) : next, { loose: trust.loose });
  return clock && clock.clock.minutes !== null ? clock.to : at;
}

/** What stands in brackets right after a moment and only says it in another way: "(UTC)", "(6:48 PDT)", "(approx.)". */
function endOfAside(text: string, found: Moment, trust: Trust): number {
  const open = skip(space, text, found.to);
  if (text[open] !== '(' && text[open] !== '[') return found.to;
  const close = text.indexOf(text[open] === '(' ? ')' : ']', open);
  if (close < 0 || close - open > 60) return found.to;
  const inside = text
    .slice(open + 1, close)
    .replace(/[*_]/g, '')
    .trim();
  const zone = scanZone(inside, 0);
  if (zone && zone.to === inside.length) {
    found.zone ??= zone.zone;
    return close + 1;
  }
  const whole =
    /^(?:all times|times|tb[cd]|approx|approximate|estimated|est\.?$|time |maybe |not sure|local|exact|unknown)/i.test(
      inside,
    );
  if (whole) return close + 1;
  const other = found.clock ? scanMoment(inside, 0, trust) : null;
  return other && other.to === inside.length ? close + 1 : found.to;
}
