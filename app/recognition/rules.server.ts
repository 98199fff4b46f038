import { createHash } from 'node:crypto';

import { beltRules } from '#app/belts/rules.server.ts';
import { once, textOf, whole } from '#app/content/kept.server.ts';
import { log } from '#app/http/log.server.ts';
import { moduleKeys } from '#app/training/curriculum.server.ts';

import { readAwards } from './award.ts';
import { achievementIn, allThatDecides, type Known, readRules, type Rule, whatDecides } from './rules.ts';
import { readSettings } from './settings.ts';

const RULES = 'content/recognition/rules.json';
const AWARDS = 'content/recognition/awards.json';
const SETTINGS = 'content/recognition/settings.json';

/** What the rules may speak of, as belts and curriculum are now. */
function subjects(): Known['subjects'] {
  const { belts } = beltRules();
  return {
    belt: new Set(belts.map((belt) => belt.key)),
    requirement: new Set(belts.flatMap(({ requirements }) => requirements.map(({ id }) => id))),
    module: moduleKeys(),
  };
}
const awardsRead = () => readAwards(textOf(AWARDS));
const read = () => {
  const awards = awardsRead();
  return readRules(textOf(RULES), { awards: 'awards' in awards ? awards.awards : [], subjects: subjects() });
};

/** The files with what is wrong with them; for `npm run content:check`. */
export const recognitionFiles = () => [
  { file: AWARDS, read: awardsRead() },
  { file: RULES, read: read() },
  { file: SETTINGS, read: readSettings(textOf(SETTINGS)) },
];

/** The awards of content/recognition/awards.json; organisers may define more (award.server.ts). */
export const contentAwards = once(() => whole(AWARDS, awardsRead()).awards);

let said = '';
/**
 * What is recognised, as content/recognition/rules.json says. Throws, in words for the terminal, where it cannot be read.
 * A belt, requirement or lesson that was taken out closes no page: the rule waits, and the log says so.
 */
export const recognitionRules = once(() => {
  const { rules } = whole(RULES, readRules(textOf(RULES), { awards: contentAwards(), subjects: null }));
  const checked = read();
  const faults = 'faults' in checked ? checked.faults : [];
  if (JSON.stringify(faults) !== said && faults.length > 0)
    log('error', 'content-fault', { file: RULES, faults });
  said = JSON.stringify(faults);
  return rules;
});

/** How long a season is, how many thanks a month, and below how many people there is no number. */
export const recognitionSettings = once(() => whole(SETTINGS, readSettings(textOf(SETTINGS))).settings);

/** An achievement in words; its key where no rule gives it any more. */
export const achievementNamed = (key: string) => achievementIn(recognitionRules(), key);

const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 12);

/** Another whenever the rule decides otherwise. */
export const versionOf = (rule: Rule): string => hash(whatDecides(rule));

/** Another whenever something that decides what is given is: everybody's is derived anew then. */
export const recognitionVersion = once(() =>
  hash(allThatDecides(recognitionRules(), recognitionSettings().seasonMonths)),
);
