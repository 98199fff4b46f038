/** Giving thanks, and taking them back. The limits are the database's; what is said here is said of them kindly. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { recordFact, undoFacts } from '#app/facts/facts.server.ts';
import { tell, untell, wasToldOf } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { thanks } from '#db/schema/recognition.ts';

import { hasChosen, hasOptedOut } from './choices.server.ts';
import { managersAbove } from './managers-above.server.ts';
import { recognitionSettings } from './rules.server.ts';
import { monthOf } from './season.ts';
import { giveUpPlace, show } from './showing.server.ts';
import { freeSlot, type NotThanked, onceOf } from './thanks.ts';

type By = { id: string; name: string };
type Given = typeof thanks.$inferSelect;
type Draft = {
  /** made with the form: the same form sent twice is one thanks, and with other words it is another */
  id: string;
  toId: string;
  reason: string;
  meant: 'wall' | 'private';
};

/** Thanks somebody, and tells them. Returns which thanks it is. */
export async function give(
  by: By,
  { id, ...draft }: Draft,
  now: number,
): Promise<{ given: string } | { refused: NotThanked }> {
  const month = monthOf(now, await zoneHere());
  return db.write(async (tx) => {
    const same = await formSent(tx, id);
    if (same && isThat(same, by, draft)) return { given: id };
    const refused = await whyNot(by, draft.toId);
    if (refused) return { refused };
    const row = { id: same ? newId() : id, fromId: by.id, ...draft, givenAt: now, month };
    const problem = await put(tx, row);
    if (problem) {
      // Sent twice at once, the other may have been faster.
      const sent = await formSent(tx, id);
      return sent && isThat(sent, by, draft) ? { given: id } : { refused: problem };
    }
    await standsNow(tx, by, row, now);
    return { given: row.id };
  });
}

const formSent = async (tx: Tx, id: string): Promise<Given | undefined> =>
  (await tx.select().from(thanks).where(eq(thanks.id, id)))[0];

const isThat = (row: Given, by: By, { toId, reason, meant }: Omit<Draft, 'id'>) =>
  row.withdrawnAt === null &&
  row.fromId === by.id &&
  row.toId === toId &&
  row.reason === reason &&
  row.meant === meant;

/** Whom one cannot thank at all. */
export async function whyNot(by: By, toId: string): Promise<'oneself' | 'left' | 'managers' | null> {
  if (toId === by.id) return 'oneself';
  const here = await db.read.$count(people, and(eq(people.id, toId), isNull(people.deactivatedAt)));
  if (here === 0) return 'left';
  return (await managersAbove(by.id)).has(toId) ? 'managers' : null;
}

type New = Omit<Given, 'slot' | 'once' | 'withdrawnAt'>;

/**
 * Puts a row in the first of the month's places that is free. Should another tab be faster, the next place is tried: its
 * row is there by then, so that it ends.
 */
async function put(tx: Tx, row: New): Promise<'twice' | 'five' | null> {
  const once = onceOf(row.fromId, row.toId, row.month);
  for (;;) {
    if ((await tx.$count(thanks, eq(thanks.once, once))) > 0) return 'twice';
    const taken = (await slotsTaken(row.fromId, row.month)).map((other) => other.slot);
    const slot = freeSlot(taken, recognitionSettings().thanksAMonth);
    if (slot === null) return 'five';
    const placed = { ...row, slot, once };
    const made = await tx.insert(thanks).values(placed).onConflictDoNothing().returning({ id: thanks.id });
    if (made.length > 0) return null;
  }
}

/** The places of a month that somebody's thanks take. */
export const slotsTaken = (fromId: string, month: string) =>
  db.read
    .select({ slot: thanks.slot })
    .from(thanks)
    .where(and(eq(thanks.fromId, fromId), eq(thanks.month, month), isNotNull(thanks.slot)));

/** What follows from a thanks that stands: a fact, a notice, and its place on the wall where its receiver wants that. */
async function standsNow(tx: Tx, by: By, row: New, now: number): Promise<void> {
  const { id, toId, meant } = row;
  const source = { room: 'recognition', id };
  const fact = { kind: 'thanked', personId: toId, details: { thanks: id } } as const;
  await recordFact(tx, { ...fact, at: now, source, by: by.id, now });
  await tellReceiver(tx, by, row, now);
  const goesUp = meant === 'wall' && (await hasChosen(toId, 'thanks-on-wall')) && !(await hasOptedOut(toId));
  if (goesUp) await show({ id: toId }, { kind: 'thanks', subject: id }, now);
}

/** Told once a month by the same colleague: what they read and was taken back since is not told again, and no mail goes out twice. */
async function tellReceiver(tx: Tx, by: By, { id, fromId, toId, month }: New, now: number): Promise<void> {
  const before = await tx
    .select({ id: thanks.id })
    .from(thanks)
    .where(
      and(
        eq(thanks.fromId, fromId),
        eq(thanks.month, month),
        eq(thanks.toId, toId),
        isNotNull(thanks.withdrawnAt),
      ),
    );
  const know = before.map((one) => paths.thanks(one.id));
  if (await wasToldOf(tx, toId, know)) return;
  const what = { kind: 'recognition', text: `${by.name} says thank you.`, path: paths.thanks(id) } as const;
  await tell(tx, { personId: toId, ...what, byMail: before.length === 0, now });
}

const ownOf = (by: By, id: string) => and(eq(thanks.id, id), eq(thanks.fromId, by.id));

/**
 * Takes a thanks back: whoever had it unread never hears of it, and the giver has one more again. Null when it isn't
 * theirs to take back.
 */
export async function takeBack(by: By, id: string, now: number): Promise<{ takenBack: true } | null> {
  return db.write(async (tx) => {
    const [own] = await tx.select().from(thanks).where(ownOf(by, id));
    if (!own) return null;
    if (own.withdrawnAt !== null) return { takenBack: true };
    await tx.update(thanks).set({ withdrawnAt: now, slot: null, once: null }).where(ownOf(by, id));
    await undoFacts(tx, { room: 'recognition', id, kind: 'thanked' }, { by: by.id, now });
    await untell(tx, { personId: own.toId, path: paths.thanks(id), now });
    await giveUpPlace(tx, own.toId, id, now);
    return { takenBack: true };
  });
}

/** Gives anew what was taken back, in the same words and by the same limits. Null when it isn't theirs. */
export async function giveAgain(
  by: By,
  id: string,
  now: number,
): Promise<{ given: string } | { refused: NotThanked } | null> {
  const [own] = await db.read.select().from(thanks).where(ownOf(by, id));
  if (!own) return null;
  if (own.withdrawnAt === null) return { given: id };
  const { toId, reason, meant } = own;
  return give(by, { id: newId(), toId, reason, meant }, now);
}
