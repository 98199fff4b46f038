/** What somebody shows, told in the guild's channels: asked for by the person alone. */
import { and, eq, isNull } from 'drizzle-orm';

import { standingOf } from '#app/channels/announcing.server.ts';
import { askToPostOwn, ownPost, postOwn, takeBackOwn } from '#app/channels/own-post.server.ts';
import type { PostState } from '#app/channels/post.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { showings } from '#db/schema/recognition.ts';

import { hasChosen } from './choices.server.ts';
import { isPostable } from './post.ts';
import type { ShownKind } from './showing.ts';

type By = { id: string };
type Showing = { id: string; kind: ShownKind; toPostAt: number | null };

const onWall = (by: By, id: string) =>
  and(eq(showings.id, id), eq(showings.personId, by.id), isNull(showings.until));

/** Where telling of what one shows stands; null where nobody would hear of it. */
export async function postOf({ id, kind, toPostAt }: Showing, now: number): Promise<PostState | null> {
  return isPostable(kind) ? ownPost({ kind, subjectId: id, toPostAt }, now) : null;
}

const isAsked = (tx: Tx, id: string, now: number) =>
  tx.update(showings).set({ toPostAt: now }).where(eq(showings.id, id));

/** What was just put on the wall is told by itself, where its person chose so. Told once, it is not told again. */
export async function postShown(
  tx: Tx,
  by: By,
  { id, kind }: { id: string; kind: ShownKind },
  now: number,
): Promise<void> {
  if (!isPostable(kind) || !(await hasChosen(by.id, 'shout-outs'))) return;
  if ((await standingOf(kind, id)).length > 0) return;
  if ((await postOwn(tx, { kind, subjectId: id }, now)) > 0) await isAsked(tx, id, now);
}

/** What waits to be told goes out no more, also where a channel failed and would be tried again; what went out is out. */
export async function takeBackShown(tx: Tx, { id, kind, toPostAt }: Showing): Promise<boolean> {
  if (toPostAt === null || !isPostable(kind)) return true;
  const isBack = await takeBackOwn(tx, { kind, subjectId: id, toPostAt });
  await tx.update(showings).set({ toPostAt: null }).where(eq(showings.id, id));
  return isBack;
}

/** Asks to have what one shows told, a minute from now, or once more after it failed. Null when it isn't on the wall by them. */
export async function askToPost(
  by: By,
  id: string,
  now: number,
): Promise<{ asked: true } | { refused: 'no-channel' | 'already' } | null> {
  return db.write(async (tx) => {
    const [own] = await tx.select().from(showings).where(onWall(by, id));
    if (!own || !isPostable(own.kind)) return null;
    const asked = await askToPostOwn(tx, { kind: own.kind, subjectId: id, toPostAt: own.toPostAt }, now);
    if ('asked' in asked) await isAsked(tx, id, now);
    return asked;
  });
}

/** Takes that back, as long as it stands in no channel. Null when it isn't theirs. */
export async function takeBackPost(
  by: By,
  id: string,
): Promise<{ takenBack: true } | { refused: 'went-out' } | null> {
  return db.write(async (tx) => {
    const [own] = await tx.select().from(showings).where(onWall(by, id));
    if (!own) return null;
    return (await takeBackShown(tx, own)) ? { takenBack: true } : { refused: 'went-out' };
  });
}
