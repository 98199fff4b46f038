import { z } from 'zod';

import { line, optionalLine } from '#app/http/fields.ts';

import { type Criticality } from './criticality.ts';

/** What a squad may be called. */
export const squadName = line('the name of the squad', 80);

export const isTakenWords = 'A squad of this name is here already, perhaps among the archived ones.';

/** More developers than this in one squad is a slip of the finger. */
const MOST_DEVELOPERS = 10_000;

export const area = optionalLine(80).transform((text) => text || null);

export const developers = optionalLine(12)
  .refine((text) => /^\d*$/.test(text), 'Write a whole number, such as 8.')
  .transform((text) => (text === '' ? null : Number(text)))
  .refine(
    (number) => number === null || number <= MOST_DEVELOPERS,
    `That is more than ${MOST_DEVELOPERS.toLocaleString('en')}: has a digit slipped in?`,
  );

const criticality = z
  .enum(['', '1', '2', '3', '4'], { error: 'Choose one from the list.' })
  .default('')
  .transform((text) => (text === '' ? null : (Number(text) as Criticality)));

/** What somebody says about a squad. Manager and product owner are text, resolved afterwards. */
export const squadSchema = z.object({
  name: squadName,
  area,
  developers,
  criticality,
  manager: optionalLine(200),
  productOwner: optionalLine(200),
  version: z.coerce.number().int(),
});

export type SquadFacts = {
  name: string;
  area: string | null;
  developers: number | null;
  criticality: number | null;
};
