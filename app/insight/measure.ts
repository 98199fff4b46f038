import type { Span } from './span.ts';
import type { Targets } from './targets.ts';

/** A share goes from 0 to 1. */
export type Unit = 'share' | 'count' | 'days' | 'hours';

/** One figure of a measure in one month, as it is kept. */
export type Cell = {
  /** names its line among those of the measure, in every month alike */
  key: string;
  words: string;
  unit: Unit;
  /** null: there was nothing to measure, or too few people to say it */
  value: number | null;
  /** measured over so many of so many; null where that says nothing */
  n: number | null;
  of: number | null;
  few: Few;
};

/**
 * Why nothing of a figure is kept. people: it is about fewer than five of them; part: it, or another part of the same
 * whole, is, and could be worked out.
 */
export type Few = false | 'people' | 'part';

/** What a line is held against. */
export type Aim = { line: string; side: 'at-least' | 'at-most'; value: number; source: string };

/** Something that the program is measured by. Never by person, and never what somebody did to whom. */
export type Measure = {
  /** names it in addresses, in files and among the targets */
  key: string;
  name: string;
  /** what is counted, in a sentence or two */
  definition: string;
  cannotTell: string;
  /**
   * month: of what happened in it; state: how it stood at its end, or stands now; now: known of this moment alone, so that
   * past months are as they were counted then
   */
  about: 'month' | 'state' | 'now';
  /** of what happened in a month: so many days after its end it is told, when those who tell it have had the time */
  lag?: number;
  /** raised with every change of what is counted: all months are counted anew then */
  version: number;
  /** the lines of the overview, the figure that stands for the measure first; none: all of them */
  shown: string[];
  /** the lines that are drawn */
  drawn: string[];
  aims(targets: Targets): Aim[];
  count(span: Span, now: number): Promise<Cell[]>;
};
