/** Colleagues who were there are asked to say so: about evidence, and about an activity. */
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';

import { namesOf } from '#app/accounts/people.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { activities, attestations, evidence } from '#db/schema/belts.ts';

import { requirementWords } from './evidence-requirement.server.ts';

export type Subject = (typeof attestations.$inferSelect)['subject'];

export const sessionWords = (feature: string) => `Threat modelling of ${feature}`;

const about = (subject: Subject, subjectId: string) =>
  and(eq(attestations.subject, subject), eq(attestations.subjectId, subjectId));

/**
 * Asks people whether they were there, each once, and tells them: in the transaction in which there is something to ask
 * about. Whoever brought it is never asked; who was asked before keeps their answer.
 */
export async function askToAttest(
  tx: Tx,
  subject: Subject,
  subjectId: string,
  personIds: readonly string[],
  now: number,
): Promise<void> {
  await nameAttesters(tx, subject, subjectId, personIds);
  const brought = await broughtBy(subject, subjectId);
  const asked = await tx
    .update(attestations)
    .set({ askedAt: now })
    .where(and(about(subject, subjectId), isNull(attestations.askedAt)))
    .returning({ id: attestations.id, personId: attestations.personId });
  for (const { id, personId } of asked)
    await tell(tx, {
      personId,
      kind: 'review',
      text: `${brought?.name ?? 'A colleague'} asks you to confirm that you were there: ${brought?.what ?? ''}.`,
      path: paths.attestation(id),
      now,
    });
}

/** Names people who were there, to be asked later on. Naming somebody twice, or whoever brought it, changes nothing. */
export async function nameAttesters(
  tx: Tx,
  subject: Subject,
  subjectId: string,
  personIds: readonly string[],
): Promise<void> {
  const brought = await broughtBy(subject, subjectId);
  for (const personId of new Set(personIds))
    if (personId !== brought?.id)
      await tx
        .insert(attestations)
        .values({ id: newId(), subject, subjectId, personId })
        .onConflictDoNothing();
}

/** Who brought something, and what it is in a few words. */
async function broughtBy(
  subject: Subject,
  id: string,
): Promise<{ id: string; name: string; what: string } | null> {
  if (subject === 'evidence') {
    const [row] = await db.read
      .select({ id: people.id, name: people.name, requirement: evidence.requirement })
      .from(evidence)
      .innerJoin(people, eq(people.id, evidence.personId))
      .where(eq(evidence.id, id));
    return row ? { ...row, what: requirementWords(row.requirement) } : null;
  }
  const [row] = await db.read
    .select({ id: people.id, name: people.name, feature: activities.feature })
    .from(activities)
    .innerJoin(people, eq(people.id, activities.personId))
    .where(eq(activities.id, id));
  return row ? { ...row, what: sessionWords(row.feature) } : null;
}

/** Who was named or asked about something, in the order of their names, with what they answered. */
export async function attestationsOf(subject: Subject, subjectId: string) {
  const rows = await db.read.select().from(attestations).where(about(subject, subjectId));
  const names = await namesOf(rows.map(({ personId }) => personId));
  return rows
    .map(({ id, personId, askedAt, answer, answeredAt }) => ({
      id,
      person: { id: personId, name: names.get(personId) ?? '' },
      askedAt,
      answer,
      answeredAt,
    }))
    .sort((a, b) => a.person.name.localeCompare(b.person.name) || a.id.localeCompare(b.id));
}

/** How many people have confirmed something. */
export const confirmations = (subject: Subject, subjectId: string): Promise<number> =>
  db.read.$count(attestations, and(about(subject, subjectId), eq(attestations.answer, 'confirmed')));

/** The id of what somebody was asked about something; null where they were not. */
export async function askedAbout(
  subject: Subject,
  subjectId: string,
  personId: string,
): Promise<string | null> {
  const [row] = await db.read
    .select({ id: attestations.id })
    .from(attestations)
    .where(
      and(about(subject, subjectId), eq(attestations.personId, personId), isNotNull(attestations.askedAt)),
    );
  return row?.id ?? null;
}

const MOST_ASKED = 20;

/** What somebody is asked by colleagues who are here, and has not answered, the longest asked first. */
export async function attestationsAskedOf(
  personId: string,
): Promise<{ id: string; askedAt: number; by: string; what: string }[]> {
  const open = and(
    eq(attestations.personId, personId),
    isNull(attestations.answeredAt),
    isNotNull(attestations.askedAt),
  );
  const asked = { id: attestations.id, askedAt: attestations.askedAt, by: people.name };
  const [shown, led] = await Promise.all([
    db.read
      .select({ ...asked, requirement: evidence.requirement })
      .from(attestations)
      .innerJoin(evidence, and(eq(attestations.subject, 'evidence'), eq(evidence.id, attestations.subjectId)))
      .innerJoin(people, and(eq(people.id, evidence.personId), isNull(people.deactivatedAt)))
      .where(and(open, inArray(evidence.state, ['submitted', 'returned'])))
      .limit(MOST_ASKED),
    db.read
      .select({ ...asked, feature: activities.feature })
      .from(attestations)
      .innerJoin(
        activities,
        and(eq(attestations.subject, 'activity'), eq(activities.id, attestations.subjectId)),
      )
      .innerJoin(people, and(eq(people.id, activities.personId), isNull(people.deactivatedAt)))
      .where(and(open, isNull(activities.withdrawnAt), isNull(activities.confirmedAt)))
      .limit(MOST_ASKED),
  ]);
  return [
    ...shown.map(({ requirement, ...row }) => ({ ...row, what: requirementWords(requirement) })),
    ...led.map(({ feature, ...row }) => ({ ...row, what: sessionWords(feature) })),
  ]
    .map((row) => ({ ...row, askedAt: row.askedAt! }))
    .sort((a, b) => a.askedAt - b.askedAt || a.id.localeCompare(b.id))
    .slice(0, MOST_ASKED);
}
