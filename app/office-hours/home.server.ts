/** What the home page says of office hours. */
import { and, eq, gt, isNull, lte } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { sittings } from '#db/schema/office-hours.ts';

import { aheadOf } from './bookings.server.ts';
import { offerHeldFor } from './offers.server.ts';
import { queuePage } from './queue-page.server.ts';

/** Somebody's next booking, and what is held for them; null where there is none. Moments are epoch ms. */
export async function nextForCaller(viewer: { id: string }, now: number) {
  const [[booking], held] = [await aheadOf(viewer.id, now), await offerHeldFor(viewer, now)];
  return {
    booking: booking ? { id: booking.id, startsAt: booking.startsAt, host: booking.host } : null,
    held: held ? { id: held.offer.id, startsAt: held.offer.startsAt, until: held.offer.expiresAt } : null,
  };
}

/** Whether somebody sits now: asked before the whole queue is, since hardly anybody does. */
async function sitsNow({ id }: { id: string }, now: number): Promise<boolean> {
  const lasts = and(lte(sittings.startsAt, now), gt(sittings.endsAt, now), isNull(sittings.cancelledAt));
  const [sitting] = await db.read
    .select({ id: sittings.id })
    .from(sittings)
    .where(and(eq(sittings.hostId, id), lasts))
    .limit(1);
  return sitting !== undefined;
}

/** What waits for a host who sits now: how many callers, and a booking at hand; null: they do not sit. */
export async function waitingForHost(viewer: { id: string }, now: number) {
  const asHost = (await sitsNow(viewer, now)) ? (await queuePage(viewer, now)).asHost : null;
  if (!asHost) return null;
  const { waiting, atHand } = asHost;
  return {
    waiting: waiting.length,
    booking: atHand ? { id: atHand.id, startsAt: atHand.startsAt, person: atHand.person } : null,
  };
}
