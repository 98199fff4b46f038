/** A day of the calendar. */
export type Day = { year: number; month: number; day: number };

/**
 * A day as people write it, before anything is known about its surroundings. Each reading is one way to
 * understand the figures (3/4 is March or April), the likeliest first; `null` parts are not written.
 */
export type WrittenDay = {
  readings: { year: number | null; month: number | null; day: number | null }[];
  weekday: number | null;
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const ordinal = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '((?:19|20)\\d{2})(?!\\d|:\\d)';
const end = '(?!\\d|[:.,/-]\\d)';
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const sticky = (pattern: string) => new RegExp(pattern, 'iy');
const shapes: { shape: RegExp; read: (groups: (string | undefined)[]) => WrittenDay['readings'] }[] = [
  {
    shape: sticky(`((?:19|20)\\d{2})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)`),
    read: ([, y, , m, d]) => [ymd(y, m, d)],
  },
  // a year with a digit too many: 22021-02-24
  {
    shape: sticky('([12]\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)'),
    read: ([, y, m, d]) => misspelt(y!).map((year) => ymd(year, m, d)),
  },
  // and with one too few: 11/03/202
  {
    shape: sticky('(\\d{1,2})/(\\d{1,2})/20\\d(?!\\d)'),
    read: ([, a, b]) => [ymd(undefined, a, b), ymd(undefined, b, a)],
  },
  { shape: sticky(`${year}[ -]${month}[ -]${ordinal}${end}`), read: ([, y, m, d]) => [ymd(y, m, d)] },
  // 2021-MM-DD: a year and nothing else that is known
  {
    shape: sticky('((?:19|20)\\d{2})-(?:mm|xx|\\?\\?|\\d\\d)(?:-(?:dd|xx|\\?\\?))?(?![\\w-])'),
    read: ([, y]) => [ymd(y)],
  },
  {
    shape: sticky(`(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d|[./:-]\\d)`),
    read: ([, a, mark, b, c]) => figures(a!, mark!, b!, c!),
  },
  {
    shape: sticky(`(?:the )?${ordinal}\\.?(?: of)?[ -]?${month}(?:,? ?-?(?:of )?${year})?`),
    read: ([, d, m, y]) => [ymd(y, m, d)],
  },
  {
    shape: sticky(`${month}[ -](?:the )?${ordinal}(?!\\d|:\\d)(?:(?:,|,? of)? ?-?${year})?`),
    read: ([, m, d, y]) => [ymd(y, m, d)],
  },
  {
    shape: sticky(`(?:(?:early|mid|late|end of|beginning of)[- ]|in )?${month},? ${year}`),
    read: ([, m, y]) => [ymd(y, m)],
  },
  {
    shape: sticky('(\\d{1,2})-(\\d{1,2})(?=[ T]\\d{1,2}:\\d\\d)'),
    read: ([, a, b]) => (Number(a) > 12 ? [ymd(undefined, b, a)] : [ymd(undefined, a, b)]),
  },
  {
    shape: sticky(`(\\d{1,2})/(\\d{1,2})(?!\\d|[/:]\\d)`),
    read: ([, a, b]) => [ymd(undefined, a, b), ymd(undefined, b, a)],
  },
  { shape: sticky(`(\\d{1,2})\\.(\\d{1,2})\\.(?=[\\s,:)-]|$)`), read: ([, d, m]) => [ymd(undefined, m, d)] },
];

function ymd(year?: string, month?: string, day?: string): WrittenDay['readings'][number] {
  const named = months.indexOf((month ?? '').slice(0, 3).toLowerCase());
  return {
    year: year === undefined ? null : year.length === 2 ? 2000 + Number(year) : Number(year),
    month: month === undefined ? null : named >= 0 ? named + 1 : Number(month),
    day: day === undefined ? null : Number(day),
  };
}

/** The years that five figures may have meant: with one of them left out. */
function misspelt(figures: string): string[] {
  const years = [...figures].map((_, at) => figures.slice(0, at) + figures.slice(at + 1)).reverse();
  return [...new Set(years)].filter((year) => /^(?:19|20)/.test(year));
}

function figures(a: string, mark: string, b: string, c: string) {
  const european = ymd(c, b, a);
  const american = ymd(c, a, b);
  const orders = mark === '.' ? [european, american] : [american, european];
  return c.length === 2 && a.length === 2 ? [...orders, ymd(a, b, c)] : orders;
}

/** Reads a day that begins exactly at `from`; `to` is where it ends. Null where none is written or it cannot exist (32 May). */
export function scanDay(text: string, from: number): { day: WrittenDay; to: number } | null {
  for (const { shape, read } of shapes) {
    shape.lastIndex = from;
    const match = shape.exec(text);
    if (!match) continue;
    const readings = read([...match]).filter(possible);
    if (readings.length) return { day: { readings, weekday: null }, to: from + match[0].length };
  }
  return null;
}

const weekday = /(sun|mon|tue|wed|thu|fri|sat)(?:s|nes|rs?|ur)?(?:day)?\b\.?/iy;

/** Reads the name of a weekday that begins exactly at `from`: 0 for Sunday to 6. */
export function scanWeekday(text: string, from: number): { weekday: number; to: number } | null {
  weekday.lastIndex = from;
  const match = weekday.exec(text);
  return match && { weekday: weekdays.indexOf(match[1]!.toLowerCase()), to: from + match[0].length };
}

function possible({ year, month, day }: WrittenDay['readings'][number]): boolean {
  if (month !== null && (month < 1 || month > 12)) return false;
  return day === null || (day >= 1 && day <= daysIn(year ?? 2000, month ?? 1));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Days since 1970, to compare and to add. */
function numberOf({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** The day so many days later. */
export function addDays(day: Day, count: number): Day {
  const moved = new Date((numberOf(day) + count) * 86_400_000);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** "2021-02-24". */
export function writeDay({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * What a written day means near a known one: a missing year is the one that brings it closest, and of several
 * readings the closest wins. Null where a month or a day is not written, or a year is neither written nor known.
 */
export function resolveDay(written: WrittenDay, near: Day | null): Day | null {
  if (written.readings.length === 0)
    return near && written.weekday !== null ? nextWeekday(near, written.weekday) : null;
  const days = written.readings.flatMap((reading) => {
    const { month, day } = reading;
    if (month === null || day === null) return [];
    if (reading.year !== null) return [{ year: reading.year, month, day }];
    return near ? [-1, 0, 1].map((step) => ({ year: near.year + step, month, day })) : [];
  });
  if (!near) return days[0] ?? null;
  const distance = (day: Day) => Math.abs(numberOf(day) - numberOf(near));
  return days.reduce<Day | null>((best, day) => (best && distance(best) <= distance(day) ? best : day), null);
}

function nextWeekday(from: Day, weekday: number): Day {
  const today = new Date(numberOf(from) * 86_400_000).getUTCDay();
  return addDays(from, (weekday - today + 7) % 7);
}
