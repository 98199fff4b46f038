/** What somebody shows, told in the guild's channels: asked for by the person alone. */
import { and, eq, isNull } from 'drizzle-orm';

import { announce, isAnnounced, standingOf, takeBackAnnouncement } from '#app/channels/announcing.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { showings } from '#db/schema/recognition.ts';

import { hasChosen } from './choices.server.ts';
import { isPostable, postState, type PostState, WAITS_BEFORE } from './post.ts';
import type { ShownKind } from './showing.ts';

type By = { id: string };
type Showing = { id: string; kind: ShownKind; toPostAt: number | null };

const onWall = (by: By, id: string) =>
  and(eq(showings.id, id), eq(showings.personId, by.id), isNull(showings.until));

/** Where telling of what one shows stands; null where nobody would hear of it. */
export async function postOf({ id, kind, toPostAt }: Showing, now: number): Promise<PostState | null> {
  if (!isPostable(kind)) return null;
  const state = postState(toPostAt, await standingOf(kind, id), now);
  return state === 'not-asked' && !(await isAnnounced(kind)) ? null : state;
}

/** Has it told a minute from now. Answers to how many channels it goes. */
async function post(tx: Tx, id: string, kind: 'thanks' | 'award', now: number): Promise<number> {
  const many = await announce(tx, { kind, subjectId: id, now, notBefore: now + WAITS_BEFORE });
  if (many > 0) await tx.update(showings).set({ toPostAt: now }).where(eq(showings.id, id));
  return many;
}

/** What was just put on the wall is told by itself, where its person chose so. Told once, it is not told again. */
export async function postShown(
  tx: Tx,
  by: By,
  { id, kind }: { id: string; kind: ShownKind },
  now: number,
): Promise<void> {
  if (!isPostable(kind) || !(await hasChosen(by.id, 'shout-outs'))) return;
  if ((await standingOf(kind, id)).length === 0) await post(tx, id, kind, now);
}

/** What waits to be told goes out no more, also where a channel failed and would be tried again; what went out is out. */
export async function takeBackShown(tx: Tx, { id, kind, toPostAt }: Showing): Promise<boolean> {
  if (toPostAt === null || !isPostable(kind)) return true;
  const hasGoneOut = (await standingOf(kind, id)).some(({ state }) => state === 'sent');
  await takeBackAnnouncement(tx, { kind, subjectId: id, notBefore: toPostAt + WAITS_BEFORE });
  await tx.update(showings).set({ toPostAt: null }).where(eq(showings.id, id));
  return !hasGoneOut;
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
    const state = postState(own.toPostAt, await standingOf(own.kind, id), now);
    if (state !== 'not-asked' && state !== 'failed') return { refused: 'already' };
    return (await post(tx, id, own.kind, now)) === 0 ? { refused: 'no-channel' } : { asked: true };
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
