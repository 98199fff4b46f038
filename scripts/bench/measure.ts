import autocannon from 'autocannon';

import type { Child } from './child.ts';
import type { Scenario } from './scenarios.ts';

const CONNECTIONS = 16;

/** A server that is asked, by somebody who is signed in there. */
export type Target = { child: Child; cookie: string };

export type Round = { requests: number; rps: number; p50: number; p99: number; cpuMs: number };

/** Asks as fast as answers come, from 16 connections. Refuses figures in which anything was answered otherwise. */
async function round({ child, cookie }: Target, scenario: Scenario, seconds: number): Promise<Round> {
  await scenario.prepare?.(child.origin, cookie, seconds);
  const before = await child.used();
  const result = await autocannon({
    url: child.origin,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, ...scenario.next(child.origin, cookie) }) }],
  });
  const after = await child.used();
  const answers = Object.entries(result.statusCodeStats).map(
    ([status, { count }]) => `${count} of ${status}`,
  );
  const asWanted = result.statusCodeStats[scenario.status]?.count ?? 0;
  if (answers.length > (asWanted > 0 ? 1 : 0) || result.errors > 0)
    throw new Error(`${scenario.name}: ${answers.join(', ') || 'no answer'}, ${result.errors} errors.`);
  return {
    requests: result.requests.total,
    rps: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    // Without an answer it is what was spent on none: the least that one would have cost.
    cpuMs: (after.cpuMs - before.cpuMs) / Math.max(1, result.requests.total),
  };
}

export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** The middle of several rounds, figure by figure. */
export const middleOf = (rounds: Round[]): Round => ({
  requests: rounds.reduce((sum, { requests }) => sum + requests, 0),
  rps: median(rounds.map(({ rps }) => rps)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
  cpuMs: median(rounds.map(({ cpuMs }) => cpuMs)),
});

/** `patient`: a round in which nothing was answered in time counts, as one of no requests. */
export type Pace = { rounds: number; seconds: number; patient?: boolean };

/**
 * Two servers in turn, after a warm-up of both: whatever else the machine does falls on both alike. `ratio` is the
 * middle of the rounds' own ratios, since the two halves of a round lie closest together.
 */
export async function sideBySide(first: Target, second: Target, scenarios: [Scenario, Scenario], pace: Pace) {
  await round(first, scenarios[0], 1);
  await round(second, scenarios[1], 1);
  const rounds: [Round, Round][] = [];
  for (let at = 0; at < pace.rounds; at += 1)
    rounds.push([
      await round(first, scenarios[0], pace.seconds),
      await round(second, scenarios[1], pace.seconds),
    ]);
  if (!pace.patient && rounds.flat().some(({ requests }) => requests === 0))
    throw new Error(`${scenarios[0].name}: no answer within ${pace.seconds} s.`);
  return {
    first: middleOf(rounds.map(([one]) => one)),
    second: middleOf(rounds.map(([, other]) => other)),
    ratio: median(rounds.map(([one, other]) => one.rps / other.rps)),
    cpuRatio: median(rounds.map(([one, other]) => one.cpuMs / other.cpuMs)),
  };
}
