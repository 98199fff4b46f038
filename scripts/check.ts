/** Everything the house holds itself to, in one command. Every step runs, even after one has failed. */
import { existsSync } from 'node:fs';

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

const steps: Step[] = [
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
  { name: 'tests of rules', run: tests('rules') },
  { name: 'tests on SQLite', run: tests('sqlite') },
  {
    name: 'tests on PostgreSQL',
    run: onlyIf(postgresPrograms(), 'PostgreSQL is not installed here', tests('postgresql')),
  },
  {
    name: 'tests in the browser',
    run: onlyIf(chromiumProgram(), 'there is no Chromium here', tests('browser')),
  },
];

process.exitCode = (await report(steps)) ? 0 : 1;
