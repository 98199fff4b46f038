/** What can be shown on the wall. */
export const shownKinds = ['thanks', 'award', 'achievement'] as const;
export type ShownKind = (typeof shownKinds)[number];

/** A thanks by its id; an award or achievement by its key. */
export type Shown = { kind: ShownKind; subject: string };

/**
 * Two people and a season, whichever of them thanked the other: they stand on the wall once in it. It stays used up when
 * what was shown is taken off, so that nobody can tell that from somebody who would rather not be seen.
 */
export const pairOf = (one: string, other: string, season: string): string =>
  `${[one, other].sort().join(' ')} ${season}`;

/** Names what somebody shows, once. */
export const heldBy = (personId: string, { kind, subject }: Shown): string =>
  `${personId} ${kind} ${subject}`;

/** Why something cannot be shown, in words for its person. */
export const showingProblem = {
  pair: 'One thanks between the same two people goes on the wall in a season, and this season has had yours. This one stays between you until the next.',
  private: 'It was meant for you alone. Whoever gave it did not offer it for the wall.',
} as const;
