/** Who passed the questions of a module since some moment: how many, and when they were enough to speak of. */
import { and, asc, count, eq, gte } from 'drizzle-orm';

import { FEWEST } from '#app/accounts/fewest.ts';
import { db } from '#db/database.server.ts';
import { quizAttempts } from '#db/schema/training.ts';

import { MOST_PEOPLE } from './loop.ts';

const passedSince = (module: string, since: number) =>
  and(
    eq(quizAttempts.module, module),
    eq(quizAttempts.outcome, 'passed'),
    gte(quizAttempts.finishedAt, since),
  );

/** How many people passed it since, as far as they are counted; null where those are too few to be counted. */
export async function learnersSince(module: string, since: number): Promise<number | null> {
  const passed = db.read
    .selectDistinct({ personId: quizAttempts.personId })
    .from(quizAttempts)
    .where(passedSince(module, since))
    .limit(MOST_PEOPLE + 1)
    .as('passed');
  const [row] = await db.read.select({ people: count() }).from(passed);
  const people = row?.people ?? 0;
  return people < FEWEST ? null : people;
}

/** Somebody may have passed more than once: begins with so many passes, and looks at more where those are too few. */
const BEGIN_WITH = 4 * FEWEST;

/** When the fifth person passed it since; null while they are fewer. */
export async function learnedAt(module: string, since: number): Promise<number | null> {
  for (let most = BEGIN_WITH; ; most *= 4) {
    const passes = await db.read
      .select({ personId: quizAttempts.personId, at: quizAttempts.finishedAt })
      .from(quizAttempts)
      .where(passedSince(module, since))
      .orderBy(asc(quizAttempts.finishedAt))
      .limit(most);
    const people = new Set<string>();
    for (const { personId, at } of passes) if (people.add(personId).size === FEWEST) return at;
    if (passes.length < most) return null;
  }
}
