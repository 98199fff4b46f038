import { createHash } from 'node:crypto';

import { once, textOf, whole } from '#app/content/kept.server.ts';
import { log } from '#app/http/log.server.ts';
import { moduleKeys } from '#app/training/curriculum.server.ts';

import { readRules, whatDecides } from './rules.ts';

const FILE = 'content/belts.json';
const read = () => readRules(textOf(FILE), moduleKeys());
let said = '';

/** The file with what is wrong with it; for `npm run content:check`. */
export const beltFiles = () => [{ file: FILE, read: read() }];

/**
 * The belts and what they ask for, as content/belts.json says. Throws, in words for the terminal, where it cannot be read.
 * A lesson that was taken out closes no page: whoever passed it keeps what it gave them, and the log says that it is gone.
 */
export const beltRules = once(() => {
  const { rules } = whole(FILE, readRules(textOf(FILE), null));
  const checked = read();
  const faults = 'faults' in checked ? checked.faults : [];
  if (JSON.stringify(faults) !== said && faults.length > 0)
    log('error', 'content-fault', { file: FILE, faults });
  said = JSON.stringify(faults);
  return rules;
});

/** Another whenever the rules decide otherwise: what was derived under another is derived anew. */
export const rulesVersion = once(() =>
  createHash('sha256').update(whatDecides(beltRules())).digest('base64url').slice(0, 16),
);
