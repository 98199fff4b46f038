/** Sessions somebody led: written down by them, and confirmed by those who were there. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { recordFact, undoFacts } from '#app/facts/facts.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { activities } from '#db/schema/belts.ts';

import { type ActivityDraft, confirmationsNeeded } from './activity.ts';
import { askToAttest, attestationsOf } from './attestations.server.ts';
import { startOf } from './calendar-day.ts';
import { beltRules } from './rules.server.ts';

type Activity = typeof activities.$inferSelect;
type By = { id: string };

/** Writes down a session somebody led, and asks those who were there to confirm it. Refuses where they are too few. */
export async function noteActivity(
  by: By,
  { feature, day, outcome }: ActivityDraft,
  participants: readonly string[],
  now: number,
): Promise<{ id: string } | { refused: 'oneself' | 'too-few' }> {
  if (participants.includes(by.id)) return { refused: 'oneself' };
  if (new Set(participants).size < confirmationsNeeded(beltRules())) return { refused: 'too-few' };
  return db.write(async (tx) => {
    const id = newId();
    const kind = 'threat-modelling' as const;
    await tx.insert(activities).values({ id, kind, personId: by.id, feature, day, outcome, createdAt: now });
    await askToAttest(tx, 'activity', id, participants, now);
    await confirmActivity(tx, id, now);
    return { id };
  });
}

/** Asks somebody else who was there, while it waits. Refuses oneself, and a session that is confirmed or withdrawn. */
export async function askParticipant(
  by: By,
  id: string,
  personId: string,
  now: number,
): Promise<{ asked: true } | { refused: 'oneself' | 'not-now' }> {
  if (personId === by.id) return { refused: 'oneself' };
  return db.write(async (tx) => {
    const [waiting] = await tx
      .select({ id: activities.id })
      .from(activities)
      .where(and(isOwn(by, id), isWaiting));
    if (!waiting) return { refused: 'not-now' };
    await askToAttest(tx, 'activity', id, [personId], now);
    return { asked: true };
  });
}

const isOwn = (by: By, id: string) => and(eq(activities.id, id), eq(activities.personId, by.id));
const isWaiting = and(isNull(activities.confirmedAt), isNull(activities.withdrawnAt));

/**
 * Makes a session count once enough of those who were there have confirmed it: for whoever led it, from the day it took
 * place. Called in the transaction in which somebody confirms.
 */
export async function confirmActivity(tx: Tx, id: string, now: number): Promise<void> {
  // Changes nothing, but holds the row: of two who confirm at once, the second counts both.
  const [waiting] = await tx
    .update(activities)
    .set({ confirmedAt: null })
    .where(and(eq(activities.id, id), isWaiting))
    .returning();
  if (!waiting) return;
  const confirmed = await confirmedBy(id);
  if (confirmed.length < confirmationsNeeded(beltRules())) return;
  await tx.update(activities).set({ confirmedAt: now }).where(eq(activities.id, id));
  await recordLed(tx, waiting, now);
  await tell(tx, {
    personId: waiting.personId,
    kind: 'belt',
    text: `Confirmed by those who were there: your session about ${waiting.feature}. It counts toward your belt.`,
    path: paths.activity(id),
    now,
  });
}

const confirmedBy = async (id: string): Promise<string[]> =>
  (await attestationsOf('activity', id))
    .filter(({ answer }) => answer === 'confirmed')
    .map(({ person }) => person.id);

const recordLed = async (tx: Tx, { id, personId, day }: Activity, now: number) =>
  recordFact(tx, {
    kind: 'session-led',
    personId,
    at: startOf(day, await zoneHere()),
    source: { room: 'belts', id },
    details: { activity: id, vouchers: await confirmedBy(id) },
    by: null,
    now,
  });

/** Takes back a session, by whoever led it; what it showed is undone. Null when it is not theirs. */
export async function withdrawActivity(by: By, id: string, now: number): Promise<{ id: string } | null> {
  return db.write(async (tx) => {
    const [own] = await tx.select({ id: activities.id }).from(activities).where(isOwn(by, id));
    if (!own) return null;
    const [withdrawn] = await tx
      .update(activities)
      .set({ withdrawnAt: now })
      .where(and(isOwn(by, id), isNull(activities.withdrawnAt)))
      .returning();
    if (withdrawn) await undoFacts(tx, { room: 'belts', id }, { by: by.id, now });
    return own;
  });
}

/** Brings back a session that was taken back, as it stood. Null when it is not theirs. */
export async function restoreActivity(by: By, id: string): Promise<{ id: string } | null> {
  return db.write(async (tx) => {
    const [own] = await tx.select({ id: activities.id }).from(activities).where(isOwn(by, id));
    if (!own) return null;
    const [restored] = await tx
      .update(activities)
      .set({ withdrawnAt: null })
      .where(and(isOwn(by, id), isNotNull(activities.withdrawnAt)))
      .returning();
    // Written down when it was confirmed: bringing it back moves it into no other season or year.
    if (restored && restored.confirmedAt !== null) await recordLed(tx, restored, restored.confirmedAt);
    return own;
  });
}
