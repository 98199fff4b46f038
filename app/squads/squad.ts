import { z } from 'zod';

import { line, optionalLine } from '#app/http/fields.ts';

/** What a squad may be called. */
export const squadName = line('the name of the squad', 80);

export const isTakenWords = 'A squad of this name is here already, perhaps among the archived ones.';

/** How much depends on what a squad builds. */
export const criticalities = [1, 2, 3, 4] as const;
export type Criticality = (typeof criticalities)[number];
export const criticalityWords: Record<Criticality, string> = {
  1: 'critical',
  2: 'high',
  3: 'medium',
  4: 'low',
};

/** A stored criticality in words; null where nobody has said. */
export const criticalityWord = (criticality: number | null): string | null =>
  criticalityWords[criticality as Criticality] ?? null;

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
