import { and, eq, isNull } from 'drizzle-orm';

import type { Tx } from '#db/database.ts';
import { indexWords } from '#db/full-text.server.ts';
import { actionItems } from '#db/schema/action-items.ts';
import { postmortems, postmortemSections, timelineEntries } from '#db/schema/postmortems.ts';

/** The room's name in the full-text index. */
export const ROOM = 'postmortems';

/** Notes that a postmortem changed: its time, and the words it is found by. Part of every command that changes one. */
export async function touch(tx: Tx, postmortemId: string, now: number): Promise<void> {
  const [postmortem] = await tx
    .update(postmortems)
    .set({ changedAt: now })
    .where(eq(postmortems.id, postmortemId))
    .returning({ title: postmortems.title });
  if (!postmortem) return;
  const sections = await tx
    .select({ heading: postmortemSections.heading, text: postmortemSections.markdown })
    .from(postmortemSections)
    .where(eq(postmortemSections.postmortemId, postmortemId))
    .orderBy(postmortemSections.position);
  const entries = await tx
    .select({ text: timelineEntries.text })
    .from(timelineEntries)
    .where(and(eq(timelineEntries.postmortemId, postmortemId), isNull(timelineEntries.removedAt)))
    .orderBy(timelineEntries.position);
  const actions = await tx
    .select({ text: actionItems.statement })
    .from(actionItems)
    .where(eq(actionItems.postmortemId, postmortemId))
    .orderBy(actionItems.position);
  const body = [
    ...sections.filter(({ text }) => text !== '').map(({ heading, text }) => `${heading}\n${text}`),
    ...entries.map(({ text }) => text),
    ...actions.map(({ text }) => text),
  ].join('\n\n');
  await indexWords(tx, ROOM, postmortemId, postmortem.title, body);
}
