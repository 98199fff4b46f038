import { and, eq } from 'drizzle-orm';

import type { Writer } from '#app/channels/announcement.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { audiences } from '#db/schema/audiences.ts';
import { postmortems } from '#db/schema/postmortems.ts';

import { mayCelebrate } from './celebration.ts';

/** What channels are told of a near miss: only of one that is published to everyone, and nobody's name. */
export const tellOfNearMiss: Writer = async (id) => {
  const [found] = await db.read
    .select({
      title: postmortems.title,
      kind: postmortems.kind,
      state: postmortems.state,
      reach: postmortems.reach,
    })
    .from(postmortems)
    .innerJoin(audiences, and(eq(audiences.id, postmortems.audienceId), eq(audiences.scope, 'everyone')))
    .where(eq(postmortems.id, id));
  if (!found || !mayCelebrate(found)) return null;
  return {
    title: `A near miss, caught: ${found.title}`,
    text: 'Thank you to everybody who noticed it in time, and wrote down what the rest of us can learn from it.',
    path: paths.postmortem(id),
  };
};
