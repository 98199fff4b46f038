import { z } from 'zod';

import type { Fault } from '#app/content/fault.ts';
import { linesOf, readJson } from '#app/content/json.ts';

const schema = z.strictObject({
  awards: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'Write a key in small letters, digits and hyphens.'),
        name: z.string().trim().min(1).max(60),
        about: z.string().trim().min(1).max(300),
        /** nominated: colleagues put somebody forward and two decide; by-rule: a rule of rules.json gives it */
        how: z.enum(['nominated', 'by-rule']),
        /** which picture stands for it */
        picture: z.string().optional(),
      }),
    )
    .max(40),
});
/** An award as content/recognition/awards.json says. */
export type Award = z.output<typeof schema>['awards'][number];

/** Reads content/recognition/awards.json, or says every fault with its line. */
export function readAwards(text: string): { awards: Award[] } | { faults: Fault[] } {
  const read = readJson(text, schema);
  if ('faults' in read) return read;
  const lineOf = linesOf(text);
  const { awards } = read.value;
  const faults = awards.flatMap(({ key }, at) =>
    awards.findIndex((other) => other.key === key) < at
      ? [{ line: lineOf(['awards', at, 'key']), text: `a second award "${key}"` }]
      : [],
  );
  return faults.length > 0 ? { faults } : { awards };
}
