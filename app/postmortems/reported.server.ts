/** That a near miss was reported, as a fact about who wrote it up. */
import { eq } from 'drizzle-orm';

import { recordFact, undoFacts } from '#app/facts/facts.server.ts';
import type { Tx } from '#db/database.ts';
import { postmortems, postmortemSources } from '#db/schema/postmortems.ts';

/**
 * Brings the fact in line with a postmortem: it stands once a near miss is published to everyone or to squads, however
 * often, and stays while it is open again. What those named alone may read warned nobody, an incident is no near miss, and
 * what was brought in was reported elsewhere.
 */
export async function followReported(tx: Tx, postmortemId: string, by: string, now: number): Promise<void> {
  const [of] = await tx.select().from(postmortems).where(eq(postmortems.id, postmortemId));
  if (!of) return;
  const source = { room: 'postmortems', id: of.id };
  const isRead = of.reach === 'everyone' || of.reach === 'squads';
  if (of.kind !== 'near-miss' || !isRead)
    return undoFacts(tx, { ...source, kind: 'near-miss-reported' }, { by, now });
  if (of.state !== 'published') return;
  if ((await tx.$count(postmortemSources, eq(postmortemSources.postmortemId, of.id))) > 0) return;
  return recordFact(tx, {
    kind: 'near-miss-reported',
    personId: of.authorId,
    at: of.publishedAt ?? now,
    source,
    details: { postmortem: of.id },
    by,
    now,
  });
}
