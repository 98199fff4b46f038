import { MOST_SQUADS_WITHOUT_ADVOCATE, type SquadRole, squadRoleWords } from './squad-role.ts';

/** Which field a refusal belongs to, and what to do about it. */
export type GivingRefused = { field: string; words: string };

export const givingRefused = {
  nobody: { field: 'person', words: 'Nobody here has that name. Write an e-mail address or a full name.' },
  'ends-before': { field: 'to', words: 'Choose a day to come, after the first.' },
  'no-squad': {
    field: 'squads',
    words: 'One of these squads was archived meanwhile. Name those at work.',
  },
  'too-few-squads': {
    field: 'squads',
    words: `An advocate coordinates champions across squads. The role is offered once there are more than ${MOST_SQUADS_WITHOUT_ADVOCATE} squads.`,
  },
} satisfies Record<string, GivingRefused>;

/** What to say once somebody was given a role in so many squads. */
export function givenWords(name: string, role: SquadRole, given: number): string {
  const called = squadRoleWords[role];
  if (given === 0) return `${name} is ${called} there already.`;
  return `${name} is ${called} of ${given === 1 ? 'a squad' : `${given} squads`} from now on.`;
}
