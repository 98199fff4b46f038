import { eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { questions } from '#db/schema/office-hours.ts';

/** A question of office hours as everyone may read it; null where there is none. Who asked it is not looked at. */
export async function answeredQuestion(id: string) {
  const [question] = await db.read
    .select({ id: questions.id, title: questions.title, state: questions.state })
    .from(questions)
    .where(eq(questions.id, id));
  return question ?? null;
}
