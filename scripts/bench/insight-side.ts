/** The report and the wall in a usual company and in a large one, and what counting the report's months takes in each. */
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import Sqlite from 'better-sqlite3';

import { chance } from './chance.ts';
import { type Child, startApp } from './child.ts';
import { largeCompany, type PeopleSize, type Size, usualCompany } from './data.ts';
import { fill } from './fill.ts';
import { fillInsight, type InsightSize } from './fill-insight.ts';
import { type Pace, sideBySide, type Target } from './measure.ts';
import { anew, insightPages } from './scenarios.ts';
import { signIn } from './session.ts';

type Whole = { company: PeopleSize; size: Size; insight: InsightSize };
type Counting = { ms: number; cpu_ms: number; longest_pause_ms: number };

export type InsightSide = {
  usual: Whole;
  large: Whole;
  fill_s: number;
  pages: { name: string; cpu_ms: number; cpu_ms_usual: number; cost: number; time: number }[];
  /** all thirteen months of every measure, in each */
  counting: { usual: Counting; large: Counting };
};

const usual: Whole = {
  company: usualCompany,
  size: { postmortems: 400, actionItems: 1450 },
  insight: { thanks: 2300, meetings: 72 },
};
const large: Whole = {
  company: largeCompany,
  size: { postmortems: 6000, actionItems: 26_000 },
  insight: { thanks: 42_000, meetings: 72 },
};

/** Fills both in this folder, counts, and measures them side by side. `cost` is CPU as a multiple of the usual company's. */
export async function insightSide(folder: string, pace: Pace): Promise<InsightSide> {
  const began = performance.now();
  const [usualFile, largeFile] = [join(folder, 'usual-insight.db'), join(folder, 'large-insight.db')];
  await fillWhole(usualFile, usual);
  await fillWhole(largeFile, large);
  const fill_s = (performance.now() - began) / 1000;
  const counting = { usual: countIn(usualFile), large: countIn(largeFile) };
  const children: Child[] = [];
  const opened = async (file: string): Promise<Target> => {
    const child = await startApp(file);
    children.push(child);
    await settled(child);
    return { child, cookie: await signIn(child.origin) };
  };
  try {
    const [small, big] = [await opened(usualFile), await opened(largeFile)];
    const pages: InsightSide['pages'] = [];
    for (const page of insightPages) {
      const { first, second, ratio, cpuRatio } = await sideBySide(big, small, [anew(page), anew(page)], pace);
      const [cpu_ms, cpu_ms_usual] = [first.cpuMs, second.cpuMs];
      pages.push({ name: page.name, cpu_ms, cpu_ms_usual, cost: cpuRatio, time: 1 / ratio });
    }
    return { usual, large, fill_s, pages, counting };
  } finally {
    for (const child of children) await child.stop();
  }
}

async function fillWhole(file: string, { company, size, insight }: Whole): Promise<void> {
  await fill(file, size, company);
  const db = new Sqlite(file);
  try {
    db.pragma('synchronous = OFF');
    db.transaction(() => fillInsight(db, chance(20_261_102), insight))();
    db.exec('analyze');
  } finally {
    db.close();
  }
}

function countIn(file: string): Counting {
  const out = execFileSync(process.execPath, [join(import.meta.dirname, 'count-figures.ts')], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      LOG: 'off',
      DATABASE_URL: `file:${resolve(file)}`,
    },
    encoding: 'utf8',
  });
  return JSON.parse(out) as Counting;
}

const PATIENCE_S = 60;
const IDLE_MS = 30;

/** Waits until what a house does on its first day is done: a second in which it does next to nothing. */
async function settled(child: Child): Promise<void> {
  for (let at = 0; at < PATIENCE_S; at += 1) {
    const before = (await child.used()).cpuMs;
    await pause(1000);
    if ((await child.used()).cpuMs - before < IDLE_MS) return;
  }
}
