/** What a postmortem adds to the backlog. */
import { addActionItem, type Draft } from '#app/action-items/action-items.server.ts';
import { askOwner, rewriteItem } from '#app/action-items/asking.server.ts';
import { db } from '#db/database.server.ts';

import { touch } from './words.server.ts';

type By = { id: string; name: string };
type Place = { id: string; title: string; audienceId: string };

/** Writes an action item; a person who owns it and is somebody else is told. Returns its id. */
export async function writeAction(postmortem: Place, draft: Draft, by: By, now: number): Promise<string> {
  return db.write(async (tx) => {
    const place = { postmortemId: postmortem.id, audienceId: postmortem.audienceId };
    const id = await addActionItem(tx, place, draft, { byId: by.id, now });
    await touch(tx, postmortem.id, now);
    await askOwner(tx, id, draft, postmortem, by, now);
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
    const saved = await rewriteItem(tx, postmortem, itemId, version, draft, by, now);
    if ('refused' in saved) return saved;
    if (saved.before.statement !== draft.statement) await touch(tx, postmortem.id, now);
    return saved;
  });
}
