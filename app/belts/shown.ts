import type { Fact } from '#app/facts/fact.ts';

import {
  daysAfter,
  type Period,
  periodsOfDeeds,
  periodsOfMany,
  periodsOfPasses,
  spanOf,
  type Terms,
} from './period.ts';
import type { Requirement, Rules } from './rules.ts';
import { type Span, spansOf } from './span.ts';

/** When a requirement was met, and by what. */
export type Shown = {
  belt: string;
  requirement: Requirement;
  terms: Terms;
  periods: Period[];
  /** when it is met; and when its belt holds, days of grace included */
  met: Span[];
  holding: Span[];
  facts: { id: string; kind: Fact['kind']; at: number }[];
  /** of a module: when its lesson was first read to its end */
  read: number | null;
  /** of meetings: how many are asked for, and when each that was attended counts */
  counted: { times: number; each: Span[] } | null;
};

/** What facts show for each requirement of each belt, in the order of the rules. */
export const shownFor = (facts: readonly Fact[], rules: Rules, zone: string): Shown[] =>
  rules.belts.flatMap(({ key, requirements }) =>
    requirements.map((requirement) => {
      const { validity, dueDays, graceDays } = rules;
      const terms = { validity: requirement.validity ?? validity, dueDays, graceDays, zone };
      return { belt: key, ...show(facts, requirement, terms) };
    }),
  );

function show(facts: readonly Fact[], requirement: Requirement, terms: Terms): Omit<Shown, 'belt'> {
  const about = facts.filter((fact) => isAbout(fact, requirement));
  const readings = about.filter(({ kind }) => kind === 'lesson-read').map(({ at }) => at);
  const read = readings.length > 0 ? Math.min(...readings) : null;
  const passes = about.filter(({ kind }) => kind === 'quiz-passed');
  const deeds = about.filter((fact) => isDeed(fact));
  const attended = about.filter(({ kind }) => kind === 'attended');
  const times = (requirement.kind === 'activity' && requirement.times) || null;
  const periods = [
    ...(read === null ? [] : onceRead(periodsOfPasses(passes, terms), read)),
    ...periodsOfDeeds(deeds, terms),
    ...(times === null ? [] : periodsOfMany(attended, times, terms)),
    ...about.flatMap((fact) => until(fact, terms)),
  ].filter(({ from, until }) => from < until);
  return {
    requirement,
    terms,
    periods,
    met: spansOf(periods.map(({ from, until }) => ({ from, to: until }))),
    holding: spansOf(periods.map(({ from, holds }) => ({ from, to: holds }))),
    facts: about
      .map(({ id, kind, at }) => ({ id, kind, at }))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    read,
    counted: times === null ? null : { times, each: attended.map(({ at }) => spanOf(at, terms)) },
  };
}

function isAbout(fact: Fact, asked: Requirement): boolean {
  switch (fact.kind) {
    case 'lesson-read':
    case 'quiz-passed':
      return asked.kind === 'module' && fact.details.module === asked.module;
    case 'evidence-approved':
    case 'requirement-waived':
      return fact.details.requirement === asked.id;
    case 'session-led':
      return asked.kind === 'activity' && asked.activity === 'threat-modelling';
    case 'mentored':
      return asked.kind === 'activity' && asked.activity === 'mentored' && fact.details.belt === asked.belt;
    case 'attended':
      return asked.kind === 'activity' && asked.activity === 'attendance';
    case 'presented':
    case 'fix-verified':
    case 'near-miss-reported':
    case 'thanked':
    case 'awarded':
    case 'design-find':
      return false;
  }
}

/** It counts for as long as the rules say, from when it happened. */
const isDeed = (fact: Fact): boolean =>
  fact.kind === 'session-led' ||
  fact.kind === 'mentored' ||
  (fact.kind === 'evidence-approved' && fact.details.until === null);

/** A pass counts for a module once its lesson was read, too. */
const onceRead = (periods: Period[], read: number): Period[] =>
  periods.map((period) => ({ ...period, from: Math.max(period.from, read) }));

/** What brings its own end: outside evidence, with days of grace to renew it; and a waiver, which ends on its day. */
function until(fact: Fact, { graceDays, zone }: Terms): Period[] {
  if (fact.kind === 'requirement-waived')
    return [{ from: fact.at, until: fact.details.until, holds: fact.details.until, by: fact.id }];
  if (fact.kind !== 'evidence-approved' || fact.details.until === null) return [];
  const ends = fact.details.until;
  return [{ from: fact.at, until: ends, holds: daysAfter(ends, graceDays, zone), by: fact.id }];
}
