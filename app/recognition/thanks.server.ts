/** Thanks as those read them who gave and had them. */
import { and, desc, eq, isNull, or } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { beyond } from '#db/keyset.ts';
import { people } from '#db/schema/accounts.ts';
import { thanks } from '#db/schema/recognition.ts';

import { slotsTaken } from './giving.server.ts';
import { recognitionSettings } from './rules.server.ts';
import { monthOf } from './season.ts';

const giver = aliasOf(people, 'giver');
const receiver = aliasOf(people, 'receiver');

const whole = () =>
  db.read
    .select({
      id: thanks.id,
      reason: thanks.reason,
      meant: thanks.meant,
      givenAt: thanks.givenAt,
      withdrawnAt: thanks.withdrawnAt,
      from: { id: giver.id, name: giver.name },
      to: { id: receiver.id, name: receiver.name },
    })
    .from(thanks)
    .innerJoin(giver, eq(giver.id, thanks.fromId))
    .innerJoin(receiver, eq(receiver.id, thanks.toId));

/** A thanks through the eyes of whoever gave or had it; null for everybody else. What was taken back is its giver's alone. */
export async function visibleThanks(viewer: { id: string }, id: string) {
  const theirs = and(eq(thanks.toId, viewer.id), isNull(thanks.withdrawnAt));
  const [found] = await whole().where(and(eq(thanks.id, id), or(eq(thanks.fromId, viewer.id), theirs)));
  return found ?? null;
}

const left = (given: number) => Math.max(0, recognitionSettings().thanksAMonth - given);

const PAGE = 10;

/** What somebody was thanked for, newest first, from after a place on; `next` is the place to go on from. */
export async function thanksTo(viewer: { id: string }, after: Cursor | null) {
  const rows = await whole()
    .where(
      and(
        eq(thanks.toId, viewer.id),
        isNull(thanks.withdrawnAt),
        beyond(thanks.givenAt, thanks.id, after, 'descending'),
      ),
    )
    .orderBy(desc(thanks.givenAt), desc(thanks.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    thanks: page,
    next: rows.length > PAGE && last ? writeCursor({ order: last.givenAt, id: last.id }) : null,
  };
}

/** What somebody gave this month, newest first, and how many are left to them. */
export async function givenThisMonth(viewer: { id: string }, now: number) {
  const month = monthOf(now, await zoneHere());
  const given = await whole()
    .where(and(eq(thanks.fromId, viewer.id), eq(thanks.month, month), isNull(thanks.withdrawnAt)))
    .orderBy(desc(thanks.givenAt), desc(thanks.id));
  return { given, left: left(given.length) };
}

/** How many thanks somebody has left this month. */
export async function leftThisMonth(viewer: { id: string }, now: number): Promise<number> {
  return left((await slotsTaken(viewer.id, monthOf(now, await zoneHere()))).length);
}
