import { and, eq, isNull } from 'drizzle-orm';

import { namesOf } from '#app/accounts/people.server.ts';
import { squadsOf } from '#app/squads/squads.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { concerns } from '#db/schema/concerns.ts';
import { squadMembers, squads } from '#db/schema/squads.ts';

import { around } from './around.server.ts';
import { placed } from './chain.ts';
import { noteStep } from './keeping.server.ts';
import { tellAbout } from './telling.server.ts';

type Draft = {
  /** made with the form: the same form sent twice is one concern, and with other words it is another */
  id: string;
  squadId: string | null;
  title: string;
  text: string;
  raisedFrom: string | null;
};

/**
 * Raises a concern with a squad of the person's own, or with no squad, straight with the security team. Returns its id.
 * Refuses a squad that is archived, or not theirs.
 */
export async function raise(
  by: { id: string },
  { id, squadId, ...draft }: Draft,
  now: number,
): Promise<{ id: string } | { refused: 'no-squad' }> {
  return db.write(async (tx) => {
    const [same] = await tx.select().from(concerns).where(eq(concerns.id, id));
    const isSent = same?.squadId === squadId && same.title === draft.title && same.text === draft.text;
    if (isSent && same.raisedBy === by.id) return { id };
    if (squadId !== null && !(await isIn(by.id, squadId))) return { refused: 'no-squad' };
    // Somebody went back to the form and raised something else. Or somebody else's id was sent: that there is such a one is not for them to learn.
    const concern = { id: same ? newId() : id, squadId, raisedBy: by.id };
    const nobodyYet = { ...concern, holderId: null, standsInFor: null, clockFrom: null };
    const standing = placed('champion', await around(nobodyYet, now), now);
    await tx
      .insert(concerns)
      .values({ ...concern, ...draft, ...standing, raisedAt: now, levelSince: now, changedAt: now });
    const took = { step: 'raised' as const, byId: by.id, now };
    await noteStep(tx, concern.id, standing, took);
    await tellAbout(tx, concern, null, standing, took);
    return { id: concern.id };
  });
}

/** The squads a person may raise a concern with, each with who would have it, and the same for none. */
export async function beginning(by: { id: string }, now: number) {
  const mine: { id: string | null; name: string | null }[] = await squadsOf(by.id);
  const places = [...mine, { id: null, name: null }].map(async ({ id, name }) => {
    const nobodyYet = { raisedBy: by.id, holderId: null, standsInFor: null, clockFrom: null };
    const { level, holderId, standsInFor } = placed(
      'champion',
      await around({ ...nobodyYet, squadId: id }, now),
      now,
    );
    const names = await namesOf([holderId, standsInFor]);
    const called = (personId: string | null) => (personId && names.get(personId)) || null;
    return { squadId: id, squad: name, level, holder: called(holderId), standsInFor: called(standsInFor) };
  });
  return Promise.all(places);
}

async function isIn(personId: string, squadId: string): Promise<boolean> {
  const [member] = await db.read
    .select({ id: squadMembers.id })
    .from(squadMembers)
    .innerJoin(squads, and(eq(squads.id, squadMembers.squadId), isNull(squads.archivedAt)))
    .where(
      and(
        eq(squadMembers.personId, personId),
        eq(squadMembers.squadId, squadId),
        isNull(squadMembers.leftAt),
      ),
    );
  return member !== undefined;
}
