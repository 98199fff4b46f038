import { createHash } from 'node:crypto';

import { once, textOf, whole } from '#app/content/kept.server.ts';
import { moduleKeys } from '#app/training/curriculum.server.ts';

import { readRules, whatDecides } from './rules.ts';

const FILE = 'content/belts.json';
const read = () => readRules(textOf(FILE), moduleKeys());

/** The file with what is wrong with it; for `npm run content:check`. */
export const beltFiles = () => [{ file: FILE, read: read() }];

/** The belts and what they ask for, as content/belts.json says. Throws, in words for the terminal, where it cannot be read. */
export const beltRules = once(() => whole(FILE, read()).rules);

/** Another whenever the rules decide otherwise: what was derived under another is derived anew. */
export const rulesVersion = once(() =>
  createHash('sha256').update(whatDecides(beltRules())).digest('base64url').slice(0, 16),
);
