/** What an item's writing brings along: its steps are noted, and whoever is to see to it is told. */
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import type { Tx } from '#db/database.ts';

import { changeActionItem, type Draft } from './action-items.server.ts';
import { changedParts } from './changed-parts.ts';
import { noteChange } from './steps.server.ts';

type By = { id: string; name: string };
/** What the item hangs from: how it is called, and who sees it. */
type Origin = { title: string; audienceId: string };

/** Tells a person who owns an item and did not write it themself. */
export async function askOwner(
  tx: Tx,
  itemId: string,
  { owner }: Pick<Draft, 'owner'>,
  { title, audienceId }: Origin,
  by: By,
  now: number,
): Promise<void> {
  if (!owner || !('personId' in owner) || owner.personId === by.id) return;
  await tell(tx, {
    personId: owner.personId,
    kind: 'action-item',
    text: `${by.name} asks you to see to an action item of “${title}”.`,
    path: paths.actionItem(itemId),
    audienceId,
    now,
  });
}

/** Saves what an item says, notes what changed, and tells a new owner. Refuses as `changeActionItem` does. */
export async function rewriteItem(
  tx: Tx,
  origin: Origin,
  itemId: string,
  version: number,
  draft: Draft,
  by: By,
  now: number,
) {
  const saved = await changeActionItem(itemId, version, draft);
  if ('refused' in saved) return saved;
  const changed = changedParts(saved.before, draft);
  if (changed.length > 0) await noteChange(tx, itemId, changed, by.id, now);
  if (changed.includes('owner')) await askOwner(tx, itemId, draft, origin, by, now);
  return saved;
}
