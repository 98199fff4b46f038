import { db } from '#db/database.server.ts';

/** What pages that show the queue listen to. */
const QUEUE = 'queue';

/** Says, inside `write`, that the queue or who sits has changed. No word of it travels: everybody asks with their own eyes. */
export const queueChanged = (): void => db.announce(QUEUE);
