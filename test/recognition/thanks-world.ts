/** People, managers, thanks and what is shown of them, straight through the commands of the room. */
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';

import { give } from '#app/recognition/giving.server.ts';
import { show } from '#app/recognition/showing.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { facts } from '#db/schema/facts.ts';
import { messages, notices } from '#db/schema/notices.ts';
import { grants, showings, thanks } from '#db/schema/recognition.ts';
import { managers } from '#db/schema/squads.ts';
import { now } from '#test/support/clock.ts';

type Person = { id: string; name: string };

/** Has somebody managed by another. */
export const managedBy = (person: Person, manager: Person) =>
  db.write((tx) =>
    tx.insert(managers).values({ id: newId(), personId: person.id, managerId: manager.id, since: now }),
  );

type Words = { reason?: string; meant?: 'wall' | 'private'; id?: string };
export const draft = (to: Person, { reason, meant, id }: Words = {}) => ({
  id: id ?? newId(),
  toId: to.id,
  reason: reason ?? 'You told us early, and we could act.',
  meant: meant ?? ('private' as const),
});

/** Thanks that go through. Returns which. */
export async function thanked(from: Person, to: Person, words: Words = {}, at = now): Promise<string> {
  const done = await give(from, draft(to, words), at);
  if ('refused' in done) throw new Error(done.refused);
  return done.given;
}

/** Puts a thanks on the wall, as its receiver does. Returns the showing. */
export async function putUp(person: Person, subject: string, at = now): Promise<string> {
  const done = await show(person, { kind: 'thanks', subject }, at);
  if (!done || 'refused' in done) throw new Error('not shown');
  return done.shown;
}

/** An award or achievement as a rule gives it. Returns the grant. */
export async function granted(person: Person, gives: 'award' | 'achievement', what: string): Promise<string> {
  const [id, factId] = [newId(), newId()];
  await db.write(async (tx) => {
    const source = { room: 'test', sourceId: factId, details: {}, recordedAt: now, once: factId };
    await tx.insert(facts).values({ id: factId, kind: 'mentored', personId: person.id, at: now, ...source });
    await tx.insert(grants).values({
      id,
      personId: person.id,
      rule: 'mentor',
      ruleVersion: 'v',
      factId,
      gives,
      what,
      points: 0,
      at: now,
      grantedAt: now,
      once: id,
    });
  });
  return id;
}

/** Undoes a grant by its counter-row. */
export const grantUndone = (grantId: string) =>
  db.write(async (tx) => {
    const [row] = await tx.select().from(grants).where(eq(grants.id, grantId));
    const id = newId();
    await tx.insert(grants).values({ ...row!, id, undoes: grantId, once: id });
  });

export const leaves = (person: Person, at: number | null = now) =>
  db.write((tx) => tx.update(people).set({ deactivatedAt: at }).where(eq(people.id, person.id)));

/** Everything there is in the room, so that a test may say that nothing changed. */
export const thanksFrom = (person: Person) =>
  db.read.select().from(thanks).where(eq(thanks.fromId, person.id)).orderBy(asc(thanks.givenAt));
export const standingFrom = async (person: Person) =>
  (await thanksFrom(person)).filter(({ withdrawnAt }) => withdrawnAt === null);
export const factsOfThanks = (person: Person) =>
  db.read.select().from(facts).where(eq(facts.personId, person.id));
export const heardBy = (person: Person) =>
  db.read.select().from(notices).where(eq(notices.personId, person.id)).orderBy(asc(notices.at));
export const mailTo = async (person: Person) =>
  (await db.read.select().from(messages).where(eq(messages.personId, person.id))).map(({ state }) => state);
export const onWallRows = (...by: Person[]) =>
  db.read
    .select()
    .from(showings)
    .where(
      and(
        isNotNull(showings.held),
        inArray(
          showings.personId,
          by.map(({ id }) => id),
        ),
      ),
    );
