import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { zoneHere } from '#app/accounts/organisation.server.ts';

import type { Calendar } from './clock.ts';
import { type Pace, readPace } from './content.ts';

const FILE = 'content/concerns.json';
const read = () => readPace(readFileSync(resolve(FILE), 'utf8'));

/** The file with what is wrong with it; for `npm run content:check`. */
export const concernFiles = () => [{ file: FILE, read: read() }];

let known: Pace | undefined;

/** How long a step may take here. Read once, and anew on every call in development. */
function pace(): Pace {
  if (known && process.env.NODE_ENV === 'production') return known;
  const found = read();
  if ('faults' in found) throw new Error(`${FILE} cannot be read: npm run content:check says why.`);
  known = found;
  return found;
}

/** The days on which people work here, and how many of them a step may take. */
export const calendarHere = async (): Promise<Calendar> => ({ ...pace(), zone: await zoneHere() });
