import { z } from 'zod';

import { beginning, ruleInWords, ruleOf } from '#app/calendars/recurrence.ts';
import { instantOf, isZone, minutesLater } from '#app/calendars/wall-time.ts';
import { line, optionalLine, prose } from '#app/http/fields.ts';

import { hourRhythms, slotSizes } from './rhythms.ts';

const SHORTEST = 15;
const LONGEST = 8 * 60;

/** What a host fills in. A rhythm that is none of those offered leaves the rule as it was. */
export const hoursSchema = z.object({
  about: prose(1000).transform((text) => text.trim()),
  rhythm: z.enum([...hourRhythms, 'kept'], { error: 'Choose how often.' }),
  firstDay: optionalLine(10).refine(isDay, 'Write the day as 2026-03-04.'),
  time: optionalLine(5).refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'Write the time as 14:00.'),
  timezone: optionalLine(60).refine(isZone, 'That time zone is not known here. Choose one from the list.'),
  minutes: z.coerce
    .number({ error: 'Write how many minutes.' })
    .int('Write whole minutes.')
    .min(SHORTEST, `At least ${SHORTEST} minutes.`)
    .max(LONGEST, 'At most eight hours: make two of it.'),
  slotMinutes: z.coerce.number().refine((n) => (slotSizes as readonly number[]).includes(n), 'Choose one.'),
  place: line('a place, such as a room or “Online”', 150),
  link: optionalLine(500)
    .refine(
      (text) => text === '' || isWebAddress(text),
      'Write a whole address, such as https://meet.example/42.',
    )
    .transform((text) => text || null),
  version: z.coerce.number().int().catch(0),
});
type Filled = z.output<typeof hoursSchema>;

/** Hours as they are kept. */
export type HoursDraft = Omit<Filled, 'rhythm' | 'version'> & { rule: string };
type Errors = Partial<Record<keyof Filled, string>>;

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return (
    day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text > '1970-01-02'
  );
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** The hours a form means, or what to do about its fields. `kept`: the rule they had, where they are changed. */
export function hoursOf(
  { rhythm, version: _, ...filled }: Filled,
  kept: string | null,
): { draft: HoursDraft } | { errors: Errors } {
  if (filled.slotMinutes > filled.minutes)
    return { errors: { slotMinutes: 'A booking is longer than all of it: choose a shorter one.' } };
  const rule = rhythm === 'kept' ? kept : ruleOf(rhythm, filled.firstDay);
  const begun = rule === null ? { refused: 'never' as const } : beginning({ rule, ...filled });
  if (rule === null || 'refused' in begun)
    return { errors: { rhythm: 'On these days it would never come round. Choose another day or rhythm.' } };
  return { draft: { ...filled, rule, firstDay: begun.firstDay } };
}

/** Which of the rhythms offered a rule is, beginning on its day; `kept`: none of them. */
export const rhythmOf = ({ rule, firstDay }: { rule: string; firstDay: string }): Filled['rhythm'] =>
  hourRhythms.find((rhythm) => ruleOf(rhythm, firstDay) === rule) ?? 'kept';

/** "every two weeks on Wednesday, 14:00–15:00" */
export const hoursInWords = ({
  rule,
  time,
  firstDay,
  minutes,
}: Pick<HoursDraft, 'rule' | 'time' | 'firstDay' | 'minutes'>): string =>
  `${ruleInWords(rule)}, ${time}–${minutesLater(`${firstDay}T${time}`, minutes).slice(11)}`;

/** What the clocks of a zone do to these times: those they skip, and those they show twice. */
export const clockChanges = (walls: readonly string[], zone: string) =>
  walls.flatMap((wall) => {
    const change = instantOf(wall, zone)?.change ?? null;
    return change ? [{ wall, change }] : [];
  });

type Kept = HoursDraft & { version: number };

/** Hours as somebody would type them. */
export const typedHours = ({ rule, ...hours }: Kept): Record<string, string> => ({
  about: hours.about,
  rhythm: rhythmOf({ rule, firstDay: hours.firstDay }),
  firstDay: hours.firstDay,
  time: hours.time,
  timezone: hours.timezone,
  minutes: String(hours.minutes),
  slotMinutes: String(hours.slotMinutes),
  place: hours.place,
  link: hours.link ?? '',
  version: String(hours.version),
});

const called: Record<string, string> = {
  rhythm: 'How often',
  firstDay: 'From which day',
  time: 'Time',
  timezone: 'Time zone',
  minutes: 'Minutes',
  slotMinutes: 'One booking',
  place: 'Where',
  link: 'Link',
  about: 'About',
};

/** What was saved meanwhile and what somebody typed, field by field. */
export const comparedHours = (saved: Record<string, string>, typed: Record<string, string>) =>
  Object.entries(called).map(([field, name]) => ({
    name,
    theirs: saved[field] ?? '',
    yours: typed[field] ?? '',
  }));
