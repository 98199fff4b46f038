/** Squads with champions and advocates, and concerns as people raise them. */
import { raise } from '#app/concerns/raising.server.ts';
import type { Step } from '#app/concerns/concern.ts';
import { takeStep } from '#app/concerns/steps.server.ts';
import { stepsSoFar } from '#app/concerns/keeping.server.ts';
import { stepsOf } from '#app/concerns/visible.server.ts';
import type { ArticleWords } from '#app/answers/article.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { enrolments } from '#db/schema/champions.ts';
import { concerns } from '#db/schema/concerns.ts';
import { squadRoles } from '#db/schema/squads.ts';
import { day, now } from '#test/support/clock.ts';
import type { TestPerson } from '#test/support/people.ts';
import { eq } from 'drizzle-orm';

export const champions = (squadId: string, ...people: { id: string }[]) =>
  db.write(async (tx) => {
    for (const [at, { id: personId }] of people.entries()) {
      const activeAt = now - (100 - at) * day;
      await tx
        .insert(enrolments)
        .values({ id: newId(), personId, squadId, state: 'active', appliedAt: activeAt, activeAt });
    }
  });

export const advocate = (squadId: string, { id: personId }: { id: string }) =>
  db.write((tx) =>
    tx.insert(squadRoles).values({ id: newId(), squadId, personId, role: 'advocate', assumedAt: now }),
  );

/** Raises a concern. Returns its id. */
export async function concernOf(
  by: TestPerson,
  squadId: string | null,
  { title = 'Tokens in the log', text = 'I can read them.', at = now } = {},
): Promise<string> {
  const raised = await raise(by, { id: newId(), squadId, title, text, raisedFrom: null }, at);
  if ('refused' in raised) throw new Error(raised.refused);
  return raised.id;
}

export const row = async (id: string) =>
  (await db.read.select().from(concerns).where(eq(concerns.id, id)))[0]!;

/** Takes a step from a page that is true. */
export const step = async (
  id: string,
  what: Step,
  by: TestPerson,
  note = 'A note.',
  { at = now, article = null as ArticleWords | null } = {},
) => takeStep(id, what, by, { note, seen: await stepsSoFar(id), article }, at);

/** What happened, in short: "answered by Ines Moreau". */
export const history = async (id: string) =>
  (await stepsOf(id)).map(({ step: what, by }) => (by ? `${what} by ${by}` : what));
