/** What people show of how they are recognised: they alone decide. */
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { grants, showings, thanks } from '#db/schema/recognition.ts';

import { grantStands } from './grants-standing.server.ts';
import { postShown, takeBackShown } from './posting.server.ts';
import { recognitionSettings } from './rules.server.ts';
import { monthOf, seasonOf } from './season.ts';
import { heldBy, pairOf, type Shown } from './showing.ts';

type By = { id: string };

/**
 * Puts something of one's own on the wall. What was there before stands where it stood, so that showing it again moves
 * it nowhere. Null: it isn't theirs, or stands no more. `shown` is the showing.
 */
export async function show(
  by: By,
  what: Shown,
  now: number,
): Promise<{ shown: string } | { refused: 'pair' | 'private' } | null> {
  const season = seasonOf(monthOf(now, await zoneHere()), recognitionSettings().seasonMonths);
  return db.write(async (tx) => {
    const own = await ownOf(tx, by, what);
    if (!own) return null;
    if ('refused' in own) return own;
    const held = heldBy(by.id, what);
    const [before] = await tx
      .select()
      .from(showings)
      .where(isOf(by, what))
      .orderBy(desc(showings.since), desc(showings.id))
      .limit(1);
    if (before?.until === null) return { shown: before.id };
    const pairOnce = own.giverId === null ? null : pairOf(own.giverId, by.id, season);
    // A thanks that was taken back and given anew has lost its place.
    const hasPlace = before !== undefined && (pairOnce === null || before.pairOnce !== null);
    const id = hasPlace ? before.id : newId();
    if (hasPlace) await tx.update(showings).set({ until: null, held }).where(eq(showings.id, id));
    else {
      const row = { id, personId: by.id, kind: what.kind, subject: what.subject, since: now, held, pairOnce };
      const put = await tx.insert(showings).values(row).onConflictDoNothing().returning({ id: showings.id });
      if (put.length === 0) return await orShownBy(tx, held);
    }
    await postShown(tx, by, { id, kind: what.kind }, now);
    return { shown: id };
  });
}

/** Another tab was faster; or the pair is on the wall already. */
async function orShownBy(tx: Tx, held: string): Promise<{ shown: string } | { refused: 'pair' }> {
  const [same] = await tx.select({ id: showings.id }).from(showings).where(eq(showings.held, held));
  return same ? { shown: same.id } : { refused: 'pair' };
}

const isOf = (by: By, { kind, subject }: Shown) =>
  and(eq(showings.personId, by.id), eq(showings.kind, kind), eq(showings.subject, subject));

/** What is somebody's own to show, with who gave it where it is a thanks. */
async function ownOf(
  tx: Tx,
  by: By,
  { kind, subject }: Shown,
): Promise<{ giverId: string | null } | { refused: 'private' } | null> {
  if (kind !== 'thanks') {
    const [granted] = await tx
      .select({ id: grants.id })
      .from(grants)
      .where(and(eq(grants.personId, by.id), eq(grants.gives, kind), eq(grants.what, subject), grantStands))
      .limit(1);
    return granted ? { giverId: null } : null;
  }
  const [given] = await tx
    .select({ giverId: thanks.fromId, meant: thanks.meant })
    .from(thanks)
    .where(and(eq(thanks.id, subject), eq(thanks.toId, by.id), isNull(thanks.withdrawnAt)));
  if (!given) return null;
  return given.meant === 'wall' ? { giverId: given.giverId } : { refused: 'private' };
}

/** Takes something of one's own off the wall; what is to be told of it in channels and has not gone out is told no more. */
export async function hide(by: By, what: Shown, now: number): Promise<void> {
  await db.write((tx) => takeOff(tx, by, what, now));
}

/** The same in a transaction that goes on. */
async function takeOff(tx: Tx, by: By, what: Shown, now: number): Promise<void> {
  const ended = await tx
    .update(showings)
    .set({ until: now, held: null })
    .where(eq(showings.held, heldBy(by.id, what)))
    .returning({ id: showings.id, kind: showings.kind, toPostAt: showings.toPostAt });
  for (const showing of ended) await takeBackShown(tx, showing);
}

/** Gives up the place on the wall of a thanks that is taken back: its pair may stand there with another. */
export async function giveUpPlace(tx: Tx, receiverId: string, thanksId: string, now: number): Promise<void> {
  const what = { kind: 'thanks' as const, subject: thanksId };
  await takeOff(tx, { id: receiverId }, what, now);
  await tx
    .update(showings)
    .set({ pairOnce: null })
    .where(and(isOf({ id: receiverId }, what), isNotNull(showings.pairOnce)));
}

/** One's own showing; null when it isn't theirs. */
export async function ownShowing(by: By, id: string) {
  const [showing] = await db.read
    .select()
    .from(showings)
    .where(and(eq(showings.id, id), eq(showings.personId, by.id)));
  return showing ?? null;
}

/** What somebody has on the wall at the moment, whether or not others see it there: kind and subject to the showing. */
export async function shownBy(personId: string) {
  const rows = await db.read
    .select()
    .from(showings)
    .where(and(eq(showings.personId, personId), isNull(showings.until)));
  return new Map(rows.map((row) => [`${row.kind} ${row.subject}`, row]));
}
