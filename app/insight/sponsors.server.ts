/** Who gets the report by mail each month. */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';

import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { sponsors } from '#db/schema/insight.ts';

const goesOn = (personId: string) => and(eq(sponsors.personId, personId), isNull(sponsors.until));

/** Whether somebody gets the report by mail. */
export const isSponsor = async (personId: string): Promise<boolean> => (await sponsoring(personId)) !== null;

/** Under which id somebody gets the report by mail; null: they do not. */
export async function sponsoring(personId: string): Promise<string | null> {
  const [row] = await db.read.select({ id: sponsors.id }).from(sponsors).where(goesOn(personId));
  return row?.id ?? null;
}

/** Everybody who is here and gets it, by name; as few as a program has sponsors. */
export const sponsorList = () =>
  db.read
    .select({ id: sponsors.id, personId: people.id, name: people.name, since: sponsors.since })
    .from(sponsors)
    .innerJoin(people, eq(people.id, sponsors.personId))
    .where(and(isNull(sponsors.until), isNull(people.deactivatedAt)))
    .orderBy(asc(people.name), asc(people.id))
    .limit(200);

/** Sends somebody the report each month from now on, and tells them. */
export async function addSponsor(
  by: Viewer,
  person: { id: string },
  now: number,
): Promise<{ id: string } | { refused: 'already' }> {
  return db.write(async (tx) => {
    const id = newId();
    const added = await tx
      .insert(sponsors)
      .values({ id, personId: person.id, since: now, sinceBy: by.id, held: person.id })
      .onConflictDoNothing()
      .returning({ id: sponsors.id });
    if (added.length === 0) return { refused: 'already' };
    const text = `${by.name} sends you what the program achieves, once a month. You can end that on its page.`;
    if (person.id !== by.id)
      await tell(tx, { personId: person.id, kind: 'report', text, path: paths.report(), now });
    return { id };
  });
}

/** Through the viewer: whoever arranges the report sees all, others themselves alone. */
const ofViewer = ({ id, roles }: Viewer, sponsorId: string) =>
  and(eq(sponsors.id, sponsorId), may({ roles }, 'arrange-report') ? undefined : eq(sponsors.personId, id));

type Changed = { personId: string; name: string };

async function changed(viewer: Viewer, id: string): Promise<Changed | null> {
  const [row] = await db.read
    .select({ personId: people.id, name: people.name })
    .from(sponsors)
    .innerJoin(people, eq(people.id, sponsors.personId))
    .where(ofViewer(viewer, id));
  return row ?? null;
}

/** Ends it; null where there is nothing of theirs to end. Ended twice it stays ended. */
export async function endSponsoring(by: Viewer, id: string, now: number): Promise<Changed | null> {
  return db.write(async (tx) => {
    await tx
      .update(sponsors)
      .set({ until: now, untilBy: by.id, held: null })
      .where(and(ofViewer(by, id), isNull(sponsors.until)));
    return changed(by, id);
  });
}

/** Takes up again what was ended; `already`: it goes on under another row. */
export async function resumeSponsoring(
  by: Viewer,
  id: string,
): Promise<Changed | { refused: 'already' } | null> {
  return db.write(async (tx) => {
    const found = await changed(by, id);
    if (!found) return null;
    const [going] = await tx.select({ id: sponsors.id }).from(sponsors).where(goesOn(found.personId));
    if (going) return going.id === id ? found : { refused: 'already' };
    await tx
      .update(sponsors)
      .set({ until: null, untilBy: null, held: found.personId })
      .where(and(eq(sponsors.id, id), isNotNull(sponsors.until)));
    return found;
  });
}
