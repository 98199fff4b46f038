/** How awards and achievements are called. */
import { awardNamed } from './award.server.ts';
import { achievementNamed } from './rules.server.ts';

type Called = { name: string; about: string };

/** An award or achievement in words; by its key where nothing says more of it (any more). */
export const recognisedAs = async (kind: 'award' | 'achievement', key: string): Promise<Called> =>
  kind === 'achievement' ? achievementNamed(key) : ((await awardNamed(key)) ?? { name: key, about: '' });
