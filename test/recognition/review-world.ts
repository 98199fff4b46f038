/** A year of somebody: thanks, a fix, a near miss, and who may read of it. */
import { and, eq } from 'drizzle-orm';

import type { FactKind } from '#app/facts/fact.ts';
import { takeStep } from '#app/action-items/steps.server.ts';
import { takeStep as publish } from '#app/postmortems/publication.server.ts';
import { beginReview } from '#app/recognition/reviews.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { facts } from '#db/schema/facts.ts';
import { grants, thanks } from '#db/schema/recognition.ts';
import { managers } from '#db/schema/squads.ts';
import type { Reach } from '#app/postmortems/postmortem.ts';
import type { TestPerson } from '#test/support/people.ts';
import { documentAbout, draftBy } from '#test/support/postmortems.ts';

export const YEAR = 2026;
/** noon of a day of that year, "03-04" */
export const on = (day: string) => Date.parse(`${YEAR}-${day}T12:00:00Z`);

export async function yearBegunBy(person: TestPerson, now = on('11-20')): Promise<string> {
  const begun = await beginReview(person, YEAR, now);
  if ('refused' in begun) throw new Error(begun.refused);
  return begun.id;
}

export async function thanked(
  from: TestPerson,
  to: TestPerson,
  { at = on('06-01'), meant = 'wall' as 'wall' | 'private', reason = 'for the runbook' } = {},
): Promise<string> {
  const id = newId();
  const month = new Date(at).toISOString().slice(0, 7);
  const row = { id, fromId: from.id, toId: to.id, reason, meant, givenAt: at, month };
  await db.write((tx) => tx.insert(thanks).values({ ...row, slot: null, once: id }));
  return id;
}

export const managedBy = (person: TestPerson, manager: TestPerson) =>
  db.write((tx) =>
    tx
      .insert(managers)
      .values({ id: newId(), personId: person.id, managerId: manager.id, since: 0, sinceBy: null }),
  );

/** A fix that somebody made and a colleague verified, of a published postmortem with this word in it. */
export async function fixBy(
  fixer: TestPerson,
  verifier: TestPerson,
  { word, reach, at = on('05-05') }: { word: string; reach: Reach; at?: number },
) {
  const draft = await draftBy(fixer, documentAbout(word), { reach, people: [[verifier, 'participant']] });
  const step = (kind: 'accepted' | 'completed' | 'verified', by: TestPerson) =>
    takeStep(draft.itemId, kind, { byId: by.id, note: 'the alert rang in a drill', now: at });
  await step('accepted', fixer);
  await step('completed', fixer);
  const verified = await step('verified', verifier);
  if ('refused' in verified) throw new Error(verified.refused);
  const author = { ...fixer, part: 'author' as const };
  const published = await publish(draft.id, 'published', author, at, true);
  if ('refused' in published) throw new Error(published.refused);
}

/** An award that somebody was given for the newest fact of a kind about them. */
export async function awardedFor({ id: personId }: TestPerson, kind: FactKind, award: string): Promise<void> {
  const [fact] = await db.read
    .select({ id: facts.id, at: facts.at })
    .from(facts)
    .where(and(eq(facts.personId, personId), eq(facts.kind, kind)));
  const { id: factId, at } = fact!;
  const row = { id: newId(), personId, rule: award, ruleVersion: 'v', factId, at, grantedAt: at };
  await db.write((tx) =>
    tx.insert(grants).values({ ...row, gives: 'award', what: award, points: 0, once: `${award} ${factId}` }),
  );
}
