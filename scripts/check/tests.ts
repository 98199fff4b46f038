import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ended } from './command.ts';
import type { Outcome } from './report.ts';

type Counted = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** A step that runs one of vitest's projects and counts its tests. */
export const tests = (project: string) => async (): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-check-'));
  try {
    const file = join(folder, 'tests.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { ok, output } = await ended('vitest', ['run', '--project', project, ...reporters]);
    return { ...countIn(file, ok), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A file that could not even be read counts as one failed test, and so does a run that failed for another reason. */
function countIn(file: string, ok: boolean): Omit<Outcome, 'output'> {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const counted = JSON.parse(readFileSync(file, 'utf8')) as Counted;
  const unread = counted.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = counted.numFailedTests + unread;
  return {
    passed: counted.numPassedTests,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: counted.numPendingTests + counted.numTodoTests,
  };
}
