import { z } from 'zod';

import { minute } from './company.ts';

const name = z.string().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const said = z.strictObject({ by: name, at: minute, note: name });

/** content/demo/champions.json: the people side of the company, told in the order in which it is to happen. */
export const championsSchema = z.strictObject({
  squads: z.array(
    z.strictObject({
      name,
      area: name,
      criticality: z.number().int().min(1).max(4),
      developers: z.number().int().positive().optional(),
      manager: name.optional(),
      productOwner: name.optional(),
    }),
  ),
  managers: z.record(name, z.array(name)),
  advocates: z.array(z.strictObject({ name, squads: z.array(name), at: minute })),
  embedded: z.array(z.strictObject({ name, squad: name, at: minute, until: minute })),
  enrolments: z.array(
    z.strictObject({
      person: name,
      squad: name,
      applied: minute,
      word: name.nullable(),
      agreed: z.strictObject({ at: minute, hours: z.number(), note: name.nullable() }).optional(),
      buddy: name.optional(),
      active: minute.optional(),
      /** when they told of the month before, how many hours, a word */
      hours: z.array(z.tuple([minute, z.number(), z.string()])),
      /** keys of content/coverage.json */
      knows: z.array(name),
      ended: z.strictObject({ at: minute, note: name }).optional(),
    }),
  ),
  waivers: z.array(
    z.strictObject({ squad: name, policy: name, by: name, at: minute, until: day, reason: name }),
  ),
  concerns: z.array(
    z.strictObject({
      squad: name,
      by: name,
      at: minute,
      title: name,
      text: name,
      answer: said.optional(),
      close: z.strictObject({ by: name, at: minute, question: name, answer: name }).optional(),
    }),
  ),
});
export type Champions = z.output<typeof championsSchema>;
