/** What a meeting adds to the backlog. */
import { addActionItem, type Draft } from '#app/action-items/action-items.server.ts';
import { askOwner, rewriteItem } from '#app/action-items/asking.server.ts';
import { changedParts } from '#app/action-items/changed-parts.ts';
import { db } from '#db/database.server.ts';

import { minutesOfChanged } from './minutes-change.server.ts';
import { meetingTopic } from './told.ts';

type By = { id: string; name: string };
type Place = { id: string; title: string; audienceId: string };

/** Writes an action item of a meeting; a person who owns it and is somebody else is told. Returns its id. */
export async function writeMeetingAction(meeting: Place, draft: Draft, by: By, now: number): Promise<string> {
  return db.write(async (tx) => {
    const place = { meetingId: meeting.id, audienceId: meeting.audienceId };
    const id = await addActionItem(tx, place, draft, { byId: by.id, now });
    await askOwner(tx, id, draft, meeting, by, now);
    await minutesOfChanged(tx, meeting.id, by, now);
    db.announce(meetingTopic(meeting.id));
    return id;
  });
}

/** Saves what an action item of a meeting says; a new owner is told, and so is who has the meeting open. */
export const rewriteMeetingAction = (
  meeting: Place,
  itemId: string,
  version: number,
  draft: Draft,
  by: By,
  now: number,
) =>
  db.write(async (tx) => {
    const saved = await rewriteItem(tx, meeting, itemId, version, draft, by, now);
    if ('refused' in saved || changedParts(saved.before, draft).length === 0) return saved;
    await minutesOfChanged(tx, meeting.id, by, now);
    db.announce(meetingTopic(meeting.id));
    return saved;
  });
