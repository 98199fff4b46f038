/** What somebody is given, from facts and rules alone: neither the order in which facts come nor the clock matters. */
import type { Fact } from '#app/facts/fact.ts';

import { saidBy, vouchersOf } from './rule-facts.ts';
import { AS_DECIDED, type Rule, type Rules } from './rules.ts';
import { dayOf, seasonOf, YEAR } from './season.ts';

/** A time in a squad; `until` null: it goes on. */
export type Membership = { squadId: string; from: number; until: number | null };
export type Person = { personId: string; memberships: readonly Membership[] };
export type By = { rules: Rules; zone: string; seasonMonths: number };

export type Given = {
  rule: string;
  factId: string;
  gives: 'achievement' | 'award' | 'points';
  /** key of the achievement or award; of points, the season they count in */
  what: string;
  points: number;
  squadId: string | null;
  /** when its fact happened, and when that was written down */
  at: number;
  recordedAt: number;
};

type When = { season: string };
/** What was given by a rule, or those it followed: enough to know whether its cap is reached. */
type Counted = When & { fact: Fact };

const inOrder = (a: Fact, b: Fact) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * What somebody is given. Facts are gone through as they were recorded, so that what is given for one rests on those
 * before it alone: whatever is recorded later takes nothing away.
 */
export function given(facts: readonly Fact[], { personId, memberships }: Person, by: By): Given[] {
  const counted = new Map<string, Counted[]>();
  /** whose word was used, and when last */
  const spent = new Map<string, number>();
  const all: Given[] = [];
  for (const fact of [...facts].sort(inOrder)) {
    const day = dayOf(fact.recordedAt, by.zone);
    const when = { season: seasonOf(day.slice(0, 7), by.seasonMonths) };
    const fresh = freshWords(fact, personId, (voucher) => isWithinYear(spent.get(voucher), fact.recordedAt));
    let words = 0;
    for (const rule of by.rules) {
      if (!isAbout(rule, fact, day) || (fresh && (rule.vouched ?? 0) > fresh.length)) continue;
      const soFar = counted.get(rule.line) ?? [];
      if (isReached(rule, soFar, { ...when, fact })) continue;
      const what = whatOf(rule, fact, when, memberships);
      if (!what) continue;
      counted.set(rule.line, [...soFar, { ...when, fact }]);
      words = Math.max(words, rule.vouched ?? 0);
      all.push({ rule: rule.key, factId: fact.id, ...what, at: fact.at, recordedAt: fact.recordedAt });
    }
    for (const voucher of fresh?.slice(0, words) ?? []) spent.set(voucher, fact.recordedAt);
  }
  return all;
}

const isAbout = (rule: Rule, fact: Fact, day: string): boolean =>
  rule.fact === fact.kind &&
  (!rule.from || rule.from <= day) &&
  (!rule.until || day <= rule.until) &&
  Object.entries(rule.where).every(([of, wanted]) => saidBy(fact, of) === wanted);

const isWithinYear = (before: number | undefined, now: number): boolean =>
  before !== undefined && now - before < YEAR;

/** Who vouches and has not for a year; never oneself. Null: nobody's word is needed. */
function freshWords(fact: Fact, personId: string, isSpent: (voucher: string) => boolean): string[] | null {
  const vouchers = vouchersOf(fact);
  if (vouchers === null) return null;
  return [...new Set(vouchers)].filter((id) => id !== personId && !isSpent(id)).sort();
}

function isReached({ cap }: Rule, counted: readonly Counted[], next: Counted): boolean {
  const same = (of: string) => (other: Counted) => saidBy(other.fact, of) === saidBy(next.fact, of);
  const inWindow = counted.filter((one) => {
    if (cap.in === 'season') return one.season === next.season;
    return cap.in === 'ever' || isWithinYear(one.fact.recordedAt, next.fact.recordedAt);
  });
  if (cap.once && inWindow.some(same(cap.once))) return true;
  return (cap.each ? inWindow.filter(same(cap.each)) : inWindow).length >= cap.most;
}

type What = Pick<Given, 'gives' | 'what' | 'points' | 'squadId'>;

/** Null: points of somebody who was in no squad. */
function whatOf(
  { gives }: Rule,
  fact: Fact,
  { season }: When,
  memberships: readonly Membership[],
): What | null {
  const none = { points: 0, squadId: null };
  if ('achievement' in gives) return { gives: 'achievement', what: gives.achievement, ...none };
  if ('award' in gives) {
    const what = gives.award === AS_DECIDED ? saidBy(fact, 'award') : gives.award;
    return what === null ? null : { gives: 'award', what, ...none };
  }
  const squadId = longestAt(memberships, fact.recordedAt);
  return squadId === null ? null : { gives: 'points', what: season, points: gives.points, squadId };
}

/** The squad somebody had belonged to longest at that moment, of those they belonged to then. */
function longestAt(memberships: readonly Membership[], at: number): string | null {
  const [longest] = memberships
    .filter(({ from, until }) => from <= at && (until === null || until > at))
    .sort((a, b) => a.from - b.from || (a.squadId < b.squadId ? -1 : 1));
  return longest?.squadId ?? null;
}
