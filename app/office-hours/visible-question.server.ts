/** Who sees a question: everybody, one that was asked openly; hosts alone, one without a name. */
import { asc, eq, isNotNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { questionReplies, questions } from '#db/schema/office-hours.ts';

import { isHost } from './host.server.ts';
import type { Part } from './question.ts';

export type Asker = { id: string; roles: readonly string[] };

/** The one condition by which questions are looked up. */
export const seenBy = ({ hosts }: { hosts: boolean }) => (hosts ? undefined : isNotNull(questions.personId));

/** A question and what this person is to it; null where it is not theirs to see, or there is none. */
export async function visibleQuestion(viewer: Asker, id: string) {
  const [row] = await db.read
    .select({ question: questions, by: people.name })
    .from(questions)
    .leftJoin(people, eq(people.id, questions.personId))
    .where(eq(questions.id, id));
  if (!row) return null;
  const part: Part = { asked: row.question.personId === viewer.id, hosts: await isHost(viewer) };
  return row.question.personId === null && !part.hosts ? null : { ...row, part };
}

/** What was said to a question that was looked up before, in order. `by` is null for whoever asked it without a name. */
export const repliesTo = (questionId: string) =>
  db.read
    .select({
      number: questionReplies.number,
      byId: questionReplies.byId,
      by: people.name,
      text: questionReplies.text,
      day: questionReplies.day,
      at: questionReplies.at,
    })
    .from(questionReplies)
    .leftJoin(people, eq(people.id, questionReplies.byId))
    .where(eq(questionReplies.questionId, questionId))
    .orderBy(asc(questionReplies.number));
