import { z } from 'zod';

import { audienceWords } from './audience-words.ts';

/** Whom a campaign asks. Members of a squad are those of squads at work; whoever has left is asked by none. */
export const audienceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('engineers') }),
  z.object({ kind: z.literal('everyone') }),
  z.object({ kind: z.literal('champions') }),
  z.object({ kind: z.literal('squads'), squads: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal('areas'), areas: z.array(z.string()).min(1) }),
]);
export type Audience = z.output<typeof audienceSchema>;
export type AudienceKind = Audience['kind'];

/** An audience as it was stored; one that this version doesn't know asks nobody. */
export const storedAudience = (stored: unknown): Audience | null => {
  const read = audienceSchema.safeParse(stored);
  return read.success ? read.data : null;
};

/** Whom a campaign asks, in a few words; `squadNames` are those of the squads it names. */
export function audienceSaid(audience: Audience | null, squadNames: ReadonlyMap<string, string>): string {
  if (audience === null) return 'Nobody that this version knows';
  if (audience.kind === 'areas') return `Squads of ${fewOf(audience.areas, 'areas')}`;
  if (audience.kind !== 'squads') return audienceWords[audience.kind];
  return fewOf(audience.squads.map((id) => squadNames.get(id) ?? 'a squad that is gone').sort(), 'squads');
}

const MOST_NAMED = 5;
const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const fewOf = (names: readonly string[], what: string) =>
  listed.format(
    names.length <= MOST_NAMED
      ? names
      : [...names.slice(0, MOST_NAMED - 1), `${names.length - MOST_NAMED + 1} more ${what}`],
  );
