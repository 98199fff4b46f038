/** What a postmortem adds to the backlog. */
import { addActionItem, type Draft } from '#app/action-items/action-items.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';

import { touch } from './words.server.ts';

type Place = { id: string; title: string; audienceId: string };

/** Writes an action item; a person who owns it and is somebody else is told. Returns its id. */
export async function writeAction(
  postmortem: Place,
  draft: Draft,
  by: { id: string; name: string },
  now: number,
): Promise<string> {
  return db.write(async (tx) => {
    const place = { postmortemId: postmortem.id, audienceId: postmortem.audienceId };
    const id = await addActionItem(tx, place, draft, { byId: by.id, now });
    await touch(tx, postmortem.id, now);
    if (draft.owner && 'personId' in draft.owner && draft.owner.personId !== by.id) {
      await tell(tx, {
        personId: draft.owner.personId,
        text: `${by.name} asks you to see to an action item of “${postmortem.title}”.`,
        path: paths.actionItem(id),
        audienceId: postmortem.audienceId,
        now,
      });
    }
    return id;
  });
}
