const WEEK = 7 * 86_400_000;

/** Weekly in the first month, every two weeks in the second, once in the third; in weeks from the agreement. */
const weeks = [1, 2, 3, 4, 6, 8, 12];

/** How long the meetings are worth looking at: the three months, and some time for the last of them. */
export const BUDDY_TIME = 16 * WEEK;

/** When a champion and their buddy meet, counted from the agreement; the key is what a meeting held is marked with. */
export const buddyMeetings = (agreedAt: number): { key: string; week: number; dueAt: number }[] =>
  weeks.map((week) => ({ key: `buddy-week-${week}`, week, dueAt: agreedAt + week * WEEK }));

/** Whether a mark is that of a meeting with the buddy. */
export const isMeetingKey = (key: string): boolean => weeks.some((week) => key === `buddy-week-${week}`);
