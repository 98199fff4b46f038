/** Meetings are made some time ahead, so that each can be moved, filled and invited to by itself. */
import { and, eq, isNull } from 'drizzle-orm';

import { instantOf, isZone, type WallTime } from '#app/calendars/wall-time.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { meetings, meetingSeries } from '#db/schema/meetings.ts';

import { recordStep } from './keeping.server.ts';
import { timesAhead } from './series.ts';

export type Series = typeof meetingSeries.$inferSelect;

/** How far ahead meetings are there, in days, and how many at least. */
const AHEAD = { days: 120, least: 3 };

/** The times at which a series has its next meetings; none once it has ended, or its zone is known no longer. */
const timesToMake = (series: Series, now: number): WallTime[] =>
  series.endedAt !== null || !isZone(series.timezone)
    ? []
    : timesAhead(series, series.timezone, { now, ...AHEAD });

/** Makes one meeting of a series: at a time of its rule, or an extra one. Returns its id; null where it is there. */
export async function makeMeeting(
  tx: Tx,
  series: Series,
  wall: WallTime,
  { occurrence, byId, now }: { occurrence: WallTime | null; byId: string | null; now: number },
): Promise<string | null> {
  const { name, template, timezone, minutes, place, link, hostId } = series;
  const { at: startsAt } = instantOf(wall, timezone)!;
  const made = await tx
    .insert(meetings)
    .values({
      ...{ id: newId(), seriesId: series.id, occurrence, title: name, template, wall, timezone, startsAt },
      ...{ minutes, place, link, hostId, state: 'planned', version: 1, sequence: 0, madeAt: now },
    })
    .onConflictDoNothing()
    .returning({ id: meetings.id });
  const id = made[0]?.id ?? null;
  if (id) await recordStep(tx, id, { step: 'planned', byId, now });
  return id;
}

/** Makes what a series lacks of its next meetings. Doing it again, or twice at once, makes nothing more. */
export async function makeMeetings(tx: Tx, series: Series, now: number): Promise<void> {
  const wanted = timesToMake(series, now);
  if (wanted.length === 0) return;
  const there = await tx
    .select({ occurrence: meetings.occurrence })
    .from(meetings)
    .where(eq(meetings.seriesId, series.id));
  const known = new Set(there.map(({ occurrence }) => occurrence));
  for (const wall of wanted)
    if (!known.has(wall)) await makeMeeting(tx, series, wall, { occurrence: wall, byId: null, now });
}

/** Makes the meetings that are due of every series that goes on. An idle house writes nothing. */
export async function makeAllMeetings(now: number): Promise<void> {
  const goingOn = await db.read.select().from(meetingSeries).where(isNull(meetingSeries.endedAt));
  for (const { id } of await lacking(goingOn, now)) {
    await db.write(async (tx) => {
      const [series] = await tx
        .select()
        .from(meetingSeries)
        .where(and(eq(meetingSeries.id, id), isNull(meetingSeries.endedAt)));
      if (series) await makeMeetings(tx, series, now);
    });
  }
}

async function lacking(all: Series[], now: number): Promise<Series[]> {
  const found: Series[] = [];
  for (const series of all) {
    const rows = await db.read
      .select({ occurrence: meetings.occurrence })
      .from(meetings)
      .where(eq(meetings.seriesId, series.id));
    const known = new Set(rows.map(({ occurrence }) => occurrence));
    if (timesToMake(series, now).some((wall) => !known.has(wall))) found.push(series);
  }
  return found;
}
