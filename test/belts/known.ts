/** Rules and facts to think about belts with. */
import { Temporal } from 'temporal-polyfill';

import { readRules, type Rules } from '#app/belts/rules.ts';
import type { Details, Fact, FactKind } from '#app/facts/fact.ts';

export const zone = 'Europe/Berlin';
/** A moment by the clock on the wall in Berlin. */
export const at = (text: string, where = zone) =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(where).epochMilliseconds;

const common = { help: 'How.', lessons: [] };
export const written = {
  validity: { months: 12 },
  dueDays: 60,
  graceDays: 14,
  assessors: 2,
  belts: [
    {
      key: 'white',
      name: 'White belt',
      about: 'The first.',
      requirements: [
        { ...common, key: 'one', kind: 'module', module: 'white/01', words: 'The first lesson' },
        { ...common, key: 'two', kind: 'module', module: 'white/02', words: 'The second lesson' },
      ],
    },
    {
      key: 'green',
      name: 'Green belt',
      about: 'The second.',
      requirements: [{ ...common, key: 'scan', kind: 'evidence', words: 'A scan' }],
    },
    {
      key: 'black',
      name: 'Black belt',
      about: 'The last.',
      requirements: [
        { ...common, key: 'led', kind: 'activity', activity: 'threat-modelling', words: 'Lead one' },
        { ...common, key: 'mentor', kind: 'activity', activity: 'mentored', belt: 'white', words: 'Mentor' },
      ],
    },
  ],
};

export const modules = new Set(['white/01', 'white/02']);
export const rulesOf = (value: object = written): Rules => {
  const read = readRules(JSON.stringify(value), modules);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.rules;
};
export const rules = rulesOf();

let made = 0;
const fact = <K extends FactKind>(kind: K, when: number, details: Details[K]): Fact =>
  ({ id: `fact-${(made += 1)}`, kind, at: when, details }) as Fact;
export const read = (module: string, when: number) => fact('lesson-read', when, { module, version: 'v' });
export const passed = (module: string, when: number) =>
  fact('quiz-passed', when, { module, version: 'v', right: 8, asked: 8 });
export const approved = (when: number, until: number | null = null, requirement = 'green/scan') =>
  fact('evidence-approved', when, { requirement, until });
export const led = (when: number) => fact('session-led', when, { activity: 'a' });
export const mentored = (when: number) => fact('mentored', when, { personId: 'p', belt: 'white' });
export const waived = (requirement: string, when: number, until: number) =>
  fact('requirement-waived', when, { requirement, until });

export const attended = (when: number) => fact('attended', when, { meeting: `m-${when}` });

/** Everything the white belt asks for, at one moment. */
export const white = (when: number): Fact[] =>
  ['white/01', 'white/02'].flatMap((module) => [read(module, when), passed(module, when)]);
