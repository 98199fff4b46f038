/** People who are put forward, decide, and ask for rewards. */
import { and, asc, eq } from 'drizzle-orm';

import { nominate } from '#app/recognition/nominating.server.ts';
import { nameOf } from '#app/recognition/reward.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { facts } from '#db/schema/facts.ts';
import { notices } from '#db/schema/notices.ts';
import { grants, nominations } from '#db/schema/recognition.ts';
import { happened } from '#test/belts/belt-world.ts';

type Person = { id: string };

/** Puts somebody forward. Returns the nomination, or why not. */
export const putForward = (by: Person, person: Person, now: number, award = 'bug-hunter') =>
  nominate(by, { id: newId(), award, personId: person.id, reason: 'Found the open door.', known: true }, now);

/** The same where it is taken for granted. */
export async function nominated(by: Person, person: Person, now: number, award = 'bug-hunter') {
  const put = await putForward(by, person, now, award);
  if ('refused' in put) throw new Error(put.refused);
  return put.id;
}

export const nominationRow = async (id: string) =>
  (await db.read.select().from(nominations).where(eq(nominations.id, id)))[0]!;

/** The awards that stand among somebody's facts, and those undone. */
export const awarded = async ({ id }: Person) => {
  const rows = await db.read
    .select()
    .from(facts)
    .where(and(eq(facts.personId, id), eq(facts.kind, 'awarded')));
  const undone = rows.filter(({ undoes }) => undoes !== null).length;
  return { ever: rows.length - undone, undone };
};

/** Where the notices somebody got of recognition lead, oldest first. */
export const toldOf = ({ id }: Person) =>
  db.read
    .select({ path: notices.path, text: notices.text })
    .from(notices)
    .where(and(eq(notices.personId, id), eq(notices.kind, 'recognition')))
    .orderBy(asc(notices.at), asc(notices.id));

/** Somebody is given an award, as the rules would. Returns the name under which it stands for a reward. */
export async function granted({ id: personId }: Person, now: number, what = 'bug-hunter'): Promise<string> {
  const sourceId = await happened({ id: personId }, 'awarded', now, { award: what, nomination: 'n' });
  const [fact] = await db.read.select({ id: facts.id }).from(facts).where(eq(facts.sourceId, sourceId));
  const given = { rule: 'as-decided', personId, gives: 'award' as const, what };
  const once = nameOf({ ...given, fact: { room: 'test', sourceId } });
  await db.write((tx) =>
    tx.insert(grants).values({
      id: newId(),
      ...given,
      factId: fact!.id,
      ruleVersion: 'v',
      points: 0,
      squadId: null,
      at: now,
      grantedAt: now,
      undoes: null,
      once,
    }),
  );
  return once;
}

/** Somebody's account is closed. */
export const leaves = ({ id }: Person, now: number) =>
  db.write((tx) => tx.update(people).set({ deactivatedAt: now }).where(eq(people.id, id)));
export const returns = ({ id }: Person) =>
  db.write((tx) => tx.update(people).set({ deactivatedAt: null }).where(eq(people.id, id)));
