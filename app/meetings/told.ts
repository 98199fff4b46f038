import type { Note } from './note.ts';

/** The topic of a meeting: what is new in it. */
export const meetingTopic = (id: string): string => `meeting:${id}`;

/** What is sent of a meeting to all who have it open; null: something is new, ask for it. Only what everybody may see. */
export type Told = { note: Note } | null;

/** A note as it is announced; of one that is too long, where to look. */
export type Announced = Told | { written: string };
