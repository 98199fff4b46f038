/** What becomes of the meetings of a series that was changed. */
import { and, asc, eq, gt, inArray, or } from 'drizzle-orm';

import { occurrences } from '#app/calendars/recurrence.ts';
import { instantOf, isZone, type WallTime, wallTimeAt } from '#app/calendars/wall-time.ts';
import type { Tx } from '#db/database.ts';
import { meetings } from '#db/schema/meetings.ts';

import { undoAttended } from './attended.server.ts';
import { carryOver } from './carrying.server.ts';
import { changedParts, tellChange } from './changing.server.ts';
import { change, type Meeting } from './keeping.server.ts';
import { makeMeetings, type Series } from './making.server.ts';

type By = { byId: string; now: number };

/** A time of the old rule and the time of the new one that takes its place; null: the new one ends before. */
type Places = ReadonlyMap<WallTime, WallTime | null>;

/**
 * Brings the meetings of a series in line with it. Those ahead take the times of the new rule in their order, whatever
 * was moved by hand keeps its time and counts as one of them, and what somebody wrote for one meeting stays. So none is
 * lost and none there twice. Whoever was invited is told.
 */
export async function rearrange(tx: Tx, before: Series, after: Series, by: By): Promise<void> {
  const nowThen = clockOf(before, after, by.now);
  const ahead = await tx
    .select()
    .from(meetings)
    .where(
      and(
        eq(meetings.seriesId, before.id),
        or(
          gt(meetings.occurrence, nowThen),
          and(gt(meetings.startsAt, by.now), inArray(meetings.state, ['planned', 'skipped'])),
        ),
      ),
    )
    .orderBy(asc(meetings.occurrence), asc(meetings.id));
  const places = await placesIn(tx, before, after, ahead, by.now);
  const surplus: Meeting[] = [];
  for (const meeting of ahead)
    if (await bringInLine(tx, before, after, meeting, places, by)) surplus.push(meeting);
  await makeMeetings(tx, after, by.now);
  // Once all have their place, so that what was on an agenda goes on in one step.
  for (const meeting of surplus) {
    await carryOver(tx, meeting, { id: by.byId }, by.now);
    await undoAttended(tx, meeting, by);
  }
}

/** What the clocks of a series showed before it was changed, where its zone is still known. */
const clockOf = (before: Series, after: Series, now: number): WallTime =>
  wallTimeAt(now, isZone(before.timezone) ? before.timezone : after.timezone);

const isSameRhythm = (a: Series, b: Series) =>
  a.rule === b.rule && a.firstDay === b.firstDay && a.time === b.time;

async function placesIn(
  tx: Tx,
  before: Series,
  after: Series,
  ahead: Meeting[],
  now: number,
): Promise<Places> {
  const [nowThen, nowHere] = [clockOf(before, after, now), wallTimeAt(now, after.timezone)];
  const taken = ahead
    .map(({ occurrence }) => occurrence)
    .filter((occurrence) => occurrence !== null && occurrence > nowThen) as WallTime[];
  if (isSameRhythm(before, after)) return new Map(taken.map((wall) => [wall, wall]));
  const from = nowThen > nowHere ? nowThen : nowHere;
  const free = occurrences(after, { from, until: '9999-01-01T00:00', most: taken.length + 1 }).filter(
    (wall) => wall > from,
  );
  const places = new Map(taken.map((wall, at) => [wall, free[at] ?? null]));
  // Emptied first, since one may take the place that another leaves.
  const ids = ahead.filter(({ occurrence }) => places.has(occurrence ?? '')).map(({ id }) => id);
  if (ids.length > 0) await tx.update(meetings).set({ occurrence: null }).where(inArray(meetings.id, ids));
  for (const { id, occurrence } of ahead)
    if (places.has(occurrence ?? ''))
      await tx
        .update(meetings)
        .set({ occurrence: places.get(occurrence!)! })
        .where(eq(meetings.id, id));
  return places;
}

/** Whether it is skipped thereby. */
async function bringInLine(
  tx: Tx,
  before: Series,
  after: Series,
  meeting: Meeting,
  places: Places,
  { byId, now }: By,
): Promise<boolean> {
  const isToCome = meeting.startsAt > now && (meeting.state === 'planned' || meeting.state === 'skipped');
  if (!isToCome) return false;
  const isByRule = meeting.wall === meeting.occurrence && meeting.timezone === before.timezone;
  const place = isByRule ? places.get(meeting.wall) : undefined;
  const wall = place ?? meeting.wall;
  const timezone = isByRule ? after.timezone : meeting.timezone;
  const startsAt = instantOf(wall, timezone)?.at ?? meeting.startsAt;
  const isSurplus = place === null && meeting.state === 'planned';
  const isMoved = wall !== meeting.wall || timezone !== meeting.timezone;
  const same = sharedParts(before, after, meeting);
  if (!isSurplus && !isMoved && Object.keys(same).length === 0) return false;
  const step = isSurplus ? 'skipped' : isMoved ? 'moved' : 'changed';
  const note = ['with its series', ...changedParts(meeting, same)].join(': ').replaceAll(': ', ', ');
  const to = { ...same, wall, timezone, startsAt, ...(isSurplus && { state: 'skipped' as const }) };
  const changed = await change(tx, meeting, to, { step, byId, note, now });
  const isHeardOf = isSurplus || (changed.isNew && changed.meeting.state === 'planned');
  if (isHeardOf) await tellChange(tx, meeting, changed.meeting, { byId, now });
  return isSurplus;
}

/** What a meeting still has from its series, as the series has it now. */
function sharedParts(before: Series, after: Series, meeting: Meeting) {
  const to: Partial<Pick<Meeting, 'title' | 'template' | 'minutes' | 'place' | 'link' | 'hostId'>> = {};
  if (before.name !== after.name && meeting.title === before.name) to.title = after.name;
  if (before.template !== after.template && meeting.template === before.template)
    to.template = after.template;
  if (before.minutes !== after.minutes && meeting.minutes === before.minutes) to.minutes = after.minutes;
  if (before.place !== after.place && meeting.place === before.place) to.place = after.place;
  if (before.link !== after.link && meeting.link === before.link) to.link = after.link;
  if (before.hostId !== after.hostId && meeting.hostId === before.hostId) to.hostId = after.hostId;
  return to;
}
