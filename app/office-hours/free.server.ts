/** Which times can be booked. */
import { and, asc, eq, gt, inArray, isNotNull, isNull, lt } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { bookings, sittings, slotOffers } from '#db/schema/office-hours.ts';

import { freeAmong, LONGEST, type Slot } from './slot.ts';

/** What can be booked ahead, in ms: so far ahead sittings are made. */
export const AHEAD = 42 * 24 * 60 * 60_000;

export type FreeSlot = Slot & { host: string; place: string };

/** Sittings that take place, of hosts who are here, that last into a stretch of time (epoch ms). */
export const comingSittings = ({ from, until }: { from: number; until: number }) =>
  db.read
    .select({
      id: sittings.id,
      hostId: sittings.hostId,
      host: people.name,
      startsAt: sittings.startsAt,
      endsAt: sittings.endsAt,
      slotMinutes: sittings.slotMinutes,
      timezone: sittings.timezone,
      place: sittings.place,
      link: sittings.link,
    })
    .from(sittings)
    .innerJoin(people, and(eq(people.id, sittings.hostId), isNull(people.deactivatedAt)))
    .where(and(isNull(sittings.cancelledAt), gt(sittings.endsAt, from), lt(sittings.startsAt, until)))
    .orderBy(asc(sittings.startsAt), asc(sittings.id));

/** What these sittings' hosts have given or are holding, in any of their sittings. */
async function takenOf(hostIds: string[], from: number, until: number): Promise<Slot[]> {
  if (hostIds.length === 0) return [];
  const columns = (of: typeof bookings | typeof slotOffers) => ({
    sittingId: of.sittingId,
    hostId: sittings.hostId,
    startsAt: of.startsAt,
    minutes: of.minutes,
  });
  const among = (of: typeof bookings | typeof slotOffers) =>
    and(
      isNotNull(of.held),
      inArray(sittings.hostId, hostIds),
      gt(sittings.endsAt, from),
      lt(sittings.startsAt, until),
    );
  const given = await db.read
    .select(columns(bookings))
    .from(bookings)
    .innerJoin(sittings, eq(sittings.id, bookings.sittingId))
    .where(among(bookings));
  const held = await db.read
    .select(columns(slotOffers))
    .from(slotOffers)
    .innerJoin(sittings, eq(sittings.id, slotOffers.sittingId))
    .where(among(slotOffers));
  return [...given, ...held];
}

/** The slots that begin after now within a stretch of time and that nobody has, soonest first; none of one's own. */
export async function freeSlots(
  asker: { id: string } | null,
  now: number,
  { from = now, until = now + AHEAD }: { from?: number; until?: number } = {},
): Promise<FreeSlot[]> {
  const coming = (await comingSittings({ from, until })).filter(({ hostId }) => hostId !== asker?.id);
  // The last slot asked for may reach into a sitting that begins after it.
  const taken = await takenOf([...new Set(coming.map(({ hostId }) => hostId))], from, until + LONGEST);
  const byId = new Map(coming.map((sitting) => [sitting.id, sitting]));
  return freeAmong(coming, taken, now)
    .filter(({ startsAt }) => startsAt >= from && startsAt < until)
    .map((slot) => {
      const { host, place } = byId.get(slot.sittingId)!;
      return { ...slot, host, place };
    });
}

/** The free slots that begin at this very moment. */
export const freeAt = (asker: { id: string }, at: number, now: number): Promise<FreeSlot[]> =>
  freeSlots(asker, now, { from: at, until: at + 1 });

/** The free times nearest to a moment, one slot for each time, in order. */
export async function nearestFree(
  asker: { id: string },
  at: number,
  now: number,
  most = 5,
): Promise<FreeSlot[]> {
  const all = await freeSlots(asker, now);
  const times = all.filter((slot, nth) => all[nth - 1]?.startsAt !== slot.startsAt);
  return times
    .toSorted((a, b) => Math.abs(a.startsAt - at) - Math.abs(b.startsAt - at))
    .slice(0, most)
    .toSorted((a, b) => a.startsAt - b.startsAt);
}
