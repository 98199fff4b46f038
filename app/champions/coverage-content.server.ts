import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { type CoverageContent, readCoverage } from './coverage-content.ts';

const file = 'content/coverage.json';

/** The file of policies with what is wrong with it; for `npm run content:check`. */
export const coverageFile = () => ({ file, read: readCoverage(readFileSync(resolve(file), 'utf8')) });

let known: CoverageContent | undefined;

/** What coverage is held against here. Read once, and anew on every call in development. */
export function coveragePolicies(): CoverageContent {
  if (known && process.env.NODE_ENV === 'production') return known;
  const { read } = coverageFile();
  if ('faults' in read)
    throw new Error(
      `${file}:${read.faults[0]!.line}: ${read.faults[0]!.text} npm run content:check says more.`,
    );
  known = read.policies;
  return known;
}
