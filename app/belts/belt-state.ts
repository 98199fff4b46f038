/** How somebody stands with a belt. Grace: its time is over, and it is still held. */
export type BeltState = 'not-yet' | 'held' | 'due' | 'grace' | 'lapsed';

/** Whether somebody has the belt: days of grace count. */
export const isHeld = (state: BeltState): boolean => state !== 'not-yet' && state !== 'lapsed';
