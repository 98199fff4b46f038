import { day } from '#app/ui/time.ts';

/** A day of the calendar, as pages say it: "2026-03-04" is "4 Mar 2026" wherever it is read. */
export const dayWords = (calendarDay: string): string => day(Date.parse(calendarDay), 'UTC');
