/** How a postmortem moves: into review, back, out to its audience, and open again. */
import { and, eq, inArray, isNull } from 'drizzle-orm';

import { isOwned } from '#app/action-items/owner.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Reader } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { actionItems } from '#db/schema/action-items.ts';
import {
  postmortemPeople,
  postmortems,
  postmortemSections,
  postmortemSources,
  postmortemSteps,
  timelineEntries,
} from '#db/schema/postmortems.ts';

import { followAudience } from './involvement.server.ts';
import { type Missing, type Part, readyToPublish, type Step, take } from './postmortem.ts';
import { followReported } from './reported.server.ts';

/** What is missing before a postmortem can be published. */
async function missingFrom(
  reader: Pick<Reader, 'select' | '$count'>,
  postmortemId: string,
): Promise<Missing[]> {
  const entries = await reader.$count(
    timelineEntries,
    and(eq(timelineEntries.postmortemId, postmortemId), isNull(timelineEntries.removedAt)),
  );
  const causes = await reader
    .select({ markdown: postmortemSections.markdown })
    .from(postmortemSections)
    .where(
      and(
        eq(postmortemSections.postmortemId, postmortemId),
        inArray(postmortemSections.key, ['root-cause', 'contributing-factors']),
      ),
    );
  const actions = await reader
    .select({
      state: actionItems.state,
      ownerId: actionItems.ownerId,
      ownerSquadId: actionItems.ownerSquadId,
    })
    .from(actionItems)
    .where(eq(actionItems.postmortemId, postmortemId));
  return readyToPublish({
    timelineEntries: entries,
    cause: causes.map(({ markdown }) => markdown).join(''),
    actions: actions.map((action) => ({ state: action.state, owned: isOwned(action) })),
  });
}

/** The same, for a page. */
export const missing = (postmortemId: string) => missingFrom(db.read, postmortemId);

type Outcome =
  { taken: Step } | { refused: 'not-now' | 'not-yours' } | { refused: 'incomplete'; missing: Missing[] };

/**
 * Takes a step. Publishing refuses while something is missing; a record of the past that was imported may be
 * published `asItIs`, and what was missing is kept beside the step.
 */
export async function takeStep(
  postmortemId: string,
  step: Step,
  by: { id: string; name: string; part: Part | null },
  now: number,
  asItIs = false,
): Promise<Outcome> {
  return db.write(async (tx) => {
    const [postmortem] = await tx.select().from(postmortems).where(eq(postmortems.id, postmortemId));
    if (!postmortem) return { refused: 'not-now' };
    const state = take(step, postmortem.state, by.part);
    if (typeof state !== 'string') return state;

    const lacking = step === 'published' ? await missingFrom(tx, postmortemId) : [];
    const imported =
      (await tx.$count(postmortemSources, eq(postmortemSources.postmortemId, postmortemId))) > 0;
    if (lacking.length > 0 && !(asItIs && imported)) return { refused: 'incomplete', missing: lacking };

    await tx
      .update(postmortems)
      .set({ state, changedAt: now, ...(step === 'published' && { publishedAt: now }) })
      .where(eq(postmortems.id, postmortemId));
    await tx
      .insert(postmortemSteps)
      .values({ id: newId(), postmortemId, step, at: now, byId: by.id, missing: lacking });
    await followAudience(tx, postmortemId);
    if (step === 'published') await followReported(tx, postmortemId, by.id, now);

    const parts: Part[] = step === 'sent-to-review' ? ['reviewer'] : ['author', 'participant', 'reviewer'];
    const told = await tx
      .select({ id: postmortemPeople.personId })
      .from(postmortemPeople)
      .where(and(eq(postmortemPeople.postmortemId, postmortemId), inArray(postmortemPeople.part, parts)));
    for (const { id } of told) {
      if (id === by.id) continue;
      await tell(tx, {
        personId: id,
        kind: 'postmortem',
        text: `${by.name} ${said[step]} “${postmortem.title}”.`,
        path: paths.postmortem(postmortemId),
        audienceId: postmortem.audienceId,
        now,
      });
    }
    return { taken: step };
  });
}

const said: Record<Step, string> = {
  'sent-to-review': 'asks for your review of',
  returned: 'took back into drafting',
  published: 'published',
  reopened: 'reopened',
};
