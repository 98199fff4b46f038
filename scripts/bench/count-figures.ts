/** Counts all months of the report once, in a process of its own on DATABASE_URL, and prints what that took as JSON. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

import { LAST_DAY } from './data.ts';

const { countFigures } = await import('../../app/insight/figures.server.ts');
const { db } = await import('../../db/database.server.ts');

const pauses = monitorEventLoopDelay({ resolution: 1 });
pauses.enable();
const [began, before] = [performance.now(), process.cpuUsage()];
await countFigures(LAST_DAY);
const ms = performance.now() - began;
const { user, system } = process.cpuUsage(before);
pauses.disable();
// The page tells the months up to today.
await countFigures(Date.now());
await db.close();
process.stdout.write(
  JSON.stringify({ ms, cpu_ms: (user + system) / 1000, longest_pause_ms: pauses.max / 1e6 }),
);
