import { once, textOf, whole } from '#app/content/kept.server.ts';

import { readRewards, type Reward } from './reward.ts';
import { contentAwards, recognitionRules } from './rules.server.ts';

const FILE = 'content/recognition/rewards.json';

const known = () => ({
  award: new Set(contentAwards().map(({ key }) => key)),
  achievement: new Set(
    recognitionRules().flatMap(({ gives }) => ('achievement' in gives ? [gives.achievement] : [])),
  ),
});

/** The file with what is wrong with it; for `npm run content:check`. */
export const rewardFiles = () => [{ file: FILE, read: readRewards(textOf(FILE), known()) }];

/** The rewards there are. One that is for an award that is gone closes no page. */
export const rewards = once(() => whole(FILE, readRewards(textOf(FILE), null)).rewards);

/** A reward by its key; null when it is not offered (any more). */
export const rewardNamed = (key: string): Reward | null => rewards().find((one) => one.key === key) ?? null;
