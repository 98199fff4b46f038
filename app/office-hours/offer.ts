import type { Slot } from './slot.ts';
import { MOST_BOOKINGS, overlaps } from './slot.ts';

const MINUTE = 60_000;
const HELD = 120 * MINUTE;
/** Shortly before it begins nothing is held any more: whoever comes first has it. */
const SHORTLY = 30 * MINUTE;

/** Until when a freed slot is held for the first in line (epoch ms); null: it is too late to hold it for anybody. */
export function heldUntil(now: number, startsAt: number): number | null {
  const until = Math.min(now + HELD, startsAt - SHORTLY);
  return until > now ? until : null;
}

/** Somebody who would take what frees up. `bookings`: what they have ahead of them. */
export type Wish = {
  id: string;
  personId: string;
  madeAt: number;
  bookings: readonly Pick<Slot, 'startsAt' | 'minutes'>[];
};

/** Earliest first; of two at one moment, the first by id. */
const inLine = (a: Pick<Wish, 'id' | 'madeAt'>, b: Pick<Wish, 'id' | 'madeAt'>): number =>
  a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1);

/**
 * For whom a freed slot is held: the first in line who can have it. Not its own host, nobody who has something else at
 * the time or as many bookings as one may have, nobody who was asked about it already or is being asked about another.
 */
export function firstInLine(
  slot: Slot,
  wishes: readonly Wish[],
  asked: { aboutThis: ReadonlySet<string>; aboutAnother: ReadonlySet<string> },
): Wish | null {
  const can = (wish: Wish) =>
    wish.personId !== slot.hostId &&
    wish.bookings.length < MOST_BOOKINGS &&
    !wish.bookings.some((booking) => overlaps(booking, slot)) &&
    !asked.aboutThis.has(wish.id) &&
    !asked.aboutAnother.has(wish.id);
  return wishes.filter(can).toSorted(inLine)[0] ?? null;
}
