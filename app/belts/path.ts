import type { Fact } from '#app/facts/fact.ts';
import { paths } from '#app/paths.ts';
import { day } from '#app/ui/time.ts';

import type { State as EvidenceState } from './evidence.ts';
import type { NextStep } from './next-step.ts';
import type { BeltState } from './belt-state.ts';
import type { RequirementStanding } from './standing.ts';

/** A requirement as the way shows it. */
export type PathRequirement = {
  id: string;
  words: string;
  help: string;
  state: RequirementStanding['state'];
  from: number | null;
  until: number | null;
  /** how it was met last */
  by: 'passed' | 'approved' | 'led' | 'mentored' | 'waived' | 'attended' | null;
  /** of meetings: how many count now, of how many that are asked for */
  counted: RequirementStanding['counted'];
  next: NextStep | null;
  /** what waits for others, or to be gone on with */
  underWay: { is: 'evidence'; id: string; state: EvidenceState } | { is: 'session'; id: string } | null;
  /** what prepares for it */
  lessons: { key: string; title: string; minutes: number }[];
};

/** A belt as the way shows it. */
export type PathBelt = {
  key: string;
  name: string;
  about: string;
  state: BeltState;
  since: number | null;
  until: number | null;
  lapsesAt: number | null;
  /** names of the belts before it that are not held */
  restsOn: string[];
  promotion: { id: string; earnedAt: number } | null;
  requirements: PathRequirement[];
};

/** A belt somebody earned, by its key, that content/belts.json has no more. */
export type PastBelt = { id: string; belt: string; earnedAt: number };

const ways: Partial<Record<Fact['kind'], PathRequirement['by']>> = {
  'quiz-passed': 'passed',
  'evidence-approved': 'approved',
  'session-led': 'led',
  mentored: 'mentored',
  attended: 'attended',
  'requirement-waived': 'waived',
};

/** How a requirement was met, of the facts it rests on the latest; null when it never was. */
export const whoIsShown = (by: RequirementStanding['by'], until: number | null): PathRequirement['by'] => {
  const facts = by.filter(({ kind }) => kind !== 'lesson-read');
  if (facts.length === 0 && until === null) return null;
  return ways[facts.at(-1)?.kind ?? 'lesson-read'] ?? null;
};

/** How far somebody is with a belt. */
export const countMet = ({ requirements }: Pick<PathBelt, 'requirements'>): number =>
  requirements.filter(({ state }) => state !== 'missing' && state !== 'lapsed').length;

/** How a requirement stands, in a line. */
export function requirementWords({ state, from, until, by, counted }: PathRequirement, zone: string): string {
  const on = (at: number | null) => (at === null ? '' : day(at, zone));
  switch (state) {
    case 'missing':
      return counted ? meetingsWords(counted) : 'Still open';
    case 'met':
      if (by === 'waived') return `Waived until ${on(until)}`;
      return until === null ? `Met on ${on(from)}, for good` : `Met, and counts until ${on(until)}`;
    case 'due':
      return by === 'waived' ? `Waived until ${on(until)}` : `Time to renew: it counts until ${on(until)}`;
    case 'grace':
      return `Its time ended on ${on(until)}: renew it now and nothing is interrupted`;
    case 'lapsed':
      return `It counted until ${on(until)}${counted ? `; ${meetingsWords(counted)} count now` : ''}`;
  }
}

const meetingsWords = ({ now, times }: { now: number; times: number }): string =>
  `${now} of ${times} ${times === 1 ? 'meeting' : 'meetings'}`;

/** How a belt stands, in a line; `you` is who reads it. */
export function beltWords(belt: PathBelt, zone: string): string {
  const { state, since, until, lapsesAt, requirements, restsOn } = belt;
  const on = (at: number) => day(at, zone);
  if (state === 'not-yet') {
    const met = countMet(belt);
    const count = `${met} of ${requirements.length} ${requirements.length === 1 ? 'step' : 'steps'}`;
    return met === requirements.length && restsOn.length > 0
      ? `Everything here is done. It is held together with: ${restsOn.join(', ')}.`
      : count;
  }
  if (state === 'lapsed') return `Held until ${on(until!)}, and part of the history for good.`;
  const held = `Held since ${on(since!)}`;
  if (until === null) return `${held}, for good.`;
  if (state === 'grace') return `${held}. To renew by ${on(lapsesAt!)} without a gap.`;
  if (state === 'due') return `${held}. To renew by ${on(until)}.`;
  return `${held}, until ${on(until)}.`;
}

export const beltStateWords: Record<BeltState, string> = {
  'not-yet': 'Ahead',
  held: 'Held',
  due: 'Renew soon',
  grace: 'Renew now',
  lapsed: 'Resting',
};

/** Where the next step is taken, and how that is called. Null where nothing is to be done, or only by waiting. */
export function whereNext({ next, underWay }: PathRequirement): { to: string; words: string } | null {
  if (next === null) return null;
  if (underWay?.is === 'evidence')
    return {
      to: paths.evidence(underWay.id),
      words: underWay.state === 'submitted' ? 'See how its review stands' : 'Go on with your evidence',
    };
  if (underWay?.is === 'session')
    return { to: paths.activity(underWay.id), words: 'See who has confirmed it' };
  switch (next.do) {
    case 'read':
      return { to: paths.module(next.module), words: 'Read the lesson' };
    case 'pass':
      return { to: paths.module(next.module), words: 'Take its questions' };
    case 'show':
      return { to: paths.newEvidence(next.requirement), words: 'Show what you did' };
    case 'lead':
      return { to: paths.newActivity(), words: 'Write down a session you led' };
    case 'mentor':
      return { to: paths.champions(), words: 'See who is on the way' };
    case 'attend':
      return { to: paths.meetings(), words: 'See when the guild meets' };
  }
}

/** The first thing that can be done now; null where all is met, or waits for others. */
export const nextOf = (belts: readonly Pick<PathBelt, 'requirements'>[]): PathRequirement | null =>
  belts
    .flatMap(({ requirements }) => requirements)
    .find((one) => one.next !== null && !isWithOthers(one.underWay)) ?? null;

/** Nothing can be done but wait for them. */
const isWithOthers = (underWay: PathRequirement['underWay']): boolean =>
  underWay !== null && (underWay.is === 'session' || underWay.state === 'submitted');
