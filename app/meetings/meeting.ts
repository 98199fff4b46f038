export const states = ['planned', 'skipped', 'running', 'ended'] as const;
/** Where a meeting stands. */
export type State = (typeof states)[number];

/** Whether somebody runs a meeting: its host, and organisers. */
export const runs = (
  viewer: { id: string; roles: readonly string[] },
  { hostId }: { hostId: string | null },
): boolean => hostId === viewer.id || viewer.roles.includes('organiser');
