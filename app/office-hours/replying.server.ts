import { and, desc, eq, isNotNull } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { questionReplies, questions } from '#db/schema/office-hours.ts';

import { everyHost } from './hosts.server.ts';
import { dayAt } from './question-day.ts';
import { afterClosing, afterWord, type Part, type Refusal } from './question.ts';

type Outcome = { done: true } | { refused: Refusal };
/** Who writes: as what, and from which version of the page. */
type Writing = { byId: string; part: Part; seen: number; now: number };

/**
 * Adds a word to a question that was looked up through the viewer: an answer, or more from whoever asked. The same words
 * sent twice are said once; from a page that is no longer true it is refused as `stale`.
 */
export async function reply(id: string, text: string, { byId, part, seen, now }: Writing): Promise<Outcome> {
  const day = dayAt(now, await zoneHere());
  return db.write(async (tx) => {
    const question = await current(tx, id);
    if (!question) return { refused: 'not-yours' };
    const last = await lastReply(tx, id);
    if (last?.byId === byId && last.text === text) return { done: true };
    if (question.version !== seen) return { refused: 'stale' };
    const after = afterWord(question.state, part);
    if ('refused' in after) return after;
    const number = (last?.number ?? 0) + 1;
    await tx
      .insert(questionReplies)
      .values({ id: newId(), questionId: id, byId, text, day, at: now, number });
    const answeredAt = after.state === 'answered' ? now : question.answeredAt;
    await tx
      .update(questions)
      .set({ state: after.state, answeredAt, version: seen + 1 })
      .where(eq(questions.id, id));
    const told = part.asked ? await whoAnswered(tx, id) : [question.personId];
    const words = part.asked ? 'There is more to a question' : 'Your question has an answer';
    for (const personId of told)
      if (personId !== null && personId !== byId)
        await tell(tx, {
          personId,
          kind: 'question',
          text: `${words}: ${question.title}`,
          path: paths.question(id),
          now,
        });
    return { done: true };
  });
}

/** Closes a question that was looked up through the viewer. Twice is once. */
export async function close(id: string, { byId, part, seen, now }: Writing): Promise<Outcome> {
  return db.write(async (tx) => {
    const question = await current(tx, id);
    if (!question) return { refused: 'not-yours' };
    if (question.state === 'closed') return { done: true };
    if (question.version !== seen) return { refused: 'stale' };
    const after = afterClosing(question.state, part);
    if ('refused' in after) return after;
    await tx
      .update(questions)
      .set({ state: after.state, version: seen + 1 })
      .where(eq(questions.id, id));
    if (question.personId !== null && question.personId !== byId)
      await tell(tx, {
        personId: question.personId,
        kind: 'question',
        text: `Your question was closed: ${question.title}`,
        path: paths.question(id),
        now,
      });
    return { done: true };
  });
}

async function current(tx: Tx, id: string) {
  const [question] = await tx.select().from(questions).where(eq(questions.id, id));
  return question;
}

async function lastReply(tx: Tx, questionId: string) {
  const [last] = await tx
    .select()
    .from(questionReplies)
    .where(eq(questionReplies.questionId, questionId))
    .orderBy(desc(questionReplies.number))
    .limit(1);
  return last;
}

/** Who has written to a question besides whoever asked, else everybody who may answer it. */
async function whoAnswered(tx: Tx, questionId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ byId: questionReplies.byId })
    .from(questionReplies)
    .where(and(eq(questionReplies.questionId, questionId), isNotNull(questionReplies.byId)));
  const [question] = await tx
    .select({ personId: questions.personId })
    .from(questions)
    .where(eq(questions.id, questionId));
  const others = rows.map(({ byId }) => byId!).filter((byId) => byId !== question?.personId);
  return others.length > 0 ? others.sort() : everyHost();
}
