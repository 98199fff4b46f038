import type { Fact } from '#app/facts/fact.ts';

import { type BeltState, isHeld } from './belt-state.ts';
import { type NextStep, nextStep } from './next-step.ts';
import { dueFrom } from './period.ts';
import type { Requirement, Rules } from './rules.ts';
import { type Shown, shownFor } from './shown.ts';
import { type Span, together } from './span.ts';

/** How somebody stands with a requirement at a moment. All times are epoch ms; null: never. */
export type RequirementStanding = {
  requirement: Requirement;
  state: 'missing' | 'met' | 'due' | 'grace' | 'lapsed';
  /** since when it has been met without interruption; of what lapsed: since when it had been */
  from: number | null;
  /** until when it is met, or was */
  until: number | null;
  /** the facts it rests on */
  by: { id: string; kind: Fact['kind']; at: number }[];
  /** of meetings: how many count now, of how many that are asked for; null of anything else */
  counted: { now: number; times: number } | null;
  /** what to do for it; null while it is met */
  next: NextStep | null;
};

export type BeltStanding = {
  belt: string;
  state: BeltState;
  /** since when it has been held without interruption; of a lapsed one: since when it had been */
  since: number | null;
  /** until when all it rests on is met; of a lapsed one: when it lapsed. Null: never, or not yet held */
  until: number | null;
  /** when it lapses if nothing is done: the days of grace are over then */
  lapsesAt: number | null;
  /** when it was held for the first time */
  earnedAt: number | null;
  /** when it becomes another by time alone; null: never */
  changesAt: number | null;
  /** the belts before it that are not held, so that this one is not either */
  restsOn: string[];
  /** what it asks for itself */
  requirements: RequirementStanding[];
};

/** The belts from the first to the last, and the highest that is held. */
export type Standing = { belts: BeltStanding[]; highest: string | null };

/** The moment that is asked about (epoch ms), and the zone whose calendar counts (an IANA name). */
export type When = { now: number; zone: string };

/**
 * How somebody stands: from what happened and the rules alone, and the same whatever order the facts come in. A belt is
 * held while each of its requirements and of those of the belts before it is met. What lies in the future counts for
 * nothing.
 */
export function standing(facts: readonly Fact[], rules: Rules, { now, zone }: When): Standing {
  const known = facts.filter(({ at }) => at <= now);
  const before = shownFor(known, rules, zone);
  const shownAt = (at: number) =>
    facts.length > known.length
      ? shownFor(
          facts.filter((fact) => fact.at <= at),
          rules,
          zone,
        )
      : before;
  const is = beltsAt(before, rules, { now, zone });
  const turns = turningPoints(facts, shownAt(Infinity), { now, zone });
  const waiting = new Set(is.map((_, nth) => nth));
  const changes = is.map((): number | null => null);
  for (const turn of turns) {
    if (waiting.size === 0) break;
    const then = beltsAt(shownAt(turn), rules, { now: turn, zone });
    for (const nth of waiting) {
      if (seen(is[nth]!) === seen(then[nth]!)) continue;
      changes[nth] = turn;
      waiting.delete(nth);
    }
  }
  const belts = is.map((belt, nth) => ({ ...belt, changesAt: changes[nth]! }));
  return { belts, highest: belts.findLast(({ state }) => isHeld(state))?.belt ?? null };
}

/** When anything could become another by time alone, soonest first. */
function turningPoints(facts: readonly Fact[], shown: Shown[], { now }: When): number[] {
  const points = new Set(facts.map(({ at }) => at));
  for (const { periods, terms } of shown)
    for (const { from, until, holds } of periods) {
      for (const at of [from, until, holds]) points.add(at);
      if (until > now) points.add(dueFrom(until, terms));
    }
  return [...points].filter((at) => at > now && Number.isFinite(at)).sort((a, b) => a - b);
}

/** What of a belt's standing is seen: when this differs, the belt has become another. */
const seen = ({ state, since, until, restsOn, requirements }: Omit<BeltStanding, 'changesAt'>): string =>
  JSON.stringify([state, since, until, restsOn, requirements.map((one) => [one.state, one.from, one.until])]);

function beltsAt(shown: Shown[], rules: Rules, { now }: When): Omit<BeltStanding, 'changesAt'>[] {
  const held: string[] = [];
  const soFar: RequirementStanding[] = [];
  let runs: Span[] = [{ from: -Infinity, to: Infinity }];
  return rules.belts.map(({ key }, nth) => {
    const own = shown.filter(({ belt }) => belt === key);
    const stands = own.map((one) => requirementAt(one, now));
    soFar.push(...stands);
    runs = own.reduce((so, { holding }) => together(so, holding), runs);
    const begun = runs.filter(({ from }) => from <= now);
    const last = begun.at(-1);
    const holds = last !== undefined && now < last.to;
    const restsOn = rules.belts.slice(0, nth).flatMap((belt) => (held.includes(belt.key) ? [] : [belt.key]));
    if (holds) held.push(key);
    const until = holds ? Math.min(...soFar.map((one) => one.until ?? Infinity)) : (last?.to ?? Infinity);
    return {
      belt: key,
      state: holds ? worst(soFar.map((one) => one.state)) : last ? 'lapsed' : 'not-yet',
      since: last?.from ?? null,
      until: finite(until),
      lapsesAt: holds ? finite(last.to) : null,
      earnedAt: begun[0]?.from ?? null,
      restsOn,
      requirements: stands,
    };
  });
}

const finite = (at: number): number | null => (Number.isFinite(at) ? at : null);

const worst = (states: RequirementStanding['state'][]): BeltState =>
  (['grace', 'due'] as const).find((state) => states.includes(state)) ?? 'held';

function requirementAt(shown: Shown, now: number): RequirementStanding {
  const { requirement, periods, met, holding, terms, facts, read, counted } = shown;
  const run = holding.findLast(({ from }) => from <= now);
  const until = met.findLast(({ from }) => from <= now)?.to ?? -Infinity;
  const state = !run
    ? 'missing'
    : now >= run.to
      ? 'lapsed'
      : now >= until
        ? 'grace'
        : now >= dueFrom(until, terms)
          ? 'due'
          : 'met';
  const by = new Set(periods.filter((period) => period.until === until).map((period) => period.by));
  return {
    requirement,
    state,
    from: run?.from ?? null,
    until: finite(until),
    by: facts.filter(({ id, kind }) => by.has(id) || kind === 'lesson-read'),
    counted: counted && {
      now: counted.each.filter(({ from, to }) => from <= now && now < to).length,
      times: counted.times,
    },
    next: nextStep(requirement, state, { read }),
  };
}
