import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm';

import { visibleTo } from '#app/audiences/audience.server.ts';
import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { beyond } from '#db/keyset.ts';
import { inParts } from '#db/parts.ts';
import { memory, remember } from '#db/remember.server.ts';
import { notices } from '#db/schema/notices.ts';

import type { Kind } from './kinds.ts';
import { dropWaiting, post } from './outbox.server.ts';

type Telling = {
  personId: string;
  kind?: Kind;
  text: string;
  path?: string;
  audienceId?: string;
  /** false where a letter of its own goes out, so that nobody reads the same twice */
  byMail?: boolean;
  now: number;
};

/**
 * Tells a person something, in the transaction in which it becomes true: here, and by mail unless they do without it.
 * With an audience, they see it only while they belong to it.
 */
export async function tell(
  tx: Tx,
  { personId, kind = 'general', text, path, audienceId, byMail = true, now }: Telling,
): Promise<void> {
  const id = newId();
  await tx
    .insert(notices)
    .values({ id, personId, at: now, kind, text, path: path ?? null, audienceId: audienceId ?? null });
  if (byMail) await post(tx, { personId, kind, subjectId: id, now });
}

/** Tells many people the same, here alone: a letter of its own goes out. */
export async function tellAll(
  tx: Tx,
  personIds: readonly string[],
  { kind = 'general', text, path, now }: Omit<Telling, 'personId' | 'audienceId' | 'byMail'>,
): Promise<void> {
  const what = { at: now, kind, text, path: path ?? null, audienceId: null };
  for (const part of inParts(personIds))
    await tx.insert(notices).values(part.map((personId) => ({ id: newId(), personId, ...what })));
}

/** Whether somebody was told of one of these pages of ours, as far as notices are kept. */
export const wasToldOf = async (tx: Tx, personId: string, paths: string[]): Promise<boolean> =>
  (await tx.$count(notices, and(eq(notices.personId, personId), inArray(notices.path, paths)))) > 0;

/** Takes back what somebody was told of a page of ours and has not read, with its mail that was not sent yet. */
export async function untell(
  tx: Tx,
  { personId, path, now }: { personId: string; path: string; now: number },
): Promise<void> {
  const gone = await tx
    .delete(notices)
    .where(and(eq(notices.personId, personId), eq(notices.path, path), isNull(notices.readAt)))
    .returning({ id: notices.id, kind: notices.kind });
  for (const { id, kind } of gone) await dropWaiting(tx, { personIds: [personId], kind, subjectId: id, now });
}

/** A notice as it may be sent to its person now; null when they have read it, may no longer see it, or it is gone. */
export async function unreadNotice(personId: string, id: string) {
  const [notice] = await db.read
    .select({ text: notices.text, path: notices.path })
    .from(notices)
    .where(and(seenBy(personId), eq(notices.id, id), isNull(notices.readAt)));
  return notice ?? null;
}

/** What a person was told and may still see. */
const seenBy = (personId: string) =>
  and(
    eq(notices.personId, personId),
    or(isNull(notices.audienceId), visibleTo(personId, notices.audienceId)),
  );

const PAGE = 50;

/** A person's notices, newest first, from after a place on; `next` is the place to go on from. */
export async function noticesOf(viewer: { id: string }, after: Cursor | null) {
  const rows = await db.read
    .select({
      id: notices.id,
      at: notices.at,
      text: notices.text,
      path: notices.path,
      readAt: notices.readAt,
    })
    .from(notices)
    .where(and(seenBy(viewer.id), beyond(notices.at, notices.id, after, 'descending')))
    .orderBy(desc(notices.at), desc(notices.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    notices: page,
    next: rows.length > PAGE && last ? writeCursor({ order: last.at, id: last.id }) : null,
  };
}

const counted = memory<number>(10_000);

/** How many notices a person has not read, of those they may see. */
export const unreadCount = (personId: string): Promise<number> =>
  remember(counted, personId, () => db.read.$count(notices, and(seenBy(personId), isNull(notices.readAt))));

/** Marks one of a person's notices as read. Returns where it leads; null when they have no such notice. */
export async function readNotice(
  viewer: { id: string },
  id: string,
  now: number,
): Promise<{ path: string | null } | null> {
  return db.write(async (tx) => {
    const [notice] = await tx
      .select({ path: notices.path, readAt: notices.readAt })
      .from(notices)
      .where(and(seenBy(viewer.id), eq(notices.id, id)));
    if (!notice) return null;
    if (notice.readAt === null) await tx.update(notices).set({ readAt: now }).where(eq(notices.id, id));
    return { path: notice.path };
  });
}

/** Marks all that a person can see as read. */
export async function readAllNotices(viewer: { id: string }, now: number): Promise<void> {
  await db.write((tx) =>
    tx
      .update(notices)
      .set({ readAt: now })
      .where(and(seenBy(viewer.id), isNull(notices.readAt))),
  );
}
