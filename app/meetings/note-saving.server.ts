/** Notes are saved. Each saving is a row; of two who save at once, the second one's text holds the first one's too. */
import { and, asc, eq, exists, gt, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { agendaItems, meetingNotes, meetings } from '#db/schema/meetings.ts';

import { seenBy } from './items.server.ts';
import { minutesOfChanged } from './minutes-change.server.ts';
import { runs } from './meeting.ts';
import { merge, shared } from './merging.ts';
import { freshSince, LONGEST_NOTE, mayWrite, type Note, WHOLE, type Writing } from './note.ts';
import { landed, type Saved } from './note-writing.ts';
import { type Announced, meetingTopic } from './told.ts';

type Asker = { id: string; name: string; roles: readonly string[] };
/** who writes, in which meeting */
type Place = { viewer: Asker; meetingId: string };

/**
 * Saves a text that began from some version. Nobody's words are lost: where others have saved since, theirs and these
 * are brought together. Answers the version and the text that hold now. Refuses where nobody may write (any more), or
 * there is no such item for this person, and what would make of them together more than a note can be.
 */
export async function saveNote(
  place: Place,
  writing: Writing,
  now: number,
): Promise<Pick<Note, 'version' | 'text'> | { refused: 'unknown' | 'closed' | 'too-long' }> {
  if (await saveNext(place, writing, now)) return { version: writing.version + 1, text: writing.text };
  return bringTogether(place, writing, now);
}

/**
 * What happens nearly always, in one statement: the meeting runs, everybody may see the item, and nobody has saved
 * since. The key of the row forbids a second of the same version.
 */
async function saveNext({ viewer, meetingId }: Place, writing: Writing, now: number): Promise<boolean> {
  const { itemId, version, text } = writing;
  const isThere =
    itemId === WHOLE
      ? undefined
      : exists(
          db.read
            .select({ one: sql`1` })
            .from(agendaItems)
            .where(
              and(
                eq(agendaItems.id, itemId),
                eq(agendaItems.meetingId, meetingId),
                isNull(agendaItems.audienceId),
                ne(agendaItems.state, 'withdrawn'),
              ),
            ),
        );
  const began = sql`exists (select 1 from ${meetingNotes} as began where began.meeting_id = ${meetingId}
    and began.item_id = ${itemId} and began.version = ${version})`;
  const isFirst = sql`not exists (select 1 from ${meetingNotes} as other where other.meeting_id = ${meetingId}
    and other.item_id = ${itemId})`;
  const next = db.read
    .select({
      meetingId: meetings.id,
      itemId: sql<string>`cast(${itemId} as text)`.as('item_id'),
      version: sql<number>`cast(${version + 1} as integer)`.as('version'),
      markdown: sql<string>`cast(${text} as text)`.as('markdown'),
      byId: sql<string>`cast(${viewer.id} as text)`.as('by_id'),
      at: sql<number>`cast(${now} as bigint)`.as('at'),
    })
    .from(meetings)
    .where(
      and(
        eq(meetings.id, meetingId),
        // Where minutes were sent, more has to be done than this.
        isNull(meetings.minutesAt),
        or(
          eq(meetings.state, 'running'),
          and(eq(meetings.state, 'ended'), gt(meetings.endedAt, freshSince(now))),
        ),
        isThere,
        // After a sweep there is no first version any more, and words all the same.
        version === 0 ? isFirst : began,
      ),
    );
  return db.write(async (tx) => {
    const rows = await tx
      .insert(meetingNotes)
      .select(next)
      .onConflictDoNothing()
      .returning({ version: meetingNotes.version });
    if (rows.length === 0) return false;
    tell(meetingId, { itemId, version: version + 1, text, by: viewer.name });
    return true;
  });
}

/** Everything else: looks at who may, and at what was saved since. */
async function bringTogether({ viewer, meetingId }: Place, writing: Writing, now: number) {
  const { itemId } = writing;
  const where = await placeOf(viewer, meetingId, itemId, now);
  if (where.refused !== null) return { refused: where.refused };
  // Merged outside of the transaction, since everybody else's writing would wait for it; and again if need be.
  for (let tries = 0; ; tries++) {
    const { latest, text } = await together(meetingId, writing);
    if (text === latest.text) return latest;
    // What is longer already may be shortened, so that nobody stands before words that nobody can change.
    if (text.length > Math.max(LONGEST_NOTE, latest.text.length)) return { refused: 'too-long' as const };
    const note = { itemId, version: latest.version + 1, text, by: viewer.name };
    const isSaved = await db.write(async (tx) => {
      if (!(await insert(tx, meetingId, note, viewer.id, now))) return false;
      await minutesOfChanged(tx, meetingId, viewer, now);
      if (where.isOpen) tell(meetingId, note);
      else db.announce(meetingTopic(meetingId));
      return true;
    });
    if (isSaved) return { version: note.version, text };
    if (tries > 100)
      throw new Error('A note was saved by others a hundred times while it was brought together.');
  }
}

async function insert(tx: Tx, meetingId: string, note: Note, byId: string, at: number): Promise<boolean> {
  const { itemId, version, text } = note;
  const rows = await tx
    .insert(meetingNotes)
    .values({ meetingId, itemId, version, markdown: text, byId, at })
    .onConflictDoNothing()
    .returning({ version: meetingNotes.version });
  return rows.length > 0;
}

/** Whether somebody may write there, and whether everybody may see it. */
async function placeOf(viewer: Asker, meetingId: string, itemId: string, now: number) {
  const [meeting] = await db.read.select().from(meetings).where(eq(meetings.id, meetingId));
  if (!meeting) return { refused: 'unknown' as const };
  if (!mayWrite(meeting, runs(viewer, meeting), now)) return { refused: 'closed' as const };
  if (itemId === WHOLE) return { refused: null, isOpen: true };
  const [item] = await db.read
    .select({ audienceId: agendaItems.audienceId })
    .from(agendaItems)
    .where(
      and(
        eq(agendaItems.id, itemId),
        eq(agendaItems.meetingId, meetingId),
        ne(agendaItems.state, 'withdrawn'),
        seenBy(viewer),
      ),
    );
  return item ? { refused: null, isOpen: item.audienceId === null } : { refused: 'unknown' as const };
}

/** What was written and the newest version as one. */
async function together(meetingId: string, writing: Writing): Promise<{ latest: Saved; text: string }> {
  const { itemId, version, text, sent } = writing;
  const ofNote = and(eq(meetingNotes.meetingId, meetingId), eq(meetingNotes.itemId, itemId));
  const newest = db.read
    .select({ version: sql`max(${meetingNotes.version})` })
    .from(meetingNotes)
    .where(ofNote);
  const rows = await saved(
    and(ofNote, or(eq(meetingNotes.version, version), inArray(meetingNotes.version, newest))),
  );
  const nothing: Saved = { version: 0, text: '' };
  const latest = rows.at(-1) ?? nothing;
  const base = version === 0 ? nothing : rows.find((row) => row.version === version);
  // What it began from is swept away: what both share was there before.
  if (!base) return { latest, text: merge(shared(latest.text, text), latest.text, text) };
  const since = sent == null ? [] : await saved(and(ofNote, gt(meetingNotes.version, version)));
  const earlier = sent == null ? null : landed(base, since, sent);
  const mine = earlier ? merge(sent!, earlier.text, text) : text;
  return { latest, text: merge((earlier ?? base).text, latest.text, mine) };
}

/** One's own is soon after what it began from. */
const MOST = 200;

/** Versions that fulfil a condition, oldest first. */
const saved = (which: SQL | undefined): Promise<Saved[]> =>
  db.read
    .select({ version: meetingNotes.version, text: meetingNotes.markdown })
    .from(meetingNotes)
    .where(which)
    .orderBy(asc(meetingNotes.version))
    .limit(MOST);

/** bytes that travel with an announcement */
const SHORT = 6000;

function tell(meetingId: string, note: Note): void {
  const told: Announced = { note };
  const detail = JSON.stringify(told);
  const short: Announced = { written: note.itemId };
  db.announce(meetingTopic(meetingId), Buffer.byteLength(detail) <= SHORT ? detail : JSON.stringify(short));
}
