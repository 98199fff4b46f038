/** bench [--quick] [--times N] [--json FILE]: the app beside a floor, in figures. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { buildIfStale } from './build.ts';

const usage = `Usage: npm run bench -- [--quick] [--times N] [--json FILE]
  --quick      fewer and shorter rounds, and no growth: under a minute
  --times N    growth is measured at N times the data (20; 1: not at all)
  --json FILE  the figures as JSON too`;

/** Exit codes: 1 it could not measure, 2 the command was not understood. */
function given() {
  try {
    const { values } = parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        times: { type: 'string' },
        json: { type: 'string' },
      },
    });
    const times = Number(values.times ?? (values.quick ? 1 : 20));
    if (!Number.isInteger(times) || times < 1) throw new Error('--times is a whole number from 1 on.');
    return { ...values, times };
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exit(2);
  }
}

const { quick, times, json } = given();

try {
  // Whatever the environment says of a database, the benchmark has its own.
  process.env.DATABASE_URL = 'file:none';
  buildIfStale();
  const { run } = await import('./bench/run.ts');
  const { inTables } = await import('./bench/report.ts');
  const report = await run({
    size: { postmortems: 2000, actionItems: 10_000 },
    rounds: quick ? 2 : 4,
    seconds: quick ? 1 : 2,
    times,
    tell: (line) => console.error(line),
  });
  console.log(`\n${inTables(report)}\n`);
  if (json) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exit(1);
}
