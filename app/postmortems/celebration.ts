import type { Kind, Reach, State } from './postmortem.ts';

/** Whether it is a near miss that everyone may read of, and so one to be celebrated in a channel. */
export const mayCelebrate = ({ kind, state, reach }: { kind: Kind; state: State; reach: Reach }): boolean =>
  kind === 'near-miss' && state === 'published' && reach === 'everyone';
