import type { State as ActionState } from '#app/action-items/action-item.ts';

import type { State } from './meeting.ts';

/** What was had of an agenda, and what came of it. */
export type MinutesItem = {
  id: string;
  title: string;
  presenter: string | null;
  state: 'open' | 'done' | 'carried' | 'withdrawn';
  outcome: string;
  /** Markdown */
  notes: string;
  decisions: string[];
};

/** The minutes of a meeting, as one person may read them. Times are epoch ms. */
export type Minutes = {
  meeting: {
    id: string;
    title: string;
    startsAt: number;
    minutes: number;
    timezone: string;
    place: string;
    state: State;
    host: string | null;
    recording: string | null;
  };
  items: MinutesItem[];
  /** of the meeting as a whole */
  notes: string;
  decisions: string[];
  actions: {
    id: string;
    statement: string;
    owner: string | null;
    dueAt: number | null;
    state: ActionState;
  }[];
  /** how many were there; their names for those who were there, too, and for whoever runs the meeting */
  present: { count: number; names: string[] | null };
  next: {
    id: string;
    title: string;
    startsAt: number;
    minutes: number;
    timezone: string;
    place: string;
  } | null;
};

/** Whether nothing was written down that anybody could read: who was there is not enough for minutes. */
export const isBare = ({ items, notes, decisions, actions }: Minutes): boolean =>
  notes === '' &&
  decisions.length === 0 &&
  actions.length === 0 &&
  items.every((item) => item.outcome === '' && item.notes === '' && item.decisions.length === 0);

/** Whether an item has a place in the minutes: it was had or carried on, or something of it was written down. */
export const isWorthSaying = ({
  state,
  outcome,
  notes,
  decisions,
  placeholder,
}: Pick<MinutesItem, 'state' | 'outcome' | 'notes' | 'decisions'> & { placeholder: boolean }): boolean =>
  outcome !== '' ||
  notes !== '' ||
  decisions.length > 0 ||
  (!placeholder && (state === 'done' || state === 'carried'));

/** How many were there, in words. */
export const presentWords = (count: number): string =>
  count === 0
    ? 'Nobody is written down as present.'
    : count === 1
      ? 'One person was there.'
      : `${count} people were there.`;
