/** Putting somebody forward for an award, and thinking better of it. */
import { isDeepStrictEqual } from 'node:util';

import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { nominations } from '#db/schema/recognition.ts';

import { awardNamed } from './award.server.ts';
import { organisersFor } from './deciders.server.ts';
import { type Refusal, refusalOf, WITHDRAWN_COUNTS } from './nomination.ts';
import type { NominationDraft } from './nomination-form.ts';

type By = Pick<Viewer, 'id'>;
const ongoingKey = (award: string, personId: string) => `${award} ${personId}`;

/**
 * Puts somebody forward, and tells the organisers who may decide. The same form sent twice is one nomination; with other
 * words, or once that one is withdrawn, it is another.
 */
export async function nominate(
  by: By,
  { id: formId, award, personId, reason, known }: NominationDraft,
  now: number,
): Promise<{ id: string } | { refused: Refusal | 'left' }> {
  return db.write(async (tx) => {
    const [sent] = await tx
      .select({
        byId: nominations.byId,
        award: nominations.award,
        personId: nominations.personId,
        reason: nominations.reason,
        isWithdrawn: eq(nominations.state, 'withdrawn').mapWith(Boolean),
      })
      .from(nominations)
      .where(eq(nominations.id, formId));
    const same = { byId: by.id, award, personId, reason, isWithdrawn: false };
    if (sent && isDeepStrictEqual(sent, same)) return { id: formId };
    const id = sent ? newId() : formId;
    if (!(await isHere(tx, by.id))) return { refused: 'left' };
    const found = await awardNamed(award);
    const refused = refusalOf({
      award: found,
      isOneself: personId === by.id,
      isHere: await isHere(tx, personId),
      others: await othersFor(tx, award, personId),
      open: await openOf(tx, by.id, now),
      now,
    });
    if (refused) return { refused };
    await tx.insert(nominations).values({
      id,
      award,
      personId,
      byId: by.id,
      reason,
      nominator: known ? 'named' : 'unnamed',
      state: 'open',
      nominatedAt: now,
      ongoing: ongoingKey(award, personId),
    });
    const text = `Somebody was put forward: ${found!.name}. Two people decide; you may be one of them.`;
    for (const organiserId of await organisersFor({ personId, byId: by.id }, now))
      await tell(tx, {
        personId: organiserId,
        kind: 'recognition',
        text,
        path: paths.nomination(id),
        now,
      });
    return { id };
  });
}

/** Whether somebody's account is open. */
export const isHere = async (tx: Tx, personId: string): Promise<boolean> =>
  (await tx.$count(people, and(eq(people.id, personId), isNull(people.deactivatedAt)))) > 0;

/** Those withdrawn lately count, so that nobody asks about everybody in turn, or has organisers told again and again. */
const openOf = (tx: Tx, byId: string, now: number) =>
  tx.$count(
    nominations,
    and(
      eq(nominations.byId, byId),
      or(
        eq(nominations.state, 'open'),
        and(eq(nominations.state, 'withdrawn'), gt(nominations.decidedAt, now - WITHDRAWN_COUNTS)),
      ),
    ),
  );

const othersFor = (tx: Tx, award: string, personId: string) =>
  tx
    .select({ state: nominations.state, decidedAt: nominations.decidedAt })
    .from(nominations)
    .where(
      and(
        eq(nominations.personId, personId),
        eq(nominations.award, award),
        inArray(nominations.state, ['open', 'given']),
      ),
    );

/** Withdraws one's own nomination while nobody has decided on it. Null when there is none of one's own. */
export async function withdrawNomination(
  by: By,
  id: string,
  now: number,
): Promise<{ id: string } | { refused: 'decided' } | null> {
  return db.write(async (tx) => {
    const mine = and(eq(nominations.id, id), eq(nominations.byId, by.id));
    const [before] = await tx.select({ state: nominations.state }).from(nominations).where(mine);
    if (!before) return null;
    if (before.state === 'withdrawn') return { id };
    if (before.state !== 'open') return { refused: 'decided' };
    await tx
      .update(nominations)
      .set({ state: 'withdrawn', decidedAt: now, ongoing: null })
      .where(and(mine, eq(nominations.state, 'open')));
    return { id };
  });
}
