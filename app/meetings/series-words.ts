import type { Rhythm } from '#app/calendars/recurrence.ts';

/** The rhythms to choose from: a guild that meets every week would be a team. */
export const offeredRhythms = ['two-weekly', 'monthly', 'monthly-last', 'custom'] as const satisfies Rhythm[];

export const rhythmWords: Record<(typeof offeredRhythms)[number], string> = {
  'two-weekly': 'Every two weeks, on the weekday of the first day',
  monthly: 'Every month, on the same weekday: the first Wednesday, say',
  'monthly-last': 'Every month, on the last of these weekdays',
  custom: 'By a rule of its own',
};

/** The fields of a series, as they are called beside another version of them. */
export const fieldWords = {
  name: 'Name',
  about: 'What it is for',
  template: 'Agenda',
  firstDay: 'First day',
  time: 'Time',
  timezone: 'Time zone',
  rhythm: 'Rhythm',
  rule: 'Rule',
  minutes: 'Minutes',
  place: 'Place',
  link: 'Link',
  host: 'Host',
  inviteDays: 'Days before that invitations go out',
} as const;

export type SeriesErrors = Partial<Record<keyof typeof fieldWords, string>>;
