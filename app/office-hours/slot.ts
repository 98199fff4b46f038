/** A part of a sitting that one person can have. Moments are epoch ms. */
export type Slot = { sittingId: string; hostId: string; startsAt: number; minutes: number };

export type Sitting = {
  id: string;
  hostId: string;
  startsAt: number;
  endsAt: number;
  slotMinutes: number;
};

const MINUTE = 60_000;

/** No booking is longer, in ms. */
export const LONGEST = 60 * MINUTE;

/** How many bookings ahead of them somebody may have, so that others find a time too. */
export const MOST_BOOKINGS = 3;

/** What stands in the table while a slot is somebody's, or is held for them: nobody else can write the same. */
export const heldKey = ({ sittingId, startsAt }: Pick<Slot, 'sittingId' | 'startsAt'>): string =>
  `${sittingId} ${startsAt}`;

export const endOf = ({ startsAt, minutes }: Pick<Slot, 'startsAt' | 'minutes'>): number =>
  startsAt + minutes * MINUTE;

/** Whether a stretch of time lies within a sitting. */
export const liesWithin = (
  slot: Pick<Slot, 'startsAt' | 'minutes'>,
  { startsAt, endsAt }: Pick<Sitting, 'startsAt' | 'endsAt'>,
): boolean => slot.startsAt >= startsAt && endOf(slot) <= endsAt;

/** Whether two stretches of time have a moment in common. */
export const overlaps = (
  one: Pick<Slot, 'startsAt' | 'minutes'>,
  other: Pick<Slot, 'startsAt' | 'minutes'>,
): boolean => one.startsAt < endOf(other) && other.startsAt < endOf(one);

/** The parts of a sitting, in order; what is left at its end is too short for one. */
export function slotsOf({ id, hostId, startsAt, endsAt, slotMinutes }: Sitting): Slot[] {
  const fit = Math.floor((endsAt - startsAt) / (slotMinutes * MINUTE));
  return Array.from({ length: fit }, (_, nth) => ({
    sittingId: id,
    hostId,
    startsAt: startsAt + nth * slotMinutes * MINUTE,
    minutes: slotMinutes,
  }));
}

/**
 * The parts of these sittings that begin after a moment and that nobody has, soonest first. A host who is with somebody
 * is free in none of their sittings.
 */
export function freeAmong(sittings: readonly Sitting[], taken: readonly Slot[], after: number): Slot[] {
  const busy = Map.groupBy(taken, ({ hostId }) => hostId);
  return sittings
    .flatMap(slotsOf)
    .filter((slot) => slot.startsAt > after)
    .filter((slot) => !(busy.get(slot.hostId) ?? []).some((other) => overlaps(slot, other)))
    .toSorted((a, b) => a.startsAt - b.startsAt || (a.sittingId < b.sittingId ? -1 : 1));
}
