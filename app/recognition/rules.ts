import { z } from 'zod';

import type { Fault } from '#app/content/fault.ts';
import { linesOf, readJson } from '#app/content/json.ts';
import type { FactKind } from '#app/facts/fact.ts';

import type { Award } from './award.ts';
import { eachOf, kindsGoneBy, neverGoneBy, vouchedKinds, whereOf } from './rule-facts.ts';

const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'Write a key in small letters, digits and hyphens.');
const day = z.iso.date('Write the day as 2026-03-04.');

const subject = z.enum(['requirement', 'module', 'person', 'award']);

const gives = z.union(
  [
    z.strictObject({ achievement: key }),
    /** "as-decided": the award that two decided on */
    z.strictObject({ award: key }),
    /** toward the goal of the squad that somebody has belonged to longest */
    z.strictObject({ points: z.int().min(1).max(100) }),
  ],
  { error: 'gives one thing: {"achievement": key}, {"award": key} or {"points": number}' },
);

const rule = z.strictObject({
  key,
  /** the name of what it gives, and what for */
  words: z.string().trim().min(1).max(80),
  help: z.string().trim().min(1).max(400),
  seenBy: z.string().trim().min(1).max(200),
  fact: z.string(),
  /** only facts about this: {"belt": "green"}, {"requirement": "green/sast-scan"} */
  where: z.record(z.string(), z.string()).default({}),
  gives,
  cap: z.strictObject({
    most: z.int().min(1).max(50),
    in: z.enum(['season', 'year', 'ever']),
    /** so many of each requirement, module, award … */
    each: subject.optional(),
    /** so many in all, and of them one of each */
    once: subject.optional(),
  }),
  /** on the word of so many colleagues, each of whom counts once a year for the same person */
  vouched: z.int().min(1).max(10).optional(),
  /** the first and the last day on which what is recorded counts */
  from: day.optional(),
  until: day.optional(),
  /** the rule it took the place of: what that one gave counts toward its cap */
  follows: key.optional(),
});
const schema = z.strictObject({ rules: z.array(rule).max(200) });

type Written = z.output<typeof rule>;
/** `line` is the key of the first rule in the row of those that followed one another. */
export type Rule = Omit<Written, 'fact'> & { fact: FactKind; line: string };
export type Rules = readonly Rule[];

/** What the rules may speak of. Null: a belt, requirement or module that is gone is no fault. */
export type Known = {
  awards: readonly Award[];
  subjects: {
    belt: ReadonlySet<string>;
    requirement: ReadonlySet<string>;
    module: ReadonlySet<string>;
  } | null;
};

/** Reads content/recognition/rules.json: refuses with every fault and its line. */
export function readRules(text: string, known: Known): { rules: Rules } | { faults: Fault[] } {
  const read = readJson(text, schema);
  if ('faults' in read) return read;
  const lineOf = linesOf(text);
  const faults: Fault[] = [];
  const byKey = new Map<string, Written>();
  const rules = read.value.rules.map((one, at): Rule => {
    const fault = (path: PropertyKey[], words: string) =>
      faults.push({ line: lineOf(['rules', at, ...path]), text: words });
    for (const [path, words] of faultsOf(one, known, byKey)) fault(path, words);
    if (!byKey.has(one.key)) byKey.set(one.key, one);
    return { ...one, fact: one.fact as FactKind, line: firstOf(one, byKey) };
  });
  for (const [at, { key: award, how }] of known.awards.entries())
    if (how === 'by-rule' && !rules.some((one) => 'award' in one.gives && one.gives.award === award))
      faults.push({ line: 1, text: `no rule gives the award "${award}" (number ${at + 1} of awards.json)` });
  return faults.length > 0 ? { faults } : { rules };
}

type FaultAt = [path: PropertyKey[], words: string];

function faultsOf(one: Written, known: Known, before: ReadonlyMap<string, Written>): FaultAt[] {
  const faults: FaultAt[] = [];
  if (before.has(one.key)) faults.push([['key'], `a second rule "${one.key}"`]);
  if (one.follows && !before.has(one.follows))
    faults.push([['follows'], `"${one.follows}" is no rule that stands before this one`]);
  if (one.from && one.until && one.until < one.from) faults.push([['until'], 'ends before it begins']);
  const never = neverGoneBy.get(one.fact);
  if (never) return [...faults, [['fact'], `"${one.fact}" is never recognised: ${never}`]];
  if (!kindsGoneBy.has(one.fact))
    return [
      ...faults,
      [['fact'], `there is no fact "${one.fact}": it is one of ${[...kindsGoneBy].join(', ')}`],
    ];
  const kind = one.fact as FactKind;
  if (one.vouched && !vouchedKinds.has(kind)) faults.push([['vouched'], `nobody vouches for "${kind}"`]);
  for (const name of ['each', 'once'] as const) {
    const subject = one.cap[name];
    if (subject && !eachOf[kind]?.includes(subject))
      faults.push([['cap', name], `"${kind}" is not about one ${subject}`]);
  }
  for (const [name, value] of Object.entries(one.where)) {
    const subjects =
      name === 'award' ? new Set(known.awards.map((award) => award.key)) : subjectsOf(known, name);
    if (!whereOf[kind]?.includes(name)) faults.push([['where', name], `"${kind}" says nothing of ${name}`]);
    else if (subjects?.has(value) === false) faults.push([['where', name], `there is no ${name} "${value}"`]);
  }
  if ('award' in one.gives) faults.push(...faultsOfAward(one.gives.award, kind, known.awards));
  return faults;
}

const subjectsOf = ({ subjects }: Known, name: string): ReadonlySet<string> | null =>
  name === 'belt' || name === 'requirement' || name === 'module' ? (subjects?.[name] ?? null) : null;

function faultsOfAward(award: string, kind: FactKind, awards: readonly Award[]): FaultAt[] {
  const path = ['gives', 'award'];
  if (award === AS_DECIDED)
    return kind === 'awarded' ? [] : [[path, `"${AS_DECIDED}" goes with the fact "awarded" alone`]];
  const found = awards.find((one) => one.key === award);
  if (!found) return [[path, `there is no award "${award}" in awards.json`]];
  return found.how === 'by-rule' ? [] : [[path, `"${award}" is nominated, not given by a rule`]];
}

export const AS_DECIDED = 'as-decided';

function firstOf(one: Written, byKey: ReadonlyMap<string, Written>): string {
  const seen = new Set<string>();
  let first = one;
  while (first.follows && !seen.has(first.key)) {
    seen.add(first.key);
    const earlier = byKey.get(first.follows);
    if (!earlier) break;
    first = earlier;
  }
  return first.key;
}

/** What of a rule decides; words that are bettered give nothing anew. */
export const whatDecides = ({ fact, where, gives, cap, vouched, from, until, line }: Rule): string =>
  JSON.stringify([
    fact,
    Object.entries(where).sort(),
    gives,
    [cap.most, cap.in, cap.each ?? null, cap.once ?? null],
    vouched ?? null,
    from ?? null,
    until ?? null,
    line,
  ]);

/**
 * Raised whenever `given()` (grants.ts), or what it is told of somebody (keeping.server.ts), decides otherwise than before:
 * no file of content says so, and what was granted until then would stay as it was.
 */
export const DERIVATION = 2;

/** What decides what is given at all: rules, seasons, and the code that goes by them. */
export const allThatDecides = (rules: Rules, seasonMonths: number, derivation = DERIVATION): string =>
  [derivation, ...rules.map((rule) => `${rule.key} ${whatDecides(rule)}`), seasonMonths].join('\n');

/** An achievement in words: those of the newest rule that gives it. Its key where no rule does any more. */
export function achievementIn(
  rules: Rules,
  achievement: string,
): { key: string; name: string; about: string } {
  const rule = rules.findLast((one) => 'achievement' in one.gives && one.gives.achievement === achievement);
  return { key: achievement, name: rule?.words ?? achievement, about: rule?.help ?? '' };
}
