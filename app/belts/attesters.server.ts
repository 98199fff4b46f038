/** Naming the colleagues who were there, by whoever brings evidence. */
import { and, eq, isNull } from 'drizzle-orm';

import { personMeant } from '#app/accounts/find-person.server.ts';
import type { NotMeant } from '#app/accounts/person-meant.ts';
import { db } from '#db/database.server.ts';
import { attestations, evidence } from '#db/schema/belts.ts';

import { askToAttest, attestationsOf, nameAttesters } from './attestations.server.ts';
import { isOngoing } from './evidence.ts';
import { needed } from './evidence-requirement.server.ts';

/** Who is asked about one thing, at the most: a team, not a town. */
export const MOST_NAMED = 10;

type Named = { name: string; isAsked: boolean };
type Refusal = NotMeant | { refused: 'nobody-named' | 'oneself' | 'enough' | 'not-now' };

/**
 * Names somebody who was there, by what is typed for a person. They are asked at once when the evidence is with the
 * assessors, and otherwise once it is.
 */
export async function nameColleague(
  { id, personId }: { id: string; personId: string },
  text: string,
  now: number,
): Promise<Named | Refusal> {
  const meant = await personMeant(text);
  if ('refused' in meant) return meant;
  const { person } = meant;
  if (person === null) return { refused: 'nobody-named' };
  if (person.id === personId) return { refused: 'oneself' };
  return db.write(async (tx) => {
    const [row] = await tx.select().from(evidence).where(eq(evidence.id, id));
    if (!row || !isOngoing(row.state) || needed(row).attestations === 0) return { refused: 'not-now' };
    const before = await attestationsOf('evidence', id);
    const isNew = !before.some((one) => one.person.id === person.id);
    if (isNew && before.length >= MOST_NAMED) return { refused: 'enough' };
    const isAsked = row.state === 'submitted';
    if (isAsked) await askToAttest(tx, 'evidence', id, [person.id], now);
    else await nameAttesters(tx, 'evidence', id, [person.id]);
    return { name: person.name, isAsked };
  });
}

/** Takes back that somebody was named, while they have not been asked. Returns who it was; null when there is none such. */
export async function unnameColleague(evidenceId: string, id: string): Promise<{ personId: string } | null> {
  return db.write(async (tx) => {
    const [taken] = await tx
      .delete(attestations)
      .where(
        and(
          eq(attestations.id, id),
          eq(attestations.subject, 'evidence'),
          eq(attestations.subjectId, evidenceId),
          isNull(attestations.askedAt),
        ),
      )
      .returning({ personId: attestations.personId });
    return taken ?? null;
  });
}
