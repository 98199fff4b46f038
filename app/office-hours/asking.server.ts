import { eq } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { questions } from '#db/schema/office-hours.ts';

import { everyHost } from './hosts.server.ts';
import { dayAt } from './question-day.ts';

/** `id` is made with the form: the same form sent twice is one question, and with other words it is another. */
type Draft = { id: string; title: string; text: string };

/** Asks a question openly, and tells those who may answer. Returns its id. */
export async function ask(by: { id: string }, { id, title, text }: Draft, now: number): Promise<string> {
  const day = dayAt(now, await zoneHere());
  return db.write(async (tx) => {
    const [same] = await tx
      .select({ personId: questions.personId, title: questions.title, text: questions.text })
      .from(questions)
      .where(eq(questions.id, id));
    if (same?.personId === by.id && same.title === title && same.text === text) return id;
    // Somebody went back to the form and asked something else. Or somebody else's id was sent: that there is such a one is not for them to learn.
    const questionId = same ? newId() : id;
    await tx
      .insert(questions)
      .values({ id: questionId, personId: by.id, title, text, day, askedAt: now, state: 'open', version: 1 });
    const path = paths.question(questionId);
    for (const personId of await everyHost())
      if (personId !== by.id)
        await tell(tx, { personId, kind: 'question', text: `A new question: ${title}`, path, now });
    return questionId;
  });
}
