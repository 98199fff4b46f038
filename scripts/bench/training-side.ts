/** Training with few attempts behind it and with many; and deadline day, when everybody answers at once. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import autocannon from 'autocannon';

import { type Child, startApp } from './child.ts';
import { fill } from './fill.ts';
import { type Answering, type Filled, fillTraining } from './fill-training.ts';
import { type Pace, sideBySide, type Target } from './measure.ts';
import { anew, type Asked, type Scenario } from './scenarios.ts';
import { FORM } from './session.ts';

export type TrainingSide = {
  attempts: { few: number; many: number };
  fill_s: number;
  pages: { name: string; cpu_ms: number; cpu_ms_few: number; cost: number; time: number }[];
  deadline_day: DeadlineDay;
};
export type DeadlineDay = {
  connections: number;
  seconds: number;
  requests: number;
  rps: number;
  /** answers that were not taken */
  refused: number;
  /** connections that broke, and answers that did not come within ten seconds */
  errors: number;
  p50_ms: number;
  p99_ms: number;
};

const attempts = { few: 9000, many: 900_000 };
const CONNECTIONS = 200;
/** for the recurring work that begins with the process */
const SETTLING_MS = 10_000;
const others = { postmortems: 100, actionItems: 200 };

/** Fills both in this folder and measures them side by side; `cost` is CPU as a multiple of that with few attempts. */
export async function trainingSide(
  folder: string,
  pace: Pace,
  deadlineSeconds: number,
): Promise<TrainingSide> {
  const began = performance.now();
  const children: Child[] = [];
  const opened = async (name: string, count: number): Promise<[Target, Filled]> => {
    const file = join(folder, `${name}.db`);
    await fill(file, others);
    const filled = fillTraining(file, count, CONNECTIONS);
    const child = await startApp(file);
    children.push(child);
    return [{ child, cookie: filled.viewer.cookie }, filled];
  };
  try {
    const [few, fewFilled] = await opened('few-attempts', attempts.few);
    const [many, manyFilled] = await opened('many-attempts', attempts.many);
    const fill_s = (performance.now() - began) / 1000;
    await pause(SETTLING_MS);
    const deadline_day = await deadlineDay(many.child, manyFilled, deadlineSeconds);
    const pages: TrainingSide['pages'] = [];
    for (const [at, scenario] of scenarios(manyFilled).entries()) {
      const pair: [Scenario, Scenario] = [scenario, scenarios(fewFilled)[at]!];
      const { first, second, ratio, cpuRatio } = await sideBySide(many, few, pair, pace);
      const [cpu_ms, cpu_ms_few] = [first.cpuMs, second.cpuMs];
      pages.push({ name: scenario.name, cpu_ms, cpu_ms_few, cost: cpuRatio, time: 1 / ratio });
    }
    return { attempts, fill_s, pages, deadline_day };
  } finally {
    for (const child of children) await child.stop();
  }
}

const get = (name: string, path: string): Scenario => ({
  name,
  status: 200,
  next: (_, cookie) => ({ method: 'GET', path, headers: { Cookie: cookie } }),
});

const scenarios = ({ module, viewer, questions }: Filled): Scenario[] => [
  anew(get('a module', `/training/${module}`)),
  anew(get('a question', `/attempts/${viewer.attempt}/questions/1`)),
  answering([viewer], questions),
  anew(get('the belt path', '/belts')),
];

/** An answer to one question after the other, by one person after the other. */
function answering(people: Answering[], questions: number): Scenario {
  let sent = 0;
  return {
    name: 'an answer',
    status: 303,
    next(origin): Asked {
      const at = sent++;
      const { cookie, attempt } = people[at % people.length]!;
      const number = 1 + (Math.floor(at / people.length) % questions);
      return {
        method: 'POST',
        path: `/attempts/${attempt}/questions/${number}`,
        headers: { Cookie: cookie, Origin: origin, 'Content-Type': FORM },
        body: `choice=${at % 3}`,
      };
    },
  };
}

/** So many people at once, each answer as soon as the one before was taken. */
async function deadlineDay(
  child: Child,
  { answering: people, questions }: Filled,
  seconds: number,
): Promise<DeadlineDay> {
  const scenario = answering(people, questions);
  const result = await autocannon({
    url: child.origin,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, ...scenario.next(child.origin, '') }) }],
  });
  const { count: taken } = result.statusCodeStats[scenario.status] ?? { count: 0 };
  return {
    connections: CONNECTIONS,
    seconds,
    requests: result.requests.total,
    rps: result.requests.total / result.duration,
    refused: Object.values(result.statusCodeStats).reduce((sum, { count }) => sum + count, 0) - taken,
    errors: result.errors,
    p50_ms: result.latency.p50,
    p99_ms: result.latency.p99,
  };
}
