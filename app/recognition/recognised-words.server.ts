/** How awards and achievements are called. */
import { awardNamed } from './award.server.ts';
import { achievementNamed } from './rules.server.ts';

/** An award or achievement in words; by its key where nothing says more of it (any more). */
export async function recognisedAs(
  kind: 'award' | 'achievement',
  key: string,
): Promise<{ name: string; about: string }> {
  const known = kind === 'achievement' ? achievementNamed(key) : await awardNamed(key);
  return { name: known?.name ?? key, about: known?.about ?? '' };
}
