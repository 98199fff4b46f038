/** What somebody can be to a squad, beside a member of it. */
export const squadRoles = ['manager', 'product-owner', 'advocate', 'embedded'] as const;
export type SquadRole = (typeof squadRoles)[number];

export const squadRoleWords: Record<SquadRole, string> = {
  manager: 'manager',
  'product-owner': 'product owner',
  advocate: 'advocate',
  embedded: 'embedded engineer',
};

/** Of these a squad has one at a time: naming another ends the time of who was it before. */
export const isHeldByOne = (role: SquadRole): boolean => role === 'manager' || role === 'product-owner';

/**
 * With more squads than this an advocate coordinates the champions of several: below it, every champion still knows
 * every other, and somebody in between would only pass messages on. The number is OWASP's, in the playbook for security
 * champions.
 */
export const MOST_SQUADS_WITHOUT_ADVOCATE = 10;

/** Whether the role of advocate is offered, with so many squads at work. */
export const advocatesAreOffered = (squadsAtWork: number): boolean =>
  squadsAtWork > MOST_SQUADS_WITHOUT_ADVOCATE;

type Held = { endsAt: number | null; renouncedAt: number | null };

/** When a role ended, or will by itself, whichever comes first; null while nothing ends it. */
export function endOf({ endsAt, renouncedAt }: Held): number | null {
  if (endsAt === null || renouncedAt === null) return endsAt ?? renouncedAt;
  return Math.min(endsAt, renouncedAt);
}

/** Whether a role is held now: begun, and not ended. */
export const isHeld = (role: Held & { assumedAt: number }, now: number): boolean =>
  role.assumedAt <= now && role.renouncedAt === null && (role.endsAt === null || role.endsAt > now);
