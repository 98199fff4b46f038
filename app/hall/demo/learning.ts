import { z } from 'zod';

import { minute } from './company.ts';

const name = z.string().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const said = z.strictObject({ by: name, at: minute, note: name.nullable() });

/** content/demo/training.json: what people of the company learned, showed and led. */
export const learningSchema = z.strictObject({
  /** a lesson read and its questions answered, so many of them right */
  passes: z.array(z.strictObject({ person: name, module: name, at: minute, right: z.int().min(0).max(8) })),
  /** an attempt that waits for the rest of its answers */
  begun: z.array(
    z.strictObject({ person: name, module: name, hoursAgo: z.int().positive(), answered: z.int().min(0) }),
  ),
  evidence: z.array(
    z.strictObject({
      person: name,
      requirement: name,
      at: minute,
      text: name,
      links: z.array(z.url()),
      attests: z.array(name).default([]),
      /** nobody has submitted it yet */
      draft: z.boolean().default(false),
      approvals: z.array(said),
      returned: said.optional(),
    }),
  ),
  activities: z.array(
    z.strictObject({
      person: name,
      feature: name,
      day,
      at: minute,
      outcome: z.url(),
      participants: z.array(name),
      confirmed: z.array(z.tuple([name, minute])),
    }),
  ),
  waivers: z.array(
    z.strictObject({ person: name, requirement: name, by: name, at: minute, until: day, reason: name }),
  ),
  campaigns: z.array(
    z.strictObject({
      name,
      about: name,
      modules: z.array(name),
      by: name,
      at: minute,
      opens: day,
      closes: day,
    }),
  ),
});
export type Learning = z.output<typeof learningSchema>;
