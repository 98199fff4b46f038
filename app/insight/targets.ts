import { z } from 'zod';

import type { Fault } from '#app/content/fault.ts';
import { readJson } from '#app/content/json.ts';

const percent = z.int().min(1).max(100);
/** where the number comes from, for whoever wonders */
const source = z.string().trim().max(400).default('');
const share = z.strictObject({ atLeast: percent, source }).optional();

/** What the figures are held against, as content/report.json states it. What is left out has no target. */
const targetsSchema = z.strictObject({
  coverage: share,
  attendance: share,
  'verified-in-time': share,
  'incident-to-lesson': z.strictObject({ atMostDays: z.int().min(1).max(1000), source }).optional(),
  'open-items': z
    .strictObject({ criticals: z.int().min(0).max(1000), highs: z.int().min(0).max(1000), source })
    .optional(),
});
export type Targets = z.output<typeof targetsSchema>;

/** Reads content/report.json: the targets, or what is wrong with it and in which line. */
export function readTargets(text: string): { targets: Targets } | { faults: Fault[] } {
  const read = readJson(text, targetsSchema);
  return 'faults' in read ? read : { targets: read.value };
}
