import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

import { firstLoad, navigation } from './bytes.ts';
import { type Child, startApp, startFloor } from './child.ts';
import { type Places, READER, type Size } from './data.ts';
import { fill } from './fill.ts';
import { type Growth, growth } from './growth.ts';
import { guildSide } from './guild-side.ts';
import { insightSide } from './insight-side.ts';
import { median, type Pace, sideBySide, type Target } from './measure.ts';
import { peopleSide } from './people-side.ts';
import type { Report, Result } from './report.ts';
import { compare, entriesIn } from './same.ts';
import { anew, pages, type Scenario, signingIn, write } from './scenarios.ts';
import { signIn } from './session.ts';
import { trainingSide } from './training-side.ts';
import { unchanged } from './unchanged.ts';

/** how long everybody answers at once */
const DEADLINE_S = 60;

export type Plan = Pace & { size: Size; times: number; tell(line: string): void };

/** Everything the benchmark does, in a folder of its own that is gone afterwards. */
export async function run(plan: Plan): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-bench-'));
  const children: Child[] = [];
  const started = async (child: Promise<Child>) => {
    children.push(await child);
    return child;
  };
  const opened = async (child: Child): Promise<Target> => ({ child, cookie: await signIn(child.origin) });
  try {
    plan.tell(`Filling ${plan.size.postmortems} postmortems and ${plan.size.actionItems} action items …`);
    const [mine, floors] = [join(folder, 'app.db'), join(folder, 'floor.db')];
    const places = await fill(mine, plan.size);
    cpSync(mine, floors);

    const coldStarts = await coldStartsOf(mine);
    const app = await opened(await started(startApp(mine)));
    const floor = await opened(await started(startFloor(floors)));
    const differences = await compare(app, floor, places, mine);

    const results = await measureAll(app, floor, places, [mine, floors], plan);
    const memory = { app_mb: (await app.child.used()).rssMb, floor_mb: (await floor.child.used()).rssMb };
    const grown = plan.times > 1 ? await growthIn(folder, app, places, plan) : null;
    const people = plan.times > 1 ? await peopleIn(folder, plan) : null;
    const training = plan.times > 1 ? await trainingIn(folder, plan) : null;
    const guild = plan.times > 1 ? await guildIn(folder, plan) : null;
    const insight = plan.times > 1 ? await insightIn(folder, plan) : null;
    const [first, second] = pages(places).map((page) => page.next('', '').path) as [string, string];
    return {
      results,
      at: new Date().toISOString(),
      machine: `${cpus().length} × ${cpus()[0]?.model.trim() || process.arch}, ${process.platform}, Node ${process.version}`,
      size: plan.size,
      rounds: plan.rounds,
      seconds: plan.seconds,
      differences,
      memory,
      cold_start_ms: median(coldStarts),
      bytes: {
        first_load: await firstLoad(app, first),
        navigation_list: await navigation(app, first),
        navigation_postmortem: await navigation(app, second),
      },
      growth: grown,
      people,
      training,
      guild,
      insight,
    };
  } finally {
    for (const child of children) await child.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Three starts of the app in a row. */
async function coldStartsOf(database: string): Promise<number[]> {
  const starts: number[] = [];
  for (let at = 0; at < 3; at += 1) {
    const child = await startApp(database);
    starts.push(child.openedAfter);
    await child.stop();
  }
  return starts;
}

async function growthIn(folder: string, app: Target, places: Places, plan: Plan): Promise<Growth> {
  plan.tell(`Filling ${plan.times} times as much …`);
  const pace = { rounds: Math.min(plan.rounds, 3), seconds: 1, patient: true };
  return growth(app, places, join(folder, 'large.db'), { ...plan, pace });
}

function peopleIn(folder: string, plan: Plan) {
  plan.tell('Filling the people side of two companies …');
  return peopleSide(folder, { rounds: Math.min(plan.rounds, 3), seconds: 1 });
}

function trainingIn(folder: string, plan: Plan) {
  plan.tell('Filling years of training …');
  return trainingSide(folder, { rounds: Math.min(plan.rounds, 3), seconds: 1 }, DEADLINE_S);
}

function guildIn(folder: string, plan: Plan) {
  plan.tell('Opening a meeting in a hundred places …');
  return guildSide(folder);
}

function insightIn(folder: string, plan: Plan) {
  plan.tell('Filling what two companies achieved …');
  return insightSide(folder, { rounds: Math.min(plan.rounds, 3), seconds: 1 });
}

async function measureAll(
  app: Target,
  floor: Target,
  places: Places,
  [mine, floors]: [string, string],
  plan: Plan,
): Promise<Result[]> {
  const results: Result[] = [];
  const measure = async (
    scenario: Scenario,
    onFloor = scenario,
    pace: Pace = plan,
    by: { app: Target; floor: Target } = { app, floor },
  ) => {
    plan.tell(`Measuring ${scenario.name} …`);
    const { first, second, ratio } = await sideBySide(by.app, by.floor, [scenario, onFloor], pace);
    results.push({
      name: scenario.name,
      rps: first.rps,
      floor_rps: second.rps,
      p50_ms: first.p50,
      p99_ms: first.p99,
      cpu_ms: first.cpuMs,
      floor_cpu_ms: second.cpuMs,
      ratio,
    });
    return [first, second] as const;
  };

  const [list, ...others] = pages(places) as [Scenario, ...Scenario[]];
  for (const page of [list, ...others]) {
    await measure(page);
    await measure(anew(page), page);
  }

  const before = [entriesIn(mine), entriesIn(floors)];
  const written = await measure(write(places));
  for (const [at, file] of [mine, floors].entries()) {
    const kept = entriesIn(file) - before[at]!;
    if (kept < written[at]!.requests)
      throw new Error(`Of ${written[at]!.requests} entries that were acknowledged, ${kept} are in the file.`);
  }

  const reader = async ({ child }: Target) => ({ child, cookie: await signIn(child.origin, READER) });
  const readers = { app: await reader(app), floor: await reader(floor) };
  await measure(unchanged(list), list, plan, readers);
  // A password is checked slowly on purpose: fewer rounds, and longer ones.
  const signIns = signingIn();
  await measure(signIns, signIns, { rounds: Math.min(plan.rounds, 3), seconds: plan.seconds + 1 });
  return results;
}
