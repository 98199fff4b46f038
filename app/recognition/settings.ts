import { z } from 'zod';

import { FEWEST } from '#app/accounts/fewest.ts';
import type { Fault } from '#app/content/fault.ts';
import { readJson } from '#app/content/json.ts';

const schema = z.strictObject({
  /** how long a season is; the first of a year begins in January */
  seasonMonths: z.union([1, 2, 3, 4, 6, 12].map((months) => z.literal(months))),
  /** how many thanks somebody may give in a month; the database keeps to five */
  thanksAMonth: z.int().min(1).max(5),
  /** below so many people there is no number; more is fine, fewer would point at somebody */
  leastPeople: z.int().min(FEWEST).max(50),
  /** what a squad may begin with that has no season behind it to go by, in points */
  firstTarget: z.int().min(1).max(1000),
});
export type Settings = z.output<typeof schema>;

/** Reads content/recognition/settings.json, or says every fault with its line. */
export function readSettings(text: string): { settings: Settings } | { faults: Fault[] } {
  const read = readJson(text, schema);
  return 'faults' in read ? read : { settings: read.value };
}
