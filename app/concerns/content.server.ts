import { zoneHere } from '#app/accounts/organisation.server.ts';
import { once, textOf, whole } from '#app/content/kept.server.ts';

import type { Calendar } from './clock.ts';
import { type Pace, readPace } from './content.ts';

const FILE = 'content/concerns.json';
const read = () => readPace(textOf(FILE));

/** The file with what is wrong with it; for `npm run content:check`. */
export const concernFiles = () => [{ file: FILE, read: read() }];

/** How long a step may take here. */
const pace = once((): Pace => whole(FILE, read()));

/** The days on which people work here, and how many of them a step may take. */
export const calendarHere = async (): Promise<Calendar> => ({ ...pace(), zone: await zoneHere() });
