/** How series are made, changed and ended. */
import { and, eq, gt } from 'drizzle-orm';

import { makeAudience } from '#app/audiences/audience.server.ts';
import { isZone } from '#app/calendars/wall-time.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { meetings, meetingSeries, meetingSteps } from '#db/schema/meetings.ts';

import { recordAttended, undoAttended } from './attended.server.ts';
import { carryOver, uncarry } from './carrying.server.ts';
import { tellChange } from './changing.server.ts';
import { change } from './keeping.server.ts';
import { makeMeetings, type Series } from './making.server.ts';
import { rearrange } from './rearranging.server.ts';
import type { SeriesDraft } from './series.ts';

type By = { id: string };

/** Makes a series, and its first meetings. Returns its id. Refuses a zone that is none. */
export async function createSeries(
  by: By,
  draft: SeriesDraft,
  now: number,
): Promise<{ id: string } | { refused: 'zone' }> {
  if (!isZone(draft.timezone)) return { refused: 'zone' };
  return db.write(async (tx) => {
    const audienceId = await makeAudience(tx, { scope: 'everyone', people: [], squads: [] });
    const made = { id: newId(), audienceId, madeAt: now, madeBy: by.id, version: 1, sequence: 0 };
    const [series] = await tx
      .insert(meetingSeries)
      .values({ ...draft, ...made })
      .returning();
    await makeMeetings(tx, series!, now);
    return { id: series!.id };
  });
}

const whenAndWhere = ['rule', 'firstDay', 'time', 'timezone', 'minutes', 'place', 'link'] as const;

/**
 * Changes a series, and its meetings ahead with it. Refuses a zone that is none, a series that is over, and as `stale`
 * when it changed since `version`.
 */
export async function changeSeries(
  id: string,
  version: number,
  draft: SeriesDraft,
  by: By,
  now: number,
): Promise<{ series: Series } | { refused: 'zone' | 'over' } | { refused: 'stale'; now: Series }> {
  if (!isZone(draft.timezone)) return { refused: 'zone' };
  return db.write(async (tx) => {
    const [before] = await tx.select().from(meetingSeries).where(eq(meetingSeries.id, id));
    if (!before || before.endedAt !== null) return { refused: 'over' };
    if (before.version !== version) return { refused: 'stale', now: before };
    const isNew = whenAndWhere.some((key) => draft[key] !== before[key]);
    const [after] = await tx
      .update(meetingSeries)
      .set({ ...draft, version: version + 1, sequence: before.sequence + (isNew ? 1 : 0) })
      .where(eq(meetingSeries.id, id))
      .returning();
    await rearrange(tx, before, after!, { byId: by.id, now });
    return { series: after! };
  });
}

/** Ends a series: its meetings to come do not take place, and whoever was invited is told. Twice keeps the first time. */
export async function endSeries(id: string, by: By, now: number): Promise<boolean> {
  return db.write(async (tx) => {
    const [before] = await tx.select().from(meetingSeries).where(eq(meetingSeries.id, id));
    if (!before || before.endedAt !== null) return false;
    await tx
      .update(meetingSeries)
      .set({ endedAt: now, endedBy: by.id, version: before.version + 1, sequence: before.sequence + 1 })
      .where(eq(meetingSeries.id, id));
    const ahead = await tx
      .select()
      .from(meetings)
      .where(and(eq(meetings.seriesId, id), eq(meetings.state, 'planned'), gt(meetings.startsAt, now)));
    const taken = { step: 'skipped', byId: by.id, note: ENDED, now } as const;
    for (const meeting of ahead) {
      const { meeting: after } = await change(tx, meeting, { state: 'skipped' }, taken);
      await tellChange(tx, meeting, after, taken);
    }
    // Once none is planned any more, so that what was on their agendas goes back to the proposals in one step.
    for (const meeting of ahead) {
      await carryOver(tx, meeting, by, now);
      await undoAttended(tx, meeting, taken);
    }
    return true;
  });
}

const ENDED = 'the series has ended';

/** Lets a series that was ended go on: what was skipped with its end takes place after all. */
export async function resumeSeries(id: string, by: By, now: number): Promise<boolean> {
  return db.write(async (tx) => {
    const [before] = await tx.select().from(meetingSeries).where(eq(meetingSeries.id, id));
    if (!before || before.endedAt === null) return false;
    const [series] = await tx
      .update(meetingSeries)
      .set({ endedAt: null, endedBy: null, version: before.version + 1, sequence: before.sequence + 1 })
      .where(eq(meetingSeries.id, id))
      .returning();
    const rows = await tx
      .select({ meeting: meetings })
      .from(meetings)
      .innerJoin(meetingSteps, eq(meetingSteps.meetingId, meetings.id))
      .where(
        and(
          eq(meetings.seriesId, id),
          eq(meetings.state, 'skipped'),
          gt(meetings.startsAt, now),
          eq(meetingSteps.step, 'skipped'),
          eq(meetingSteps.note, ENDED),
          eq(meetingSteps.at, before.endedAt),
        ),
      );
    const taken = { step: 'restored', byId: by.id, note: 'the series goes on', now } as const;
    for (const { meeting } of rows) {
      const { meeting: after } = await change(tx, meeting, { state: 'planned' }, taken);
      await tellChange(tx, meeting, after, taken);
      await uncarry(tx, after);
      await recordAttended(tx, after, taken);
    }
    await makeMeetings(tx, series!, now);
    return true;
  });
}
