/** The same pages with many times the data: a place that a company grows into must not grow slow with it. */
import { type Child, startApp } from './child.ts';
import type { Places, Size } from './data.ts';
import { fill } from './fill.ts';
import { type Pace, sideBySide, type Target } from './measure.ts';
import { anew, demandingPages, pages, type Scenario } from './scenarios.ts';
import { signIn } from './session.ts';

export type Growth = {
  times: number;
  fill_s: number;
  cold_start_ms: number;
  pages: { name: string; cpu_ms: number; cpu_ms_before: number; cost: number; time: number }[];
};

/** `cost` is CPU, `time` the time a request takes under load, each as a multiple of what it is with little data. */
export async function growth(
  small: Target,
  places: Places,
  database: string,
  { size, times, pace }: { size: Size; times: number; pace: Pace },
): Promise<Growth> {
  const began = performance.now();
  const large = { postmortems: size.postmortems * times, actionItems: size.actionItems * times };
  const largePlaces = await fill(database, large);
  const filled = performance.now() - began;
  const child: Child = await startApp(database);
  try {
    const big: Target = { child, cookie: await signIn(child.origin) };
    // Made anew each time: what is answered from memory costs the same however much there is.
    const before = [...pages(places), ...demandingPages].map(anew);
    const after = [...pages(largePlaces), ...demandingPages].map(anew);
    const rows: Growth['pages'] = [];
    for (const [at, scenario] of after.entries()) {
      const pair: [Scenario, Scenario] = [scenario, before[at]!];
      const { first, second, ratio, cpuRatio } = await sideBySide(big, small, pair, pace);
      const [cpu_ms, cpu_ms_before] = [first.cpuMs, second.cpuMs];
      rows.push({ name: scenario.name, cpu_ms, cpu_ms_before, cost: cpuRatio, time: 1 / ratio });
    }
    return { times, fill_s: filled / 1000, cold_start_ms: child.openedAfter, pages: rows };
  } finally {
    await child.stop();
  }
}
