/** A host's hours: made, changed, ended. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { officeHours } from '#db/schema/office-hours.ts';

import { callOff, comingOf, reopen } from './cancelling.server.ts';
import type { HoursDraft } from './hours.ts';
import { moveSittings } from './moving.server.ts';
import { queueChanged } from './queue-news.server.ts';
import { addSittings, comingTimes } from './sittings.server.ts';

export type Hours = typeof officeHours.$inferSelect;
type By = { id: string };

/** A host's hours that have not ended, in the order they were made. */
export const hoursHostedBy = (hostId: string): Promise<Hours[]> =>
  db.read
    .select()
    .from(officeHours)
    .where(and(eq(officeHours.hostId, hostId), isNull(officeHours.endedAt)))
    .orderBy(asc(officeHours.madeAt), asc(officeHours.id));

/** A host's own hours; null: they have none by this id. */
export async function ownHours(viewer: By, id: string): Promise<Hours | null> {
  const [hours] = await db.read
    .select()
    .from(officeHours)
    .where(and(eq(officeHours.id, id), eq(officeHours.hostId, viewer.id)));
  return hours ?? null;
}

/**
 * Makes hours, and their sittings of the coming weeks. The same form sent twice makes them once; with another rhythm, day
 * or time, from a form that somebody went back to, they are others. Returns their id.
 */
export async function makeHours(
  by: By,
  { id, ...draft }: HoursDraft & { id: string },
  now: number,
): Promise<string> {
  return db.write(async (tx) => {
    const [same] = await tx.select().from(officeHours).where(eq(officeHours.id, id));
    const isSent = same?.rule === draft.rule && same.firstDay === draft.firstDay && same.time === draft.time;
    if (isSent && same.hostId === by.id) return id;
    const made = { ...draft, id: same ? newId() : id, hostId: by.id, madeAt: now, version: 1 };
    const [hours] = await tx.insert(officeHours).values(made).returning();
    await addSittings(tx, hours!, comingTimes(hours!, now, { underWay: true }));
    queueChanged();
    return made.id;
  });
}

/** Changes hours: coming sittings move along, and who had booked is told. Refuses what ended, and a stale version. */
export async function changeHours(
  by: By,
  id: string,
  version: number,
  draft: HoursDraft,
  now: number,
): Promise<{ changed: true } | { refused: 'ended' } | { refused: 'stale'; now: Hours }> {
  return db.write(async (tx) => {
    const before = await ownHours(by, id);
    if (!before || before.endedAt !== null) return { refused: 'ended' };
    if (before.version !== version) return { refused: 'stale', now: before };
    const [hours] = await tx
      .update(officeHours)
      .set({ ...draft, version: sql`${officeHours.version} + 1` })
      .where(eq(officeHours.id, id))
      .returning();
    await moveSittings(tx, hours!, now);
    return { changed: true };
  });
}

/** Ends hours: what is yet to come is called off, and who had booked goes to another host. False: they are not theirs. */
export async function endHours(by: By, id: string, now: number): Promise<boolean> {
  return db.write(async (tx) => {
    const hours = await ownHours(by, id);
    if (hours && hours.endedAt === null) await end(tx, hours, by.id, now);
    return hours !== null;
  });
}

/** The same inside a transaction; `byId` is null where it happens by itself. */
export async function end(tx: Tx, hours: Hours, byId: string | null, now: number): Promise<void> {
  const ended = { endedAt: now, version: hours.version + 1 };
  await tx.update(officeHours).set(ended).where(eq(officeHours.id, hours.id));
  for (const sitting of await comingOf(hours.id, now))
    if (sitting.cancelledAt === null) await callOff(tx, sitting, byId, now);
}

/** Lets hours go on that were ended, with the sittings that were called off by that. False: they are not theirs. */
export async function resumeHours(by: By, id: string, now: number): Promise<boolean> {
  return db.write(async (tx) => {
    const hours = await ownHours(by, id);
    if (hours && hours.endedAt !== null) {
      const resumed = { ...hours, endedAt: null, version: hours.version + 1 };
      await tx.update(officeHours).set(resumed).where(eq(officeHours.id, id));
      for (const sitting of await comingOf(id, now))
        if (sitting.cancelledAt === hours.endedAt) await reopen(tx, sitting, now);
      await addSittings(tx, resumed, comingTimes(resumed, now));
    }
    return hours !== null;
  });
}
