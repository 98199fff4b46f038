import { wallTimeAt } from '#app/calendars/wall-time.ts';

/** The day it is in a zone (IANA) at a moment (epoch ms): "2026-03-04". */
export const dayAt = (at: number, zone: string): string => wallTimeAt(at, zone).slice(0, 10);

/** A day as a number that sorts alike, and back: 20260304. */
export const numberOf = (day: string): number => Number(day.replaceAll('-', ''));
export const dayOfNumber = (number: number): string =>
  String(number).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');

const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
/** "4 Mar 2026" */
export const dayInWords = (day: string): string => written.format(new Date(`${day}T00:00:00Z`));
