/** The queue of those who come without a booking: it is open while somebody sits. */
import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';

import { paths } from '#app/paths.ts';
import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { queuePlaces } from '#db/schema/office-hours.ts';

import { comingSittings } from './free.server.ts';
import { queueChanged } from './queue-news.server.ts';
import { type Part, type State, stands, type Step, take } from './queue.ts';
import { tellOf } from './telling.server.ts';
import type { Words } from './words.ts';

type By = { id: string; name: string };
export type Place = typeof queuePlaces.$inferSelect;

/** The sittings that last now, of hosts who are here; of each host the one that lasts longest. While there is one, the queue is open. */
export async function sittingNow(now: number) {
  const all = await comingSittings({ from: now, until: now + 1 });
  const lasting = all.filter(({ startsAt }) => startsAt <= now).toSorted((a, b) => b.endsAt - a.endsAt);
  return lasting
    .filter(({ hostId }, nth) => lasting.findIndex((one) => one.hostId === hostId) === nth)
    .toSorted((a, b) => a.endsAt - b.endsAt || (a.id < b.id ? -1 : 1));
}

/** Somebody's one place: they wait, or are being seen. */
export async function placeOf(personId: string): Promise<Place | null> {
  const [place] = await db.read.select().from(queuePlaces).where(eq(queuePlaces.standing, personId));
  return place ?? null;
}

const taker = aliasOf(people, 'taker');
/** Who waits and who is being seen, of people who are here, in the order of the queue. */
export const standingPlaces = () =>
  db.read
    .select({ place: queuePlaces, person: people.name, taker: taker.name })
    .from(queuePlaces)
    .innerJoin(people, and(eq(people.id, queuePlaces.personId), isNull(people.deactivatedAt)))
    .leftJoin(taker, eq(taker.id, queuePlaces.takenBy))
    .where(isNotNull(queuePlaces.standing))
    .orderBy(asc(queuePlaces.joinedAt), asc(queuePlaces.id));

/** Joins the queue. Whoever stands in it already keeps their place, with these words. Refuses while nobody sits. */
export async function join(
  by: { id: string },
  words: Words,
  now: number,
): Promise<{ id: string } | { refused: 'closed' }> {
  return db.write(async (tx) => {
    const place = await placeOf(by.id);
    if (place) {
      const rewritten = { ...words, version: place.version + 1 };
      await tx.update(queuePlaces).set(rewritten).where(eq(queuePlaces.id, place.id));
      queueChanged();
      return { id: place.id };
    }
    if ((await sittingNow(now)).length === 0) return { refused: 'closed' };
    const id = newId();
    await tx.insert(queuePlaces).values({
      id,
      personId: by.id,
      ...words,
      joinedAt: now,
      state: 'waiting',
      version: 1,
      standing: by.id,
    });
    queueChanged();
    return { id };
  });
}

/** Changes what somebody came with; they keep their place. Refuses what is over, and a stale version. */
export async function rewritePlace(
  by: { id: string },
  id: string,
  { version, ...words }: Words & { version: number },
): Promise<
  { saved: true } | { refused: 'not-now' } | { refused: 'stale'; now: Words & { version: number } }
> {
  return db.write(async (tx) => {
    const place = await placeOf(by.id);
    if (place?.id !== id) return { refused: 'not-now' };
    const { topic, tried } = place;
    if (topic === words.topic && tried === words.tried) return { saved: true };
    if (place.version !== version) return { refused: 'stale', now: { topic, tried, version: place.version } };
    await tx
      .update(queuePlaces)
      .set({ ...words, version: version + 1 })
      .where(eq(queuePlaces.id, id));
    queueChanged();
    return { saved: true };
  });
}

export type Outcome =
  | { taken: Step; place: Place }
  | { refused: 'not-yours' | 'not-now' | 'busy' | 'closed' | 'standing' }
  /** another host was quicker */
  | { refused: 'seen-by'; by: string; next: { id: string; person: string } | null };

/**
 * Takes a step with a place in the queue. A host sees one caller at a time; of two who take the same one, the second is
 * told who has them and who is next.
 */
export async function takeStep(id: string, step: Step, by: By, now: number): Promise<Outcome> {
  return db.write(async (tx) => {
    const [place] = await tx.select().from(queuePlaces).where(eq(queuePlaces.id, id));
    if (!place) return { refused: 'not-yours' };
    const sitting = (await sittingNow(now)).find(({ hostId }) => hostId === by.id) ?? null;
    const part: Part = {
      isCaller: place.personId === by.id,
      isSitting: sitting !== null,
      took: place.takenBy === by.id,
    };
    if (step === 'taken' && place.state === 'taken' && part.took) return { taken: step, place };
    if (step === 'taken' && place.state === 'taken' && part.isSitting) return seenBy(place, by);
    const state = take(step, place.state, part);
    if (typeof state !== 'string') return state;
    const refusal = await inTheWay(step, state, place, by, now);
    if (refusal) return { refused: refusal };
    const takes = step === 'taken' ? { takenBy: by.id, takenAt: now, sittingId: sitting!.id } : {};
    const freed = state === 'waiting' ? { takenBy: null, takenAt: null, sittingId: null } : {};
    const standing = stands(state) ? place.personId : null;
    const endedAt = stands(state) ? null : now;
    await tx
      .update(queuePlaces)
      .set({ state, standing, endedAt, ...takes, ...freed, version: sql`${queuePlaces.version} + 1` })
      .where(eq(queuePlaces.id, id));
    await tellCaller(tx, step, place, { host: by.name, where: sitting?.place ?? null }, now);
    queueChanged();
    return { taken: step, place };
  });
}

/** What else stands against a step that its state allows. */
async function inTheWay(step: Step, to: State, place: Place, by: By, now: number) {
  if (stands(to) && !stands(place.state) && (await placeOf(place.personId))) return 'standing';
  if (step === 'returned' && (await sittingNow(now)).length === 0) return 'closed';
  if ((step === 'taken' || step === 'resumed') && (await seeing(by.id))) return 'busy';
  return null;
}

/** Whom a host is seeing now; null: nobody. */
export async function seeing(hostId: string): Promise<Place | null> {
  const [place] = await db.read
    .select()
    .from(queuePlaces)
    .where(and(eq(queuePlaces.takenBy, hostId), eq(queuePlaces.state, 'taken')));
  return place ?? null;
}

async function seenBy(place: Place, by: { id: string }): Promise<Outcome> {
  const all = await standingPlaces();
  const next = all.find((one) => one.place.state === 'waiting' && one.place.personId !== by.id);
  const has = all.find((one) => one.place.id === place.id)?.taker ?? 'Another host';
  return { refused: 'seen-by', by: has, next: next ? { id: next.place.id, person: next.person } : null };
}

async function tellCaller(
  tx: Tx,
  step: Step,
  { personId }: Place,
  { host, where }: { host: string; where: string | null },
  now: number,
): Promise<void> {
  const text =
    step === 'taken'
      ? `${host} is ready for you${where ? `: ${where}` : ''}.`
      : step === 'put-back'
        ? 'You are back in the queue, at the place you had. A host will be with you.'
        : null;
  if (text) await tellOf(tx, personId, text, paths.queue(), now);
}

/** Ends these places: their callers are gone, or the queue has closed. */
export async function endPlaces(tx: Tx, ids: string[], state: 'done' | 'left', now: number): Promise<void> {
  await tx
    .update(queuePlaces)
    .set({ state, standing: null, endedAt: now, version: sql`${queuePlaces.version} + 1` })
    .where(inArray(queuePlaces.id, ids));
  queueChanged();
}
