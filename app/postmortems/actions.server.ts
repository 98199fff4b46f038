/** What a postmortem adds to the backlog. */
import { addActionItem, changeActionItem, type Draft } from '#app/action-items/action-items.server.ts';
import { changedParts } from '#app/action-items/changed-parts.ts';
import { noteChange } from '#app/action-items/steps.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';

import { touch } from './words.server.ts';

type By = { id: string; name: string };
type Place = { id: string; title: string; audienceId: string };

/** Writes an action item; a person who owns it and is somebody else is told. Returns its id. */
export async function writeAction(postmortem: Place, draft: Draft, by: By, now: number): Promise<string> {
  return db.write(async (tx) => {
    const place = { postmortemId: postmortem.id, audienceId: postmortem.audienceId };
    const id = await addActionItem(tx, place, draft, { byId: by.id, now });
    await touch(tx, postmortem.id, now);
    await ask(tx, id, draft, postmortem, by, now);
    return id;
  });
}

/** Saves what an action item says: its postmortem is found by its new words, and a new owner is told. */
export async function rewriteAction(
  postmortem: Place,
  itemId: string,
  version: number,
  draft: Draft,
  by: By,
  now: number,
) {
  return db.write(async (tx) => {
    const saved = await changeActionItem(itemId, version, draft);
    if ('refused' in saved) return saved;
    if (saved.before.statement !== draft.statement) await touch(tx, postmortem.id, now);
    const changed = changedParts(saved.before, draft);
    if (changed.length > 0) await noteChange(tx, itemId, changed, by.id, now);
    if (changed.includes('owner')) await ask(tx, itemId, draft, postmortem, by, now);
    return saved;
  });
}

async function ask(tx: Tx, itemId: string, { owner }: Draft, postmortem: Place, by: By, now: number) {
  if (!owner || !('personId' in owner) || owner.personId === by.id) return;
  await tell(tx, {
    personId: owner.personId,
    kind: 'action-item',
    text: `${by.name} asks you to see to an action item of “${postmortem.title}”.`,
    path: paths.actionItem(itemId),
    audienceId: postmortem.audienceId,
    now,
  });
}
