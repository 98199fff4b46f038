import type { Line } from './lines.ts';
import type { Moment } from './moments.ts';

/** A piece of a timeline while it is being read: an entry, a day that heads the entries after it, or a line that is neither. */
export type Piece = { role: 'entry' | 'day'; draft: Draft } | { role: 'rest'; line: Line };

/** An entry (or a day) before its time is placed. */
export type Draft = {
  /** null: an entry whose time cannot be read */
  moment: Moment | null;
  written: string;
  style: 'row' | 'heading' | 'item' | 'line';
  /** whether its time stands at the end of its line */
  trailing: boolean;
  /** how far its list marker is indented */
  indent: number;
  /** what stands on the line of the time */
  first: string;
  /** what follows until the next entry */
  more: Line[];
  /** the line as it was, should it turn out not to be an entry */
  raw: Line;
};
