import { day } from '#app/ui/time.ts';

import type { Window } from './campaign.ts';
import { hourOf } from './campaign-window.ts';

type Rhythm = { remindDaysBefore: readonly number[]; remindAtHour: number };

/** When a campaign speaks to whoever is still asked: on its first day, then so many days before its last. */
export function remindersOf(
  { opensAt, closesAt }: Window,
  { remindDaysBefore, remindAtHour: hour }: Rhythm,
  zone: string,
): number[] {
  const opening = hourOf(opensAt, { daysBefore: 0, hour }, zone);
  const before = remindDaysBefore.map((daysBefore) => hourOf(closesAt - 1, { daysBefore, hour }, zone));
  return [opening, ...before.filter((at) => at > opening).sort((a, b) => a - b)];
}

/** How many of these moments have come. */
export const dueBy = (reminders: readonly number[], now: number): number =>
  reminders.filter((at) => at <= now).length;

/**
 * What a reminder says; `number` 1 is that of the opening. Only the newest is ever sent, so each can be understood by
 * somebody who got no other.
 */
export function reminderWords(
  number: number,
  { name, modules, closesAt }: { name: string; modules: number; closesAt: number },
  zone: string,
): string {
  const last = day(closesAt - 1, zone);
  const lessons = modules === 1 ? 'one lesson' : `${modules} lessons`;
  return number <= 1
    ? `“${name}” asks you for ${lessons}, until ${last}. Whatever you have passed already counts.`
    : `“${name}” is open until ${last}. What is left of its ${lessons} is on this page.`;
}
