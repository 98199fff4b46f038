import type { GivenRole } from './permissions.ts';

/** The person asking. Everything that can be seen is looked up through them. */
export type Viewer = { id: string; name: string; email: string; roles: GivenRole[] };
