import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';

import type { WallTime } from './wall-time.ts';

/** Something that comes again and again: an RFC 5545 rule, and the day (2026-03-04) and time (17:00) it begins with. */
export type Recurrence = { rule: string; firstDay: string; time: string };

/**
 * What a rule may be made of: every so many weeks or months, on which days, until when. Rules that RFC 5545 allows
 * besides are refused, since the library that expands them may search for their next day forever.
 */
const parts: Record<string, RegExp> = {
  FREQ: /^(WEEKLY|MONTHLY)$/,
  INTERVAL: /^([1-9]|1[0-2])$/,
  BYDAY: /^(-1|[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,(-1|[1-5])?(MO|TU|WE|TH|FR|SA|SU)){0,6}$/,
  BYMONTHDAY: /^(-1|[1-9]|[12]\d|3[01])$/,
  COUNT: /^[1-9]\d{0,2}$/,
  UNTIL: /^\d{8}T\d{6}$/,
};

/** Why a rule cannot be kept. */
export type RuleRefusal = 'unreadable' | 'never';

/** A rule as it is kept, from a text that somebody typed; refused where it is none, or one of a kind we do not keep. */
export function readRule(text: string): { rule: string } | { refused: 'unreadable' } {
  const rule = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '');
  const given = rule.split(';').map((part) => part.split('=') as [string, string?]);
  const names = given.map(([name]) => name);
  const isRule =
    names[0] === 'FREQ' &&
    new Set(names).size === names.length &&
    given.every(([name, value]) => parts[name]?.test(value ?? '')) &&
    !(names.includes('BYDAY') && names.includes('BYMONTHDAY')) &&
    !(names.includes('COUNT') && names.includes('UNTIL')) &&
    (rule.startsWith('FREQ=MONTHLY') ? isMonthly(rule) : !/BYMONTHDAY|BYDAY=[^;]*\d/.test(rule));
  return isRule ? { rule } : { refused: 'unreadable' };
}

/** A month's weekday without its number would be every one of them: no guild meets that often by a monthly rule. */
const isMonthly = (rule: string) => !/BYDAY=/.test(rule) || /BYDAY=(-1|[1-5])[A-Z]{2}(;|$)/.test(rule);

/** Whether there is a month among those a monthly rule visits that has its day at all. */
function everComes({ rule, firstDay }: Recurrence): boolean {
  const day = Number(/BYMONTHDAY=(\d+)/.exec(rule)?.[1] ?? 1);
  const every = Number(/INTERVAL=(\d+)/.exec(rule)?.[1] ?? 1);
  const first = Temporal.PlainYearMonth.from(firstDay.slice(0, 7));
  // After 48 visits, months and leap years have come round, whatever the interval.
  return Array.from({ length: 48 }, (_, nth) => first.add({ months: nth * every })).some(
    ({ daysInMonth }) => daysInMonth >= day,
  );
}

/**
 * The times of a recurrence from one time on up to another (which is no longer part of it), in order, at most `most`.
 * They are times on a clock: when that is, the zone says (`instantOf`).
 */
export function occurrences(
  recurrence: Recurrence,
  { from, until, most = 500 }: { from: WallTime; until: WallTime; most?: number },
): WallTime[] {
  const { rule, firstDay, time } = recurrence;
  if (!everComes(recurrence)) return [];
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(`${firstDay}T${time}:00`, null));
  const found: WallTime[] = [];
  for (let next = iterator.next(); next && found.length < most; next = iterator.next()) {
    const wall = next.toString().slice(0, 16);
    if (wall >= until) break;
    if (wall >= from && wall >= `${firstDay}T${time}`) found.push(wall);
  }
  return found;
}

/** How far ahead a rule's first day is looked for. */
const HORIZON_YEARS = 8;

/**
 * The day on which a recurrence really begins: the first that its rule allows on or after a day. Other programs count the
 * day written as a first time of its own, so that it has to be one. Refuses a rule that never comes.
 */
export function beginning(recurrence: Recurrence): { firstDay: string } | { refused: 'never' } {
  const { firstDay, time } = recurrence;
  const from = `${firstDay}T${time}`;
  const end = Temporal.PlainDate.from(firstDay).add({ years: HORIZON_YEARS });
  const [first] = occurrences(recurrence, { from, until: `${end.toString()}T00:00`, most: 1 });
  return first ? { firstDay: first.slice(0, 10) } : { refused: 'never' };
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The rhythms offered in a form; `custom` is a rule of one's own. */
export const rhythms = ['weekly', 'two-weekly', 'monthly', 'monthly-last', 'custom'] as const;
export type Rhythm = (typeof rhythms)[number];

/** The rule of a rhythm that begins on a day: on its weekday, a monthly one on the same weekday of the month. */
export function ruleOf(rhythm: Exclude<Rhythm, 'custom'>, firstDay: string): string {
  const date = Temporal.PlainDate.from(firstDay);
  const weekday = weekdays[date.dayOfWeek - 1]!;
  const nth = Math.ceil(date.day / 7);
  switch (rhythm) {
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${weekday}`;
    case 'two-weekly':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`;
    case 'monthly':
      // A fifth one does not come every month: whoever begins with one means the last.
      return `FREQ=MONTHLY;BYDAY=${nth === 5 ? -1 : nth}${weekday}`;
    case 'monthly-last':
      return `FREQ=MONTHLY;BYDAY=-1${weekday}`;
  }
}

const nths: Record<string, string> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
  '-1': 'last',
};
const weekdayNames: Record<string, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

/** A rule in words: "the first Wednesday of every month", "every two weeks on Wednesday". */
export function ruleInWords(rule: string): string {
  const every = Number(/INTERVAL=(\d+)/.exec(rule)?.[1] ?? 1);
  const [, written = ''] = /BYDAY=([^;]+)/.exec(rule) ?? [];
  const days = written.split(',').filter(Boolean);
  const [, monthDay] = /BYMONTHDAY=(-?\d+)/.exec(rule) ?? [];
  const names = days.map((day) => weekdayNames[day.slice(-2)] ?? day).join(' and ');
  if (rule.startsWith('FREQ=WEEKLY')) {
    const often = every === 1 ? 'every week' : every === 2 ? 'every two weeks' : `every ${every} weeks`;
    return names ? `${often} on ${names}` : often;
  }
  const often = every === 1 ? 'every month' : every === 2 ? 'every second month' : `every ${every} months`;
  if (monthDay) return monthDay === '-1' ? `the last day of ${often}` : `on day ${monthDay} of ${often}`;
  return days[0] ? `the ${nths[days[0].slice(0, -2)] ?? ''} ${names} of ${often}` : often;
}
