/** Rewards: small things that go with what somebody was given. */
import { z } from 'zod';

import type { Fault } from '#app/content/fault.ts';
import { linesOf, readJson } from '#app/content/json.ts';

const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'Write a key in small letters, digits and hyphens.');
const schema = z.strictObject({
  rewards: z
    .array(
      z.strictObject({
        key,
        name: z.string().trim().min(1).max(60),
        about: z.string().trim().min(1).max(300),
        /** which drawing stands for it */
        picture: z.string().optional(),
        /** none: it comes in one */
        sizes: z.array(z.string().trim().min(1).max(20)).max(20).default([]),
        /** whether an address is needed */
        ships: z.boolean(),
        /** what entitles to it: "award", "achievement", or one of them by its key, "award:bug-hunter" */
        for: z
          .array(
            z
              .string()
              .regex(
                /^(award|achievement)(:[a-z][a-z0-9-]{0,39})?$/,
                'Write "award", "achievement", or one of them with its key: "award:bug-hunter".',
              ),
          )
          .min(1)
          .max(40),
        /** how many somebody may have in a calendar year */
        aYear: z.int().min(1).max(12),
      }),
    )
    .max(60),
});
export type Reward = z.output<typeof schema>['rewards'][number];

/** What a reward may be for: the keys there are. */
export type Grantable = { award: ReadonlySet<string>; achievement: ReadonlySet<string> };

/**
 * Reads content/recognition/rewards.json, or says every fault with its line. `known`: null where a reward may be for what
 * is gone.
 */
export function readRewards(
  text: string,
  known: Grantable | null,
): { rewards: Reward[] } | { faults: Fault[] } {
  const read = readJson(text, schema);
  if ('faults' in read) return read;
  const lineOf = linesOf(text);
  const faults: Fault[] = [];
  const { rewards } = read.value;
  for (const [at, { key: own, sizes, for: entitling }] of rewards.entries()) {
    const fault = (path: PropertyKey[], words: string) =>
      faults.push({ line: lineOf(['rewards', at, ...path]), text: words });
    if (rewards.findIndex((other) => other.key === own) < at) fault(['key'], `a second reward "${own}"`);
    if (new Set(sizes).size < sizes.length) fault(['sizes'], `"${own}" has a size twice`);
    for (const [nth, one] of entitling.entries()) {
      const [kind, what] = one.split(':') as ['award' | 'achievement', string | undefined];
      if (what && known?.[kind].has(what) === false)
        fault(['for', nth], `there is no ${kind} "${what}"; awards that were defined here go as "award"`);
    }
  }
  return faults.length > 0 ? { faults } : { rewards };
}

/** The sizes it comes in; '' where it comes in one. */
export const sizesOf = ({ sizes }: Pick<Reward, 'sizes'>): string[] => (sizes.length > 0 ? sizes : ['']);

/** What somebody was given, as far as rewards are concerned. */
export type Given = {
  rule: string;
  personId: string;
  gives: string;
  what: string;
  fact: { room: string; sourceId: string };
};

/** Rule, person and source: stays the same when it is undone and given anew. */
export const nameOf = ({ rule, personId, fact }: Given): string =>
  `${rule} ${personId} ${fact.room} ${fact.sourceId}`;

/** Those of somebody's grants that entitle to a reward and stand for none yet. */
export const entitling = <G extends Given>(
  reward: Pick<Reward, 'for'>,
  given: readonly G[],
  spent: ReadonlySet<string>,
): G[] =>
  given.filter(
    (one) =>
      (reward.for.includes(one.gives) || reward.for.includes(`${one.gives}:${one.what}`)) &&
      !spent.has(nameOf(one)),
  );

export type NotYet = 'nothing-for-it' | 'enough-this-year' | 'none-left';

/** Why somebody cannot ask for a reward now; null when they can. */
export function notYet(around: {
  entitling: number;
  /** how many they asked for this year, without those declined or withdrawn */
  thisYear: number;
  aYear: number;
  /** on the shelf in any size, or in the one they ask for */
  left: number;
}): NotYet | null {
  if (around.thisYear >= around.aYear) return 'enough-this-year';
  if (around.entitling === 0) return 'nothing-for-it';
  return around.left > 0 ? null : 'none-left';
}
