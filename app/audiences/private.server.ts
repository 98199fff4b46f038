import { and, eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { audiencePeople, audiences } from '#db/schema/audiences.ts';

/** Whether a person is on the list of anything that its list alone may see. */
export async function seesPrivateThings(personId: string): Promise<boolean> {
  const [named] = await db.read
    .select({ id: audiences.id })
    .from(audiencePeople)
    .innerJoin(audiences, eq(audiences.id, audiencePeople.audienceId))
    .where(and(eq(audiencePeople.personId, personId), eq(audiences.scope, 'people')))
    .limit(1);
  return named !== undefined;
}
