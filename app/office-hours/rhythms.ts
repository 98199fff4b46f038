import type { Rhythm } from '#app/calendars/recurrence.ts';

/** How often hours come round; they are offered in this order. */
export const hourRhythms = ['weekly', 'two-weekly', 'monthly'] as const satisfies readonly Rhythm[];
/** How long one booking is, in minutes. */
export const slotSizes = [15, 20, 30] as const;
