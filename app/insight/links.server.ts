/** What came out of a postmortem and where it is taught: rows that are as private as it is. */
import { and, asc, count, desc, eq, inArray, isNotNull } from 'drizzle-orm';

import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { visibleTo } from '#app/audiences/audience.server.ts';
import { mayArrange } from '#app/postmortems/postmortem.ts';
import { visiblePostmortem } from '#app/postmortems/postmortems.server.ts';
import { moduleNamed } from '#app/training/curriculum.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { loopLinks } from '#db/schema/insight.ts';
import { postmortems } from '#db/schema/postmortems.ts';

import { lessonTarget, MOST_LINKS } from './loop.ts';

type Postmortem = NonNullable<Awaited<ReturnType<typeof visiblePostmortem>>>;
type Asked = { module: string; question: string | null };
type Refused = 'not-there' | 'not-yours' | 'no-lesson' | 'no-question' | 'enough';

/** Whether somebody who sees a postmortem may say where it is taught: who works on it, and organisers. */
export const mayLink = (viewer: Viewer, { part }: Pick<Postmortem, 'part'>): boolean =>
  mayArrange(part) || may(viewer, 'arrange-training');

/** Says that a lesson, or one of its questions, came out of a postmortem. Said again, it leads to the link that is there. */
export async function linkLesson(
  viewer: Viewer,
  postmortemId: string,
  { module, question }: Asked,
  now: number,
): Promise<{ id: string; isNew: boolean } | { refused: Refused }> {
  const postmortem = await visiblePostmortem(viewer, postmortemId);
  if (!postmortem) return { refused: 'not-there' };
  if (!mayLink(viewer, postmortem)) return { refused: 'not-yours' };
  const lesson = moduleNamed(module);
  if (!lesson) return { refused: 'no-lesson' };
  if (question !== null && !lesson.questions.some(({ key }) => key === question))
    return { refused: 'no-question' };
  const link = lessonTarget(module, question);
  return db.write(async (tx) => {
    const held = heldKey(postmortemId, link);
    const [same] = await tx.select({ id: loopLinks.id }).from(loopLinks).where(eq(loopLinks.held, held));
    if (same) return { id: same.id, isNew: false };
    if (await isFull(tx, postmortemId)) return { refused: 'enough' };
    const [added] = await tx
      .insert(loopLinks)
      .values({ id: newId(), postmortemId, ...link, linkedAt: now, linkedBy: viewer.id, held })
      .onConflictDoNothing()
      .returning({ id: loopLinks.id });
    if (added) return { id: added.id, isNew: true };
    const [there] = await tx.select({ id: loopLinks.id }).from(loopLinks).where(eq(loopLinks.held, held));
    return { id: there!.id, isNew: false };
  });
}

async function isFull(tx: Tx, postmortemId: string): Promise<boolean> {
  const [row] = await tx
    .select({ links: count() })
    .from(loopLinks)
    .where(and(eq(loopLinks.postmortemId, postmortemId), isNotNull(loopLinks.held)));
  return row!.links >= MOST_LINKS;
}

const heldKey = (postmortemId: string, { kind, target }: { kind: string; target: string }) =>
  `${postmortemId} ${kind} ${target}`;

type Which = { postmortemId: string; linkId: string };

/** Takes a link back; false where none stands. */
export async function removeLink(
  viewer: Viewer,
  { postmortemId, linkId }: Which,
  now: number,
): Promise<boolean> {
  return db.write(async (tx) => {
    const removed = await tx
      .update(loopLinks)
      .set({ removedAt: now, removedBy: viewer.id, held: null })
      .where(
        and(eq(loopLinks.id, linkId), eq(loopLinks.postmortemId, postmortemId), isNotNull(loopLinks.held)),
      )
      .returning({ id: loopLinks.id });
    return removed.length > 0;
  });
}

/** Brings back a link that was taken back, as it was; false where there is none, or another says the same by now, or there are enough. */
export async function bringLinkBack({ postmortemId, linkId }: Which): Promise<boolean> {
  return db.write(async (tx) => {
    const [link] = await tx
      .select()
      .from(loopLinks)
      .where(and(eq(loopLinks.id, linkId), eq(loopLinks.postmortemId, postmortemId)));
    if (!link || link.removedAt === null) return false;
    const held = heldKey(postmortemId, link);
    const [other] = await tx.select({ id: loopLinks.id }).from(loopLinks).where(eq(loopLinks.held, held));
    if (other || (await isFull(tx, postmortemId))) return false;
    await tx
      .update(loopLinks)
      .set({ removedAt: null, removedBy: null, held })
      .where(eq(loopLinks.id, linkId));
    return true;
  });
}

/** The links of a postmortem that stand, oldest first. It has been looked up through the viewer before. */
export const linksOf = (postmortemId: string) =>
  db.read
    .select({
      id: loopLinks.id,
      kind: loopLinks.kind,
      target: loopLinks.target,
      linkedAt: loopLinks.linkedAt,
      by: people.name,
    })
    .from(loopLinks)
    .innerJoin(people, eq(people.id, loopLinks.linkedBy))
    .where(and(eq(loopLinks.postmortemId, postmortemId), isNotNull(loopLinks.held)))
    .orderBy(asc(loopLinks.linkedAt), asc(loopLinks.id));

const MOST_ORIGINS = 6;

/** The postmortems that a module came out of, of those this person may see: the newest ones, each once. */
export async function originsOf(viewer: { id: string }, module: string) {
  const questions = moduleNamed(module)?.questions ?? [];
  const targets = [module, ...questions.map(({ key }) => lessonTarget(module, key).target)];
  return db.read
    .selectDistinct({
      id: postmortems.id,
      title: postmortems.title,
      kind: postmortems.kind,
      createdAt: postmortems.createdAt,
    })
    .from(loopLinks)
    .innerJoin(postmortems, eq(postmortems.id, loopLinks.postmortemId))
    .where(
      and(
        inArray(loopLinks.target, targets),
        inArray(loopLinks.kind, ['lesson', 'question']),
        isNotNull(loopLinks.held),
        visibleTo(viewer.id, postmortems.audienceId),
      ),
    )
    .orderBy(desc(postmortems.createdAt), desc(postmortems.id))
    .limit(MOST_ORIGINS);
}
