const SECOND = 1000;
/** How long somebody may think better of it. */
export const WAITS_BEFORE = 60 * SECOND;

type Promotion = {
  toPostAt: number | null;
  postedAt: number | null;
  postTries: number;
  nextPostAt: number | null;
};
/** not-asked; waiting: it can be taken back; under-way: handed over, maybe in vain so far; posted; failed: given up. */
export type PostState = 'not-asked' | 'waiting' | 'under-way' | 'posted' | 'failed';

/** Where a post to the guild's channel stands. */
export function postState({ toPostAt, postedAt, postTries, nextPostAt }: Promotion): PostState {
  if (postedAt !== null) return 'posted';
  if (toPostAt === null) return 'not-asked';
  if (nextPostAt === null) return 'failed';
  return postTries === 0 ? 'waiting' : 'under-way';
}

/** What is said in the channel. Chats read some signs as a call on everybody: a name calls nobody. */
export const postText = (person: string, belt: { name: string; about: string }): string =>
  [`${person} holds the ${belt.name} now: ${belt.about}`, 'Congratulations!']
    .join(' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('@', '(at)')
    .replace(/\s+/g, ' ');
