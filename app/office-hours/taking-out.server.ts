/** The letter box is emptied at fixed marks of the clock, the same for everybody. */
import { randomInt } from 'node:crypto';

import { desc, eq } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { recurringWork } from '#db/schema/notices.ts';
import { letterBox, questionReplies, questions } from '#db/schema/office-hours.ts';

import { everyHost } from './hosts.server.ts';
import { markAt, shuffled } from './nameless.ts';
import { dayAt } from './question-day.ts';

type Letter = typeof letterBox.$inferSelect;

/** Whether what was deleted may still be in the files: of what this process did not see, it does not know. */
let owesScrubbing = true;

/**
 * Takes all letters out together, if a mark has just passed and nobody has done it since: they become questions and
 * further words in an order of chance, with the day and nothing else. Then nothing of the box is left in the files.
 */
export async function takeLettersOut(now: number): Promise<void> {
  const zone = await zoneHere();
  const name = 'letters';
  const last = async () =>
    (await db.read.select().from(recurringWork).where(eq(recurringWork.name, name)))[0]?.begunAt ?? 0;
  if (markAt(now, await last()) !== null) {
    await db.write(async (tx) => {
      const mark = markAt(now, await last());
      if (mark === null) return;
      const times = { begunAt: mark, doneAt: mark };
      await tx
        .insert(recurringWork)
        .values({ name, ...times })
        .onConflictDoUpdate({ target: recurringWork.name, set: times });
      if (await empty(tx, dayAt(mark, zone), mark)) owesScrubbing = true;
    });
  }
  // Inside of a transaction it would wait for the end of that one.
  if (!owesScrubbing || db.isWriting) return;
  await db.scrub('letter_box');
  owesScrubbing = false;
}

async function empty(tx: Tx, day: string, mark: number): Promise<boolean> {
  const letters = shuffled(await tx.select().from(letterBox), randomInt);
  if (letters.length === 0) return false;
  await tx.delete(letterBox);
  const asked = letters.filter(({ questionId }) => questionId === null);
  const words = letters.filter(({ questionId }) => questionId !== null);
  if (asked.length > 0)
    await tx.insert(questions).values(
      asked.map(({ secretHash, title, text }) => ({
        id: newId(),
        personId: null,
        title,
        text,
        day,
        askedAt: null,
        secretHash,
        state: 'open' as const,
        version: 1,
      })),
    );
  await addWords(tx, words, day);
  const text = inWords(asked.length, words.length);
  for (const personId of await everyHost())
    await tell(tx, { personId, kind: 'question', text, path: paths.questions(), now: mark });
  return true;
}

async function addWords(tx: Tx, words: Letter[], day: string): Promise<void> {
  if (words.length === 0) return;
  const rows = [];
  for (const { questionId, text } of words) {
    const [last] = await tx
      .select({ number: questionReplies.number })
      .from(questionReplies)
      .where(eq(questionReplies.questionId, questionId!))
      .orderBy(desc(questionReplies.number))
      .limit(1);
    const number = (last?.number ?? 0) + 1;
    rows.push({ id: newId(), questionId: questionId!, byId: null, text, day, at: null, number });
  }
  await tx.insert(questionReplies).values(rows);
  for (const { questionId } of words) {
    const [question] = await tx.select().from(questions).where(eq(questions.id, questionId!));
    await tx
      .update(questions)
      .set({ state: 'open', version: question!.version + 1 })
      .where(eq(questions.id, questionId!));
  }
}

const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [count === 1 ? one : `${count} ${many}`];

/** "Without a name: a question and 2 further words" */
const inWords = (asked: number, words: number): string =>
  `Without a name: ${[
    ...counted(asked, 'a question', 'questions'),
    ...counted(words, 'a further word', 'further words'),
  ].join(' and ')}`;
