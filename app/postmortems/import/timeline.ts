import type { DocumentTimelineEntry } from '../document.ts';
import { type Calendar, place } from './calendar.ts';
import type { Day } from './days.ts';
import type { Draft, Piece } from './drafts.ts';
import { type Line, dedent, joinLines, trimBlankLines } from './lines.ts';
import { piecesOf } from './timeline-pieces.ts';

/** The entries of a timeline, and the words around them that belong to none. */
export type Timeline = {
  entries: DocumentTimelineEntry[];
  rest: string;
  calendar: Calendar;
  firstDay: Day | null;
};

/**
 * Reads a timeline in any of its shapes: rows, headings, list items, or lines, that begin (or end) with a time.
 * Every line is in an entry or in `rest`.
 */
export function readTimeline(lines: Line[], calendar: Calendar, mayTrail = true): Timeline {
  const entries: DocumentTimelineEntry[] = [];
  const rest: Line[] = [];
  const pieces = piecesOf(lines, mayTrail);
  let heading = '';
  let firstDay: Day | null = null;
  for (const [index, piece] of pieces.entries()) {
    if (piece.role === 'rest') {
      rest.push(piece.line);
      continue;
    }
    const { draft } = piece;
    const placed = draft.moment ? place(calendar, draft.moment) : { at: null, calendar };
    calendar = placed.calendar;
    firstDay ??= placed.at === null ? null : calendar.day;
    const heads = piece.role === 'day' && headsEntries(pieces, index);
    const bare = textOf(draft) === '';
    if (heads && bare) heading = heading ? `${heading} ${draft.written}` : draft.written;
    else if (heads || (piece.role === 'day' && bare)) rest.push(draft.raw, ...draft.more);
    else {
      entries.push({
        at: placed.at,
        written: [heading, draft.written].filter(Boolean).join(' '),
        zone: draft.moment?.zone ?? null,
        text: textOf(draft),
      });
      heading = '';
    }
  }
  if (heading) rest.push({ text: heading, inert: false });
  return { entries, rest: joinLines(rest), calendar, firstDay };
}

/** Whether the next entry after a day gives a time and leaves the day to it. */
function headsEntries(pieces: Piece[], index: number): boolean {
  const next = pieces.slice(index + 1, index + 50).find((piece) => piece.role !== 'rest');
  return next?.role === 'entry' && next.draft.moment !== null && next.draft.moment.day === null;
}

function textOf(draft: Draft): string {
  const more = dedent(draft.more).map((line) => line.text);
  return trimBlankLines([draft.first, ...more].join('\n')).trimStart();
}
