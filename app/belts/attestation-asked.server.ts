import { and, eq, isNotNull } from 'drizzle-orm';

import { namesOf } from '#app/accounts/people.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { activities, attestations, evidence } from '#db/schema/belts.ts';

import { askingOfActivity, askingOfEvidence } from './attestation.ts';
import { sessionWords } from './attestations.server.ts';
import { requirementWords } from './evidence-requirement.server.ts';

/**
 * What somebody is asked to confirm, and what it is about; null when they are not the one who is asked. Its words are
 * theirs to read for as long as they are asked.
 */
export async function visibleAttestation(viewer: Viewer, id: string) {
  const [row] = await db.read
    .select()
    .from(attestations)
    .where(
      and(eq(attestations.id, id), eq(attestations.personId, viewer.id), isNotNull(attestations.askedAt)),
    );
  const subject = row && (await subjectOf(row));
  if (!row || !subject) return null;
  const { personId, words, session, ...rest } = subject;
  const isOpen = rest.asking === 'open';
  return {
    id,
    subject: row.subject,
    subjectId: row.subjectId,
    answer: row.answer,
    by: (await namesOf([personId])).get(personId) ?? '',
    ...rest,
    words: isOpen ? words : null,
    session: isOpen ? session : null,
  };
}

async function subjectOf({ subject, subjectId }: typeof attestations.$inferSelect) {
  if (subject === 'evidence') {
    const [row] = await db.read.select().from(evidence).where(eq(evidence.id, subjectId));
    if (!row) return null;
    return {
      personId: row.personId,
      what: requirementWords(row.requirement),
      asking: askingOfEvidence(row.state),
      words: row.text,
      session: null,
    };
  }
  const [row] = await db.read.select().from(activities).where(eq(activities.id, subjectId));
  if (!row) return null;
  return {
    personId: row.personId,
    what: sessionWords(row.feature),
    asking: askingOfActivity(row),
    words: null,
    session: { feature: row.feature, day: row.day, outcome: row.outcome },
  };
}
