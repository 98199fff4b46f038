import { z } from 'zod';

import type { Fault } from '#app/content/fault.ts';
import { linesOf, readJson } from '#app/content/json.ts';

const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'Write a key in small letters, digits and hyphens.');
const words = z.string().trim().min(1).max(120);
const help = z.string().trim().min(1).max(600);
/** what prepares for it: keys of modules, "white/01-what-goes-wrong" */
const lessons = z.array(z.string()).max(20).default([]);
const people = z.int().min(1).max(10);

/** A year by the calendar; or, of a fixed window, until the next such day ("01-01"), the same for everybody. */
const validity = z.union([
  z.strictObject({ months: z.int().min(1).max(120) }),
  z.strictObject({ from: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/) }),
  z.strictObject({ ends: z.literal('never') }),
]);
export type Validity = z.output<typeof validity>;

const common = { key, words, help, lessons, validity: validity.optional() };
const requirement = z.discriminatedUnion('kind', [
  /** a lesson read to its end and its quiz passed */
  z.strictObject({ ...common, kind: z.literal('module'), module: z.string() }),
  /** shown, attested by so many who were there, and approved by assessors */
  z.strictObject({ ...common, kind: z.literal('evidence'), attestations: people.optional() }),
  z.strictObject({
    ...common,
    kind: z.literal('activity'),
    /** threat-modelling: led, and confirmed by so many participants; mentored: somebody to this belt; attendance: so many meetings */
    activity: z.enum(['threat-modelling', 'mentored', 'attendance']),
    attestations: people.optional(),
    belt: key.optional(),
    times: z.int().min(1).max(50).optional(),
  }),
]);

const schema = z.strictObject({
  validity,
  /** how many days ahead a renewal is due, and how many days a belt still holds after its end */
  dueDays: z.int().min(0).max(365),
  graceDays: z.int().min(0).max(365),
  assessors: z.int().min(1).max(5),
  belts: z
    .array(
      z.strictObject({
        key,
        name: words,
        about: z.string().trim().min(1).max(300),
        requirements: z.array(requirement),
      }),
    )
    .min(1)
    .max(12),
});
export type Rules = Omit<z.output<typeof schema>, 'belts'> & { belts: Belt[] };
type Written = z.output<typeof requirement>;
/** `id` names it everywhere: "green/sast-scan". */
export type Requirement = Written & { id: string };
export type Belt = Omit<z.output<typeof schema>['belts'][number], 'requirements'> & {
  requirements: Requirement[];
};

const leastDays = (validity: Validity): number =>
  'months' in validity ? validity.months * 28 : 'from' in validity ? 365 : Infinity;
const tooShort = (dueDays: number) => `renewal is due ${dueDays} days ahead: "validity" has to be longer`;

/**
 * Reads content/belts.json: the belts from the first to the last, each resting on those before it. Refuses with every
 * fault and its line; `modules` are the keys of the curriculum, null where a requirement may name one that is gone.
 */
export function readRules(
  text: string,
  modules: ReadonlySet<string> | null,
): { rules: Rules } | { faults: Fault[] } {
  const read = readJson(text, schema);
  if ('faults' in read) return read;
  const lineOf = linesOf(text);
  const faults: Fault[] = [];
  const fault = (path: PropertyKey[], words: string) => faults.push({ line: lineOf(path), text: words });

  const { validity, dueDays } = read.value;
  // Otherwise a pass would be due for renewal on the day it is made, and could be renewed without end.
  if (dueDays >= leastDays(validity)) fault(['dueDays'], tooShort(dueDays));
  const belts = new Set<string>();
  for (const [at, belt] of read.value.belts.entries()) {
    if (belts.has(belt.key)) fault(['belts', at, 'key'], `a second belt "${belt.key}"`);
    if (belt.requirements.length === 0) fault(['belts', at], `"${belt.key}" asks for nothing`);
    const keys = new Set<string>();
    for (const [nth, asked] of belt.requirements.entries()) {
      const path = ['belts', at, 'requirements', nth];
      if (keys.has(asked.key)) fault([...path, 'key'], `a second requirement "${asked.key}"`);
      keys.add(asked.key);
      if (asked.validity && dueDays >= leastDays(asked.validity))
        fault([...path, 'validity'], tooShort(dueDays));
      if (asked.kind === 'module' && modules?.has(asked.module) === false)
        fault([...path, 'module'], `there is no module "${asked.module}"`);
      for (const [place, lesson] of asked.lessons.entries())
        if (modules?.has(lesson) === false)
          fault([...path, 'lessons', place], `there is no module "${lesson}"`);
      if (asked.kind === 'activity' && asked.activity === 'mentored' && !belts.has(asked.belt ?? ''))
        fault(path, '"belt" names a belt that comes before this one');
      if (asked.kind === 'activity' && (asked.activity === 'attendance') !== (asked.times !== undefined))
        fault(path, '"times" says how many meetings, for the activity "attendance" and no other');
    }
    belts.add(belt.key);
  }
  if (faults.length > 0) return { faults };
  return {
    rules: {
      ...read.value,
      belts: read.value.belts.map((belt) => ({
        ...belt,
        requirements: belt.requirements.map((asked) => ({ ...asked, id: `${belt.key}/${asked.key}` })),
      })),
    },
  };
}

export const requirementOf = (rules: Rules, id: string): Requirement | null =>
  rules.belts.flatMap(({ requirements }) => requirements).find((asked) => asked.id === id) ?? null;

/** The belt a requirement belongs to. */
export const beltOf = (rules: Rules, requirementId: string): Belt | null =>
  rules.belts.find(({ requirements }) => requirements.some(({ id }) => id === requirementId)) ?? null;

export const beltNamed = (rules: Rules, belt: string): Belt | null =>
  rules.belts.find((one) => one.key === belt) ?? null;

/** What of the rules decides how somebody stands; words that are bettered derive nothing anew. */
export const whatDecides = ({ validity, dueDays, graceDays, belts }: Rules): string =>
  JSON.stringify([
    validity,
    dueDays,
    graceDays,
    belts.map(({ key, requirements }) => [
      key,
      requirements.map((asked) => [asked.id, shownBy(asked), asked.validity ?? null]),
    ]),
  ]);

const shownBy = (asked: Requirement): string => {
  if (asked.kind === 'module') return asked.module;
  if (asked.kind === 'evidence') return 'evidence';
  if (asked.activity === 'attendance') return `attendance ${asked.times}`;
  return asked.activity === 'mentored' ? `mentored ${asked.belt}` : asked.activity;
};
