import { z } from 'zod';

import { line, optionalLine } from '#app/http/fields.ts';
import { safeLink } from '#app/http/safe-link.ts';

import type { Rules } from './rules.ts';

const name = optionalLine(300);

/** What somebody fills in about a threat-modelling session they led. */
export const activitySchema = z.object({
  feature: line('the feature you modelled', 200),
  day: z.iso.date({ error: 'Write the day as 2026-03-04.' }),
  outcome: z.string({ error: 'Give a link.' }).transform((text, context) => {
    const link = safeLink(text.trim());
    if (link !== null) return link;
    context.addIssue({
      code: 'custom',
      message: 'Give the address where its outcome can be read. Begin it with https://.',
    });
    return z.NEVER;
  }),
  person1: name,
  person2: name,
  person3: name,
  person4: name,
  person5: name,
  person6: name,
});
export type ActivityDraft = Pick<z.output<typeof activitySchema>, 'feature' | 'day' | 'outcome'>;

/** Somebody else who was there, named on the page of a session. */
export const participantSchema = z.object({ person: line('a name or an e-mail address', 300) });

/** How many participants have to confirm a threat-modelling session: as many as the belt that asks for the most. */
export const confirmationsNeeded = (rules: Rules): number =>
  Math.max(
    0,
    ...rules.belts
      .flatMap(({ requirements }) => requirements)
      .map((asked) =>
        asked.kind === 'activity' && asked.activity === 'threat-modelling' ? (asked.attestations ?? 0) : 0,
      ),
  );

export type ActivityState = 'waiting' | 'confirmed' | 'withdrawn';
/** Where a session stands. */
export const activityState = ({
  confirmedAt,
  withdrawnAt,
}: {
  confirmedAt: number | null;
  withdrawnAt: number | null;
}): ActivityState => (withdrawnAt !== null ? 'withdrawn' : confirmedAt !== null ? 'confirmed' : 'waiting');
