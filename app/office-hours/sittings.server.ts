/** The sittings of hours, made some weeks ahead. */
import { and, eq, gte, isNull } from 'drizzle-orm';

import { occurrences } from '#app/calendars/recurrence.ts';
import { instantOf, isZone, minutesLater, wallTimeAt } from '#app/calendars/wall-time.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { officeHours, sittings } from '#db/schema/office-hours.ts';

import { AHEAD } from './free.server.ts';
import type { Occurrence } from './moving.ts';

type Hours = typeof officeHours.$inferSelect;
const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;

/**
 * When hours come round from now on, as far ahead as sittings are made; one that is under way is among them only where
 * it is asked for. None where their zone is known no longer.
 */
export function comingTimes(
  hours: Omit<Hours, 'id'>,
  now: number,
  { ahead = AHEAD, underWay = false } = {},
): Occurrence[] {
  if (!isZone(hours.timezone)) return [];
  const from = wallTimeAt(now - DAY, hours.timezone);
  const until = minutesLater(wallTimeAt(now + ahead, hours.timezone), 1);
  return occurrences(hours, { from, until })
    .map((wall) => ({ wall, at: instantOf(wall, hours.timezone)!.at }))
    .filter(({ at }) => (underWay ? at + hours.minutes * MINUTE : at) > now);
}

/** What a sitting has from its hours. */
export const sittingOf = (hours: Hours, { wall, at }: Occurrence) => ({
  occurrence: wall,
  timezone: hours.timezone,
  startsAt: at,
  endsAt: at + hours.minutes * MINUTE,
  slotMinutes: hours.slotMinutes,
  place: hours.place,
  link: hours.link,
});

/** Writes the sittings of these times; what is there already stays as it is. */
export async function addSittings(tx: Tx, hours: Hours, times: readonly Occurrence[]): Promise<void> {
  for (const time of times) {
    const whose = { id: newId(), officeHoursId: hours.id, hostId: hours.hostId, sequence: 0 };
    await tx
      .insert(sittings)
      .values({ ...whose, ...sittingOf(hours, time) })
      .onConflictDoNothing();
  }
}

/** Makes the sittings that are missing in the coming weeks. Looks first, and writes only where there is one to make. */
export async function makeSittings(now: number): Promise<void> {
  const all = await db.read
    .select({ hours: officeHours })
    .from(officeHours)
    .innerJoin(people, and(eq(people.id, officeHours.hostId), isNull(people.deactivatedAt)))
    .where(isNull(officeHours.endedAt));
  for (const { hours } of all) {
    if ((await missing(hours, now)).length === 0) continue;
    await db.write(async (tx) => {
      const [still] = await tx
        .select()
        .from(officeHours)
        .where(and(eq(officeHours.id, hours.id), isNull(officeHours.endedAt)));
      if (still) await addSittings(tx, still, await missing(still, now));
    });
  }
}

async function missing(hours: Hours, now: number): Promise<Occurrence[]> {
  const made = await db.read
    .select({ occurrence: sittings.occurrence })
    .from(sittings)
    .where(and(eq(sittings.officeHoursId, hours.id), gte(sittings.startsAt, now - DAY)));
  const known = new Set(made.map(({ occurrence }) => occurrence));
  return comingTimes(hours, now, { underWay: true }).filter(({ wall }) => !known.has(wall));
}
