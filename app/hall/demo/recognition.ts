import { z } from 'zod';

import { minute } from './company.ts';

const name = z.string().min(1);
const told = { by: name, at: minute };
/** something somebody was given: the award or achievement, by its key */
const given = z.strictObject({ kind: z.enum(['award', 'achievement']), what: name });

/** content/demo/recognition.json: who was seen for what, and what the program's sponsors read. */
export const recognitionSchema = z.strictObject({
  choices: z.array(z.strictObject({ ...told, choice: z.enum(['thanks-on-wall', 'opted-out']) })),
  thanks: z.array(
    z.strictObject({
      ...told,
      to: name,
      reason: name,
      meant: z.enum(['wall', 'private']),
      /** when whoever was thanked put it on the wall */
      shown: minute.optional(),
    }),
  ),
  awards: z.array(z.strictObject({ ...told, name, about: name })),
  nominations: z.array(
    z.strictObject({
      ...told,
      award: name,
      person: name,
      reason: name,
      votes: z.array(z.strictObject({ ...told, note: z.string() })),
      shown: minute.optional(),
    }),
  ),
  stock: z.array(
    z.strictObject({ ...told, reward: name, size: z.string(), many: z.int().positive(), note: name }),
  ),
  requests: z.array(
    z.strictObject({
      ...told,
      reward: name,
      for: given,
      size: z.string(),
      address: z.string(),
      steps: z.array(z.strictObject({ ...told, step: z.enum(['approved', 'shipped']) })),
    }),
  ),
  goals: z.array(z.strictObject({ ...told, squad: name, target: z.int().positive() })),
  reviews: z.array(
    z.strictObject({
      ...told,
      words: name,
      /** whose thanks go in */
      thanks: z.array(name),
      sharedWith: z.array(z.tuple([name, minute])),
    }),
  ),
  sponsors: z.array(z.strictObject({ ...told, person: name })),
  lessons: z.array(z.strictObject({ ...told, document: name, module: name })),
});
export type Recognition = z.output<typeof recognitionSchema>;
