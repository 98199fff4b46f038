import type { SquadPolicy } from './coverage.ts';

/** What a policy asks, in a few words for a list to choose from. */
export const policyWords: Record<SquadPolicy, string> = {
  'per-squad': 'Having a champion at all',
  'per-developers': 'Having enough champions for its developers',
};
