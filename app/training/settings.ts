import { z } from 'zod';

import type { Fault } from '#app/content/fault.ts';
import { readJson } from '#app/content/json.ts';

const schema = z.strictObject({
  /** percent of the questions to be answered rightly */
  passMark: z.int().min(1).max(100),
  /** how many of a bank an assessed attempt asks */
  questions: z.int().min(1).max(50),
  /** hours after an assessed attempt before the next */
  retakeHours: z
    .int()
    .min(0)
    .max(24 * 90),
  /** days an attempt takes answers */
  openDays: z.int().min(1).max(90),
});
export type TrainingSettings = z.output<typeof schema>;

/** Reads content/training/training.json. Refuses with every fault and its line. */
export function readSettings(text: string): { settings: TrainingSettings } | { faults: Fault[] } {
  const read = readJson(text, schema);
  return 'faults' in read ? read : { settings: read.value };
}
