import { and, eq, gte, inArray } from 'drizzle-orm';

import type { Details } from '#app/facts/fact.ts';
import { notUndone } from '#app/facts/facts.server.ts';
import { db } from '#db/database.server.ts';
import { facts } from '#db/schema/facts.ts';

import type { Pass } from './campaign.ts';

/** What these people have passed since a moment, by person; what was undone is not among it. At most 500 people. */
export async function passesSince(personIds: readonly string[], since: number): Promise<Map<string, Pass[]>> {
  const isPass = and(
    inArray(facts.personId, [...personIds]),
    eq(facts.kind, 'quiz-passed'),
    gte(facts.at, since),
  );
  const rows =
    personIds.length === 0
      ? []
      : await db.read
          .select({
            id: facts.id,
            personId: facts.personId,
            at: facts.at,
            details: facts.details,
            undoes: facts.undoes,
          })
          .from(facts)
          .where(isPass);
  const byPerson = new Map<string, Pass[]>();
  for (const { personId, at, details } of notUndone(rows)) {
    const pass = { ...(details as Details['quiz-passed']), at };
    const here = byPerson.get(personId);
    if (here) here.push(pass);
    else byPerson.set(personId, [pass]);
  }
  return byPerson;
}
