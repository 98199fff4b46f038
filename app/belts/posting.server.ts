/** A promotion told in the guild's channel: asked for by the person alone, and sent by recurring work. */
import { and, asc, eq, isNotNull, isNull, lte } from 'drizzle-orm';

import { configuration } from '#app/configuration.server.ts';
import { log } from '#app/http/log.server.ts';
import { waitAfter } from '#app/notices/back-off.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { promotions } from '#db/schema/belts.ts';

import { postState, postText, WAITS_BEFORE } from './post.ts';
import { beltNamed } from './rules.ts';
import { beltRules } from './rules.server.ts';

const TIMEOUT = 10_000;
/** While one instance sends, no other does; should it die, another tries again after that. */
const HELD = 5 * 60_000;
const AT_ONCE = 20;

type By = { id: string };
const isOwn = (by: By, id: string) => and(eq(promotions.id, id), eq(promotions.personId, by.id));

/** Whether there is a channel to post to. */
export const isPosting = (): boolean => configuration.guildChannel !== null;

/** Asks to have one's promotion told, a minute from now, or once more after it failed. Null when it isn't theirs. */
export async function askToPost(
  by: By,
  id: string,
  now: number,
): Promise<{ asked: true } | { refused: 'no-channel' | 'already' } | null> {
  if (!isPosting()) return { refused: 'no-channel' };
  return db.write(async (tx) => {
    const [own] = await tx.select().from(promotions).where(isOwn(by, id));
    if (!own) return null;
    if (!['not-asked', 'failed'].includes(postState(own))) return { refused: 'already' };
    const [asked] = await tx
      .update(promotions)
      .set({ toPostAt: now, nextPostAt: now + WAITS_BEFORE, postTries: 0 })
      .where(and(isOwn(by, id), isNull(promotions.nextPostAt), isNull(promotions.postedAt)))
      .returning({ id: promotions.id });
    return asked ? { asked: true } : { refused: 'already' };
  });
}

/** Takes that back, as long as it has not been handed over. Null when it isn't theirs. */
export async function takeBackPost(
  by: By,
  id: string,
): Promise<{ takenBack: true } | { refused: 'went-out' } | null> {
  return db.write(async (tx) => {
    const [own] = await tx.select({ id: promotions.id }).from(promotions).where(isOwn(by, id));
    if (!own) return null;
    const [back] = await tx
      .update(promotions)
      .set({ toPostAt: null, nextPostAt: null })
      .where(and(isOwn(by, id), eq(promotions.postTries, 0), isNull(promotions.postedAt)))
      .returning({ id: promotions.id });
    return back ? { takenBack: true } : { refused: 'went-out' };
  });
}

/** Sends what is due. Each post is taken by itself before it is sent, so that several instances may do it at once. */
export async function postPromotions(now: number, stopping: AbortSignal): Promise<void> {
  const url = configuration.guildChannel;
  if (url === null) return;
  const due = await db.read
    .select({ promotion: promotions, person: people.name })
    .from(promotions)
    // Whoever has left meanwhile is no longer talked about.
    .innerJoin(people, and(eq(people.id, promotions.personId), isNull(people.deactivatedAt)))
    .where(and(isNotNull(promotions.nextPostAt), lte(promotions.nextPostAt, now)))
    .orderBy(asc(promotions.nextPostAt))
    .limit(AT_ONCE);
  for (const { promotion, person } of due) {
    if (stopping.aborted) return;
    const tries = await take(promotion, now);
    if (tries === null) continue;
    const belt = beltNamed(beltRules(), promotion.belt) ?? { name: promotion.belt, about: '' };
    const fault = await send(url, postText(person, belt), stopping);
    if (fault !== null) log('error', 'channel-post-failed', { promotion: promotion.id, tries, fault });
    const wait = waitAfter(tries);
    await db.write((tx) =>
      tx
        .update(promotions)
        .set(
          fault === null
            ? { postedAt: Date.now(), nextPostAt: null }
            : { nextPostAt: wait === null ? null : now + wait },
        )
        .where(eq(promotions.id, promotion.id)),
    );
  }
}

/** Which try this is; null when another instance has taken it, or it was taken back. */
async function take(
  { id, nextPostAt, postTries }: typeof promotions.$inferSelect,
  now: number,
): Promise<number | null> {
  const [taken] = await db.write((tx) =>
    tx
      .update(promotions)
      .set({ postTries: postTries + 1, nextPostAt: now + HELD })
      .where(
        and(
          eq(promotions.id, id),
          eq(promotions.nextPostAt, nextPostAt!),
          eq(promotions.postTries, postTries),
          isNull(promotions.postedAt),
        ),
      )
      .returning({ tries: promotions.postTries }),
  );
  return taken?.tries ?? null;
}

/** Null when it arrived; else what went wrong, without the address, which is a secret. */
async function send(url: string, text: string, stopping: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text }),
      redirect: 'manual',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(TIMEOUT)]),
    });
    // What it says does not matter, nor whether it says it to the end: it has arrived.
    await response.body?.cancel().catch(() => {});
    return response.ok ? null : `answered ${response.status}`;
  } catch (error) {
    const { name, cause } = error as { name?: string; cause?: { code?: string } };
    return cause?.code ?? name ?? 'unknown';
  }
}
