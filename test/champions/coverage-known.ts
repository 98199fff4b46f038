/** Champions straight into the database: coverage looks at where they stand, not at how they came there. */
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { enrolments, specialisms } from '#db/schema/champions.ts';
import { day, now } from '#test/support/clock.ts';

type Kept = Partial<typeof enrolments.$inferInsert>;

/** An enrolment of somebody in a squad, active with ten hours unless said otherwise. Returns its id. */
export async function enrolled(
  person: { id: string },
  squad: { id: string },
  kept: Kept = {},
): Promise<string> {
  const id = newId();
  const state = kept.state ?? 'active';
  await db.write((tx) =>
    tx.insert(enrolments).values({
      id,
      personId: person.id,
      squadId: squad.id,
      state,
      ongoing: kept.endedAt ? null : `${person.id} ${squad.id}`,
      hoursPerMonth: 10,
      appliedAt: now - 300 * day,
      agreedAt: now - 290 * day,
      activeAt: state === 'active' || state === 'stepped-down' ? now - 250 * day : null,
      ...kept,
    }),
  );
  return id;
}

/** Somebody knows something especially well. */
export const knows = (person: { id: string }, key: string, until: number | null = null) =>
  db.write((tx) =>
    tx.insert(specialisms).values({ id: newId(), personId: person.id, key, since: now - day, until }),
  );
