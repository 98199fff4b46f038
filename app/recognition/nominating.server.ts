/** Putting somebody forward for an award. */
import { isDeepStrictEqual } from 'node:util';

import { eq } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { nominations } from '#db/schema/recognition.ts';

import { awardNamed } from './award.server.ts';
import { organisersFor } from './deciders.server.ts';
import type { Refusal } from './nomination.ts';
import type { NominationDraft } from './nomination-form.ts';
import { isHere, ongoingKey, refusalFor } from './nomination-refusal.server.ts';

type By = Pick<Viewer, 'id'>;

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
    const refused = await refusalFor(tx, { id, byId: by.id, award, personId }, now);
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
      ongoing: ongoingKey({ award, personId }),
    });
    const { name } = (await awardNamed(award))!;
    const text = `Somebody was put forward: ${name}. Two people decide; you may be one of them.`;
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
