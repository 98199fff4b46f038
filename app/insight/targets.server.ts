import { once, textOf, whole } from '#app/content/kept.server.ts';

import { readTargets, type Targets } from './targets.ts';

const file = 'content/report.json';

/** The file of targets with what is wrong with it; for `npm run content:check`. */
export const targetsFile = () => ({ file, read: readTargets(textOf(file)) });

/** What the report is held against here. Throws where the file cannot be read. */
export const targetsHere = once((): Targets => whole(file, readTargets(textOf(file))).targets);
