/** Programs that read calendars and are not ours, where they are installed: Debian's, with Debian's Python. */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PYTHON = '/usr/bin/python3';
/** more than the largest answer */
const MUCH = 64 * 1024 * 1024;

const runs = (line: string) => spawnSync(PYTHON, ['-c', line]).status === 0;

/** Whether python3-icalendar and python3-recurring-ical-events are there. */
export const hasIcalendar = () => runs('import icalendar, recurring_ical_events');
/** Whether libical is. */
export const hasLibical = () => runs('import ctypes; ctypes.CDLL("libical.so.3")');

const ask = (script: string, question: unknown): unknown =>
  JSON.parse(
    execFileSync(PYTHON, [join(import.meta.dirname, script)], {
      input: JSON.stringify(question),
      encoding: 'utf8',
      maxBuffer: MUCH,
    }),
  );

/** A time as another program has it; begin and end in epoch ms. */
export type Read = {
  uid: string;
  begin: number;
  end: number;
  summary: string;
  location: string;
  status: string;
  sequence: number;
  attendee: string;
};

/** The times that calendars have from one day on up to another, in order. */
export const readByPython = (texts: string[], from: string, until: string) =>
  ask('read.py', { texts, from, until }) as { method: string; times: Read[] }[];

/** What libical says against calendars, a list for each. */
export const complaintsOfLibical = (texts: string[]) => ask('restrictions.py', { texts }) as string[][];
