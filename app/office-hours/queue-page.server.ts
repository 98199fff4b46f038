/** What a page of the queue shows, through the eyes of whoever looks at it. */
import { hostedAhead } from './bookings.server.ts';
import { AHEAD, comingSittings } from './free.server.ts';
import { seeing, sittingNow, standingPlaces } from './queue.server.ts';
import { SOON } from './queue.ts';
import { nextTurn } from './turn.ts';
import { turnsOf } from './turns.server.ts';

/**
 * Who sits and whose turn it is, one's own place and how many are before it; for a host who sits, who waits and why, the
 * caller they see and a booking at hand. While nobody sits: when the next do.
 */
export async function queuePage(viewer: { id: string }, now: number) {
  const [sitting, places] = [await sittingNow(now), await standingPlaces()];
  const waiting = places.filter(({ place }) => place.state === 'waiting');
  const mine = places.find(({ place }) => place.personId === viewer.id) ?? null;
  const own = sitting.find(({ hostId }) => hostId === viewer.id) ?? null;
  const next = sitting.length > 0 ? null : (await comingSittings({ from: now, until: now + AHEAD }))[0];
  return {
    isOpen: sitting.length > 0,
    closesAt: sitting.length > 0 ? Math.max(...sitting.map(({ endsAt }) => endsAt)) : null,
    next: next ? { startsAt: next.startsAt, host: next.host } : null,
    waits: waiting.length,
    hosts: await hostsSitting(sitting, now),
    before: mine ? waiting.findIndex(({ place }) => place.id === mine.place.id) : null,
    mine: mine && {
      id: mine.place.id,
      topic: mine.place.topic,
      tried: mine.place.tried,
      version: mine.place.version,
      by: mine.place.state === 'taken' ? mine.taker : null,
      where: sitting.find(({ id }) => id === mine.place.sittingId) ?? null,
    },
    asHost: own
      ? {
          endsAt: own.endsAt,
          atHand: (await atHandOf(viewer.id, now)) ?? null,
          seen: places.flatMap(shownTo(viewer.id, 'taken'))[0] ?? null,
          waiting: places.flatMap(shownTo(viewer.id, 'waiting')),
        }
      : null,
  };
}

type Standing = Awaited<ReturnType<typeof standingPlaces>>[number];

/** What a host is shown of a place: of those who wait all but themself, of those being seen their own caller. */
const shownTo =
  (hostId: string, state: 'waiting' | 'taken') =>
  ({ place, person }: Standing) => {
    const { id, topic, tried, joinedAt, personId, takenBy } = place;
    const isTheirs = state === 'taken' ? takenBy === hostId : personId !== hostId;
    return place.state === state && isTheirs ? [{ id, topic, tried, joinedAt, person }] : [];
  };

/** A host's booking that begins soon, or is under way. */
async function atHandOf(hostId: string, now: number) {
  const [first] = await hostedAhead(hostId, now);
  if (!first || first.startsAt - SOON > now) return undefined;
  const { id, startsAt, minutes, person, topic, tried } = first;
  return { id, startsAt, minutes, person, topic, tried };
}

/** Who sits now, and which of them is next: of those who see nobody and have no booking at hand, whose turn it is. */
async function hostsSitting(sitting: Awaited<ReturnType<typeof sittingNow>>, now: number) {
  const hosts = await Promise.all(
    sitting.map(async ({ hostId, host, place, link, endsAt }) => ({
      id: hostId,
      name: host,
      place,
      link,
      endsAt,
      isFree: (await seeing(hostId)) === null && (await atHandOf(hostId, now)) === undefined,
    })),
  );
  const next = nextTurn(await turnsOf(hosts.filter(({ isFree }) => isFree).map(({ id }) => id)));
  return hosts.map((host) => ({ ...host, isNext: host.id === next }));
}
