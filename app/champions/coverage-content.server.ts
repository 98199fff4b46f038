import { once, textOf, whole } from '#app/content/kept.server.ts';

import { type CoverageContent, readCoverage } from './coverage-content.ts';

const file = 'content/coverage.json';

/** The file of policies with what is wrong with it; for `npm run content:check`. */
export const coverageFile = () => ({ file, read: readCoverage(textOf(file)) });

/** What coverage is held against here. Throws where the file cannot be read. */
export const coveragePolicies = once((): CoverageContent => whole(file, readCoverage(textOf(file))).policies);
