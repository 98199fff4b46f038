/**
 * A time of day in minutes after midnight (1440 for 24:00); null where the figures are written as unknown ("--:--",
 * "2X:XX"), or relative to some other time ("T+15m").
 */
export type WrittenClock = { minutes: number | null; relative?: true };

type Shape = { shape: RegExp; read: (groups: RegExpExecArray) => number | null | undefined };

const half = '(?:\\s{0,2}([ap])\\.?m\\b\\.?)';
const sticky = (pattern: string) => new RegExp(pattern, 'iy');

const shapes: Shape[] = [
  {
    shape: sticky(`(\\d{1,2})[:∶](\\d{2})(?::\\d{2}(?:[.,]\\d{1,9})?)?(?!\\d|:\\d)${half}?`),
    read: ([, h, m, p]) => minutesOf(h, m, p),
  },
  {
    shape: sticky(`(\\d{1,2})\\.(\\d{2})(?![\\d%]|\\.\\d)${half}`),
    read: ([, h, m, p]) => minutesOf(h, m, p),
  },
  { shape: sticky(`(\\d{1,2})${half}`), read: ([, h, p]) => minutesOf(h, '0', p) },
  { shape: sticky('(\\d{1,2})h(\\d{2})(?!\\w)'), read: ([, h, m]) => minutesOf(h, m) },
  {
    shape: sticky('(\\d{2})(\\d{2})(?=\\s{0,2}(?:hrs?|hours|h|UTC|GMT|Z)\\b)(?:\\s?(?:hrs?|hours|h)\\b)?'),
    read: ([, h, m]) => minutesOf(h, m),
  },
  { shape: sticky('(?:noon|midday)\\b'), read: () => 720 },
  { shape: sticky('midnight\\b'), read: () => 0 },
  { shape: sticky('time unknown\\b'), read: () => null },
  { shape: sticky('(?:hh:mm|\\d{1,2}:\\?\\?)(?![\\w?])'), read: () => null },
  { shape: sticky('(?:[-?x_]{1,2}|\\d[x?])[:.](?:[-?x_]{1,2}|\\d[x?])(?![\\w?])'), read: () => null },
  {
    shape: sticky(
      'T ?[+−-] ?\\d{1,4}(?::\\d{2}){0,2}(?: ?(?:s|secs?|m|mins?|minutes?|h|hrs?|hours?|d|days?)\\b(?: ?\\d{1,2} ?(?:s|m|min)\\b)?)?',
    ),
    read: () => null,
  },
];

const loose: Shape[] = [
  {
    shape: sticky('(\\d{2}|\\d(?=\\.\\d\\d\\s?[-–—:]\\s))\\.(\\d{2})(?![\\w%]|\\.\\d)'),
    read: ([, h, m]) => minutesOf(h, m),
  },
  {
    shape: sticky('(?!19|20)(\\d{2})(\\d{2})(?=\\s?[-–—:](?:\\s|$)|$)'),
    read: ([, h, m]) => minutesOf(h, m),
  },
];

const unknown: Shape = { shape: sticky('(?:\\?{1,4}|tb[acd]|unknown|n/a)(?![\\w?])'), read: () => null };

function minutesOf(hour?: string, minute?: string, half?: string): number | undefined {
  let hours = Number(hour);
  const minutes = Number(minute);
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return undefined;
  if (half) {
    if (hours === 12) hours = 0;
    if (half.toLowerCase() === 'p' && hours < 12) hours += 12;
  }
  return hours * 60 + minutes;
}

/** How much to believe: `loose` takes "10.15" and "1600" for times, `unknown` takes "???" and "TBC". */
export type Trust = { loose?: boolean; unknown?: boolean };

/** Reads a time of day that begins exactly at `from`. Null where none is written or it cannot exist (25:10). */
export function scanClock(
  text: string,
  from: number,
  trust: Trust = {},
): { clock: WrittenClock; to: number } | null {
  for (const { shape, read } of [
    ...shapes,
    ...(trust.loose ? loose : []),
    ...(trust.unknown ? [unknown] : []),
  ]) {
    shape.lastIndex = from;
    const match = shape.exec(text);
    if (!match) continue;
    const minutes = read(match);
    const relative =
      minutes === null && /^T ?[+−-]|^time unknown/i.test(match[0]) ? { relative: true as const } : {};
    if (minutes !== undefined) return { clock: { minutes, ...relative }, to: from + match[0].length };
  }
  return null;
}

/** "09:05". */
export function writeClock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
