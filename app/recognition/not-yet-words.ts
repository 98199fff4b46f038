import type { NotYet } from './reward.ts';

/** Why somebody cannot ask for a reward now, said to them. */
export const notYetWords: Record<NotYet, string> = {
  'nothing-for-it': 'Goes with something you are given; there is nothing it could go with yet.',
  'enough-this-year': 'You have had as many this year as there are for one person. Next year again.',
  'none-left': 'None on the shelf at the moment. Look in again: what comes is put there.',
};
