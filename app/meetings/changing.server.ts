/** What happens to one meeting before it begins: it is moved, skipped, takes place after all, or says something else. */
import { and, eq, ne } from 'drizzle-orm';

import { instantOf, type WallTime } from '#app/calendars/wall-time.ts';
import { whenInWords } from '#app/calendars/when.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { meetings, meetingSeries } from '#db/schema/meetings.ts';

import { recordAttended, undoAttended } from './attended.server.ts';
import { carryOver, uncarry } from './carrying.server.ts';
import { invitedTo, postInvitations } from './invitation-posting.server.ts';
import { change, type Meeting } from './keeping.server.ts';
import { makeMeeting } from './making.server.ts';
import { isOver } from './meeting.ts';

type By = { id: string };
export type Refusal = { refused: 'not-now' | 'past' | 'zone' } | { refused: 'stale'; now: Meeting };

const words = ({ title, startsAt, minutes, timezone }: Meeting) =>
  `${title}, ${whenInWords(startsAt, minutes, timezone)}`;

/** Tells whoever has a meeting in their calendar that it changed, where it is still to come. */
export async function tellChange(
  tx: Tx,
  before: Meeting,
  after: Meeting,
  { byId, now }: { byId: string | null; now: number },
): Promise<void> {
  if (before.startsAt <= now && after.startsAt <= now) return;
  const personIds = await invitedTo(tx, after.id);
  await postInvitations(tx, { meetingId: after.id, personIds, text: changeWords(before, after), byId, now });
}

function changeWords(before: Meeting, after: Meeting): string {
  if (after.state === 'skipped') return `${words(after)}, does not take place.`;
  if (before.state === 'skipped') return `${words(after)}, takes place after all.`;
  if (before.startsAt !== after.startsAt)
    return `Moved: ${words(after)}. It was to be ${whenInWords(before.startsAt, before.minutes, before.timezone)}.`;
  if (before.place !== after.place)
    return `Another place: ${words(after)}, ${after.place || 'not said yet'}.`;
  return `Changed: ${words(after)}.`;
}

/** A meeting as it is now, if it was not changed since somebody saw it. */
async function asSeen(tx: Tx, id: string, version: number): Promise<{ before: Meeting } | Refusal> {
  const [before] = await tx.select().from(meetings).where(eq(meetings.id, id));
  if (!before) return { refused: 'not-now' };
  return before.version === version ? { before } : { refused: 'stale', now: before };
}

/**
 * Moves a meeting to another time on the clocks of its zone. Refuses one that has begun or is skipped, a time that is
 * past, a zone that is known no longer, and as `stale` when it changed since `version`.
 */
export async function moveMeeting(
  id: string,
  version: number,
  wall: WallTime,
  by: By,
  now: number,
): Promise<{ meeting: Meeting } | Refusal> {
  return db.write(async (tx) => {
    const seen = await asSeen(tx, id, version);
    if ('refused' in seen) return seen;
    const { before } = seen;
    if (before.state !== 'planned') return { refused: 'not-now' };
    const at = instantOf(wall, before.timezone)?.at;
    if (at === undefined) return { refused: 'zone' };
    if (at <= now) return { refused: 'past' };
    if (wall === before.wall) return { meeting: before };
    const note = `from ${whenInWords(before.startsAt, before.minutes, before.timezone)}`;
    const taken = { step: 'moved', byId: by.id, note, now } as const;
    const { meeting } = await change(tx, before, { wall, startsAt: at }, taken);
    // Nobody had begun it in time, and its agenda went on to the next.
    if (isOver(before, now)) await uncarry(tx, meeting);
    await tellChange(tx, before, meeting, { byId: by.id, now });
    return { meeting };
  });
}

/** Skips a meeting that has not begun: what is on its agenda goes on to the next. Doing it twice changes nothing. */
export const skipMeeting = (id: string, note: string, by: By, now: number) =>
  turn(id, 'planned', 'skipped', { step: 'skipped', byId: by.id, note, now });

/** Lets a skipped meeting take place after all, with what was on its agenda. Refuses one whose time is past. */
export const restoreMeeting = (id: string, by: By, now: number) =>
  turn(id, 'skipped', 'planned', { step: 'restored', byId: by.id, now });

async function turn(
  id: string,
  from: 'planned' | 'skipped',
  state: 'planned' | 'skipped',
  taken: Parameters<typeof change>[3],
): Promise<{ meeting: Meeting } | { refused: 'not-now' }> {
  return db.write(async (tx) => {
    const [before] = await tx
      .select()
      .from(meetings)
      .where(and(eq(meetings.id, id), eq(meetings.state, from)));
    if (!before || (state === 'planned' && before.startsAt <= taken.now)) return { refused: 'not-now' };
    const { meeting } = await change(tx, before, { state }, taken);
    if (state === 'skipped') {
      await carryOver(tx, meeting, { id: taken.byId }, taken.now);
      await undoAttended(tx, meeting, taken);
    } else {
      await uncarry(tx, meeting);
      await recordAttended(tx, meeting, taken);
    }
    await tellChange(tx, before, meeting, taken);
    return { meeting };
  });
}

/** What can be said of one meeting by itself. */
export type MeetingDraft = Pick<Meeting, 'title' | 'template' | 'minutes' | 'place' | 'link' | 'hostId'>;

/** Changes what a meeting says. Refuses one that is over, and as `stale` when it changed since `version`. */
export async function changeMeeting(
  id: string,
  version: number,
  draft: MeetingDraft,
  by: By,
  now: number,
): Promise<{ meeting: Meeting } | Refusal> {
  return db.write(async (tx) => {
    const seen = await asSeen(tx, id, version);
    if ('refused' in seen) return seen;
    const { before } = seen;
    if (before.state === 'ended') return { refused: 'not-now' };
    const changed = changedParts(before, draft);
    if (changed.length === 0) return { meeting: before };
    const note = changed.join(', ');
    const { meeting, isNew } = await change(tx, before, draft, { step: 'changed', byId: by.id, note, now });
    if (isNew && meeting.state !== 'skipped') await tellChange(tx, before, meeting, { byId: by.id, now });
    return { meeting };
  });
}

const called: Record<keyof MeetingDraft, string> = {
  title: 'title',
  template: 'template',
  minutes: 'minutes',
  place: 'place',
  link: 'link',
  hostId: 'host',
};

/** The parts of a meeting that a draft changes, in words. */
export const changedParts = (before: Meeting, to: Partial<MeetingDraft>): string[] =>
  (Object.keys(called) as (keyof MeetingDraft)[])
    .filter((key) => key in to && to[key] !== before[key])
    .map((key) => called[key]);

/** Adds a meeting that the rule of its series does not have. Refuses a time that is past, and a series that is over. */
export async function addMeeting(
  seriesId: string,
  wall: WallTime,
  by: By,
  now: number,
): Promise<{ id: string } | { refused: 'not-now' | 'past' | 'zone' | 'there' }> {
  return db.write(async (tx) => {
    const [series] = await tx.select().from(meetingSeries).where(eq(meetingSeries.id, seriesId));
    if (!series || series.endedAt !== null) return { refused: 'not-now' };
    const at = instantOf(wall, series.timezone)?.at;
    if (at === undefined) return { refused: 'zone' };
    if (at <= now) return { refused: 'past' };
    const sameTime = and(
      eq(meetings.seriesId, seriesId),
      eq(meetings.startsAt, at),
      ne(meetings.state, 'skipped'),
    );
    if ((await tx.$count(meetings, sameTime)) > 0) return { refused: 'there' };
    return { id: (await makeMeeting(tx, series, wall, { occurrence: null, byId: by.id, now }))! };
  });
}
