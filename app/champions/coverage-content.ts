import { z } from 'zod';

import type { Fault } from '#app/content/fault.ts';
import { readJson } from '#app/content/json.ts';

const on = z.boolean().default(true);
const words = z.string().trim().min(1).max(80);
const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'Write a key in small letters, digits and hyphens.');
const champions = z.int().min(1).max(10_000);

/** The policies as content/coverage.json states them; each can be switched off by `"on": false`. */
export const coverageSchema = z.strictObject({
  'per-squad': z.strictObject({ on }),
  'per-developers': z.strictObject({
    on,
    developers: z.int().min(1).max(1000),
    /** where the number comes from, for whoever wonders */
    source: z.string().trim().max(400).default(''),
  }),
  specialisms: z
    .array(z.strictObject({ on, key, words, least: champions }))
    .max(50)
    .refine((all) => new Set(all.map((one) => one.key)).size === all.length, 'Two specialisms share a key.'),
});
export type CoverageContent = z.output<typeof coverageSchema>;

/** Reads content/coverage.json: the policies, or what is wrong with it and in which line. */
export function readCoverage(text: string): { policies: CoverageContent } | { faults: Fault[] } {
  const read = readJson(text, coverageSchema);
  return 'faults' in read ? read : { policies: read.value };
}
