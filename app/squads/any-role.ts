import type { GivenRole } from '#app/accounts/permissions.ts';

import { type SquadRole, squadRoleWords } from './squad-role.ts';

/** Every role beyond member: those that hold everywhere, and those in squads. */
export type AnyRole = GivenRole | SquadRole;

export const roleWords: Record<AnyRole, string> = {
  organiser: 'organiser',
  administrator: 'administrator',
  ...squadRoleWords,
};

export const isRole = (text: string | null): text is AnyRole =>
  text !== null && Object.hasOwn(roleWords, text);

/** A role's name as a heading: "Product owners". */
export const plural = (word: string) => `${word[0]!.toUpperCase()}${word.slice(1)}s`;

export const roleAbout: Record<AnyRole, string> = {
  organiser: 'Organisers are the central security team, and run the program.',
  administrator: 'Administrators configure this installation.',
  manager: 'A manager agrees the time of the champions of a squad.',
  'product-owner': 'A product owner sees what security asks of their squads.',
  advocate: 'An advocate coordinates the champions of several squads.',
  embedded: 'A security engineer who works in a squad for some months, or permanently.',
};
