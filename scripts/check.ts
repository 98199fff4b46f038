/** Everything the house holds itself to, in one command. Every step runs, even after one has failed. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';

import { chromiumProgram } from '../test/support/chromium.ts';
import { postgresPrograms } from '../test/support/postgres.ts';
import { command } from './check/command.ts';
import { lockfile } from './check/lockfile.ts';
import { report, type Step } from './check/report.ts';
import { tests } from './check/tests.ts';

const formatted = ['**/*.{ts,tsx,mjs,css,json}'];
const script = (name: string, ...args: string[]) => command('node', 'scripts/run.mjs', name, ...args);
const onlyIf = (there: unknown, missing: string, step: Step['run']): Step['run'] =>
  there ? step : async () => ({ passed: 0, failed: 0, skipped: 1, output: '', why: missing });

/** What tests ask the built app waits for it here: two that find none would both build it, into the same folder. */
const after = 'build';

const steps: Step[] = [
  { name: 'build', run: command('remix', 'vite:build', '--logLevel', 'warn') },
  { name: 'format', run: command('prettier', '--check', '--log-level', 'warn', ...formatted) },
  { name: 'lint', run: command('oxlint', '--type-aware', '--deny-warnings') },
  { name: 'types', run: command('tsc', '--noEmit') },
  { name: 'boundaries', run: command('depcruise', 'app', 'db', 'scripts', 'test') },
  { name: 'dead code', run: command('knip', '--no-progress') },
  {
    name: 'content',
    run: onlyIf(existsSync('scripts/content-check.ts'), 'there is no content yet', script('content-check')),
  },
  { name: 'migrations', run: script('generate-migrations', '--check') },
  { name: 'lockfile', run: lockfile },
  // The longest first, for the others to run beside it.
  {
    name: 'tests in the browser',
    run: onlyIf(chromiumProgram(), 'there is no Chromium here', tests('browser')),
    after,
  },
  {
    name: 'tests on PostgreSQL',
    run: onlyIf(postgresPrograms(), 'PostgreSQL is not installed here', tests('postgresql')),
    after,
  },
  { name: 'tests on SQLite', run: tests('sqlite'), after },
  { name: 'tests of rules', run: tests('rules') },
];

// Two at a time: with its processes, a step of tests keeps little more than one core busy.
process.exitCode = (await report(steps, Math.min(2, availableParallelism()))) ? 0 : 1;
