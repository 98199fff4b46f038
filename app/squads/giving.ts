import { z } from 'zod';

import { line, optionalLine, prose } from '#app/http/fields.ts';

import { MOST_SQUADS_WITHOUT_ADVOCATE, type SquadRole, squadRoleWords } from './squad-role.ts';

const day = optionalLine(10).refine(
  (text) => text === '' || (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))),
  'Write the day as 2026-03-04.',
);

/** What somebody fills in to give a role. Squads are text, one a line; days count for embedded engineers alone. */
export const givingSchema = z.object({
  role: z.string().max(32),
  person: line('a name or an e-mail address', 200),
  squads: prose(20_000).transform((text) => [
    ...new Set(
      text
        .split(/[\n;]/)
        .map((name) => name.replace(/\s+/g, ' ').trim())
        .filter(Boolean),
    ),
  ]),
  from: day,
  to: day,
});

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
