import { and, eq, inArray, isNotNull, isNull, max } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { bookings, queuePlaces, sittings } from '#db/schema/office-hours.ts';

import type { Turn } from './turn.ts';

/** When each of these hosts last had somebody, bookings and the queue together. A booking given back was no turn. */
export async function turnsOf(hostIds: string[]): Promise<Turn[]> {
  const ids = [...new Set(hostIds)];
  if (ids.length === 0) return [];
  const booked = await db.read
    .select({ hostId: sittings.hostId, at: max(bookings.madeAt) })
    .from(bookings)
    .innerJoin(sittings, eq(sittings.id, bookings.sittingId))
    .where(and(inArray(sittings.hostId, ids), isNull(bookings.releasedAt)))
    .groupBy(sittings.hostId);
  const taken = await db.read
    .select({ hostId: queuePlaces.takenBy, at: max(queuePlaces.takenAt) })
    .from(queuePlaces)
    .where(and(inArray(queuePlaces.takenBy, ids), isNotNull(queuePlaces.takenAt)))
    .groupBy(queuePlaces.takenBy);
  const moments = [...booked, ...taken];
  return ids.map((hostId) => {
    const own = moments.flatMap((turn) =>
      turn.hostId === hostId && turn.at !== null ? [Number(turn.at)] : [],
    );
    return { hostId, lastAt: own.length > 0 ? Math.max(...own) : null };
  });
}
