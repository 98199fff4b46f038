/** Who takes part in a postmortem, and who it is for. Its audience follows in the same transaction. */
import { and, eq, inArray, isNull } from 'drizzle-orm';

import { changeAudience } from '#app/audiences/audience.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { openSquads } from '#app/squads/squads.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { postmortemPeople, postmortems, postmortemSquads, postmortemSteps } from '#db/schema/postmortems.ts';
import { squadMembers } from '#db/schema/squads.ts';

import { audienceOf, type Part, type Reach, type State } from './postmortem.ts';
import { squadsMeant } from './postmortems.server.ts';
import { followReported } from './reported.server.ts';

type By = { byId: string; now: number };

/** Brings the audience in line with state, reach, people and squads. */
export async function followAudience(tx: Tx, postmortemId: string): Promise<void> {
  const [postmortem] = await tx.select().from(postmortems).where(eq(postmortems.id, postmortemId));
  if (!postmortem) return;
  const people = await tx
    .select({ personId: postmortemPeople.personId, part: postmortemPeople.part })
    .from(postmortemPeople)
    .where(eq(postmortemPeople.postmortemId, postmortemId));
  const squads = await tx
    .select({ id: postmortemSquads.squadId })
    .from(postmortemSquads)
    .where(eq(postmortemSquads.postmortemId, postmortemId));
  const audience = audienceOf({ ...postmortem, people, squads: squads.map(({ id }) => id) });
  await changeAudience(tx, postmortem.audienceId, audience);
}

/** Whether a person will see a postmortem, and what hangs from it, once it is published. */
export async function willSee(postmortemId: string, personId: string): Promise<boolean> {
  const [found] = await db.read
    .select({ reach: postmortems.reach, part: postmortemPeople.part })
    .from(postmortems)
    .leftJoin(
      postmortemPeople,
      and(eq(postmortemPeople.postmortemId, postmortems.id), eq(postmortemPeople.personId, personId)),
    )
    .where(eq(postmortems.id, postmortemId));
  if (!found) return false;
  if (found.reach === 'everyone' || found.part !== null) return true;
  if (found.reach !== 'squads') return false;
  const memberships = db.read
    .select({ id: squadMembers.squadId })
    .from(squadMembers)
    .where(and(eq(squadMembers.personId, personId), isNull(squadMembers.leftAt)));
  const meant = and(
    eq(postmortemSquads.postmortemId, postmortemId),
    inArray(postmortemSquads.squadId, memberships),
  );
  return (await db.read.$count(postmortemSquads, meant)) > 0;
}

type Noted = Pick<typeof postmortemSteps.$inferInsert, 'step' | 'aboutId' | 'part' | 'reach'>;

/** Who sees what is decided here, so it is kept as a step: with the postmortem, whose existence may be private. */
const note = (tx: Tx, postmortemId: string, noted: Noted, byId: string, at: number) =>
  tx.insert(postmortemSteps).values({ id: newId(), postmortemId, ...noted, at, byId, missing: [] });

const invitation: Record<Exclude<Part, 'author'>, string> = {
  participant: 'asks you to work on',
  reviewer: 'asks you to review',
  reader: 'shares with you',
};

/** Gives a person a part; who has one already changes it. The author stays the author. */
export async function involve(
  postmortem: { id: string; title: string; audienceId: string; state: State; reach: Reach },
  person: { id: string; part: Exclude<Part, 'author'> },
  by: { id: string; name: string },
  now: number,
): Promise<{ involved: true } | { refused: 'author' }> {
  return db.write(async (tx) => {
    const [held] = await tx
      .select({ part: postmortemPeople.part })
      .from(postmortemPeople)
      .where(and(eq(postmortemPeople.postmortemId, postmortem.id), eq(postmortemPeople.personId, person.id)));
    if (held?.part === 'author') return { refused: 'author' };
    await tx
      .insert(postmortemPeople)
      .values({
        postmortemId: postmortem.id,
        personId: person.id,
        part: person.part,
        addedAt: now,
        addedBy: by.id,
      })
      .onConflictDoUpdate({
        target: [postmortemPeople.postmortemId, postmortemPeople.personId],
        set: { part: person.part, addedAt: now, addedBy: by.id },
      });
    await followAudience(tx, postmortem.id);
    if (held?.part !== person.part) {
      await note(tx, postmortem.id, { step: 'involved', aboutId: person.id, part: person.part }, by.id, now);
    }
    // A reviewer of a draft is told when it is sent to review.
    const later =
      person.part === 'reviewer' && postmortem.state === 'draft' && postmortem.reach !== 'private';
    if (person.id !== by.id && held?.part !== person.part && !later) {
      await tell(tx, {
        personId: person.id,
        kind: 'postmortem',
        text: `${by.name} ${invitation[person.part]} “${postmortem.title}”.`,
        path: paths.postmortem(postmortem.id),
        audienceId: postmortem.audienceId,
        now,
      });
    }
    return { involved: true };
  });
}

/** Takes a person's part back. Returns the part they had, so that it can be undone; the author stays. */
export async function release(
  postmortemId: string,
  personId: string,
  { byId, now }: By,
): Promise<Exclude<Part, 'author'> | null> {
  return db.write(async (tx) => {
    const which = and(
      eq(postmortemPeople.postmortemId, postmortemId),
      eq(postmortemPeople.personId, personId),
    );
    const [held] = await tx.select({ part: postmortemPeople.part }).from(postmortemPeople).where(which);
    if (!held || held.part === 'author') return null;
    await tx.delete(postmortemPeople).where(which);
    await followAudience(tx, postmortemId);
    await note(tx, postmortemId, { step: 'released', aboutId: personId, part: held.part }, byId, now);
    return held.part;
  });
}

/** Who it is for, and the squads to choose from: those that are open, and those it is meant for already. */
export async function reachOf({ id, reach }: { id: string; reach: Reach }) {
  const [meant, open] = await Promise.all([squadsMeant(id), openSquads()]);
  const archived = meant.filter((squad) => !open.some((one) => one.id === squad.id));
  const squads = [...open, ...archived.map((squad) => ({ ...squad, name: `${squad.name} (archived)` }))];
  return { reach, meant: meant.map((squad) => squad.id), squads };
}

/** Says who it is for once published. Kept as a step, since it decides who sees what. */
export async function changeReach(
  postmortemId: string,
  { reach, squadIds }: { reach: Reach; squadIds: string[] },
  { byId, now }: By,
): Promise<void> {
  await db.write(async (tx) => {
    await tx.update(postmortems).set({ reach }).where(eq(postmortems.id, postmortemId));
    await tx.delete(postmortemSquads).where(eq(postmortemSquads.postmortemId, postmortemId));
    if (reach === 'squads') {
      for (const squadId of new Set(squadIds)) {
        await tx.insert(postmortemSquads).values({ postmortemId, squadId, addedAt: now, addedBy: byId });
      }
    }
    await followAudience(tx, postmortemId);
    await followReported(tx, postmortemId, byId, now);
    await note(tx, postmortemId, { step: 'reach-changed', reach }, byId, now);
  });
}
