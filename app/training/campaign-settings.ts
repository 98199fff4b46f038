import { z } from 'zod';

import type { Fault } from '#app/content/fault.ts';
import { readJson } from '#app/content/json.ts';

const descends = (numbers: number[]) => numbers.every((one, at) => at === 0 || one < numbers[at - 1]!);
const ascends = (numbers: number[]) => descends(numbers.toReversed());

const schema = z.strictObject({
  /** days before the last one on which whoever is still asked is reminded */
  remindDaysBefore: z
    .array(z.int().min(1).max(365))
    .max(10)
    .refine(descends, 'The days are in order, the most before the end first: [7, 1].'),
  /** the hour of the day, in the organisation's zone, from which on somebody is told */
  remindAtHour: z.int().min(0).max(23),
  /** where each band of scores begins, in percent; what is below the first is never listed as passed */
  bands: z
    .array(z.int().min(1).max(100))
    .min(1)
    .max(10)
    .refine(ascends, 'The bands are in order, the lowest first: [80, 90, 100].'),
});
export type CampaignSettings = z.output<typeof schema>;

/** Reads content/campaigns.json. Refuses with every fault and its line. */
export function readCampaignSettings(text: string): { settings: CampaignSettings } | { faults: Fault[] } {
  const read = readJson(text, schema);
  return 'faults' in read ? read : { settings: read.value };
}
