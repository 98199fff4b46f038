/**
 * Where lies what is written without a name until it is taken out together with the rest. A letter is written down
 * before it is acknowledged. Whenever one is put in, all that lie there are put in anew in an order of chance, by one
 * transaction: neither their place nor their transaction tells which of them came last.
 */
import { randomInt } from 'node:crypto';

import { and, desc, eq, isNull } from 'drizzle-orm';

import { newToken, sha256 } from '#app/accounts/secrets.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { letterBox, questionReplies, questions } from '#db/schema/office-hours.ts';

import { isSecret, shuffled } from './nameless.ts';

type Letter = typeof letterBox.$inferSelect;

/**
 * Puts a new question into the box. The same one again, at any time, is one; other words under the same secret, from a
 * form that somebody went back to, are another, which gets a secret of its own. Answers by which secret it is followed.
 */
export async function putQuestion(
  secret: string,
  title: string,
  text: string,
): Promise<{ secret: string; isNew: boolean }> {
  const instead = newToken();
  return db.write(async (tx) => {
    const waiting = await tx.select().from(letterBox);
    const secretHash = sha256(secret);
    const known = await questionBehind(tx, secretHash);
    // What waits beside a question that is there already is a further word on it.
    const before = known ?? waiting.find((letter) => letter.secretHash === secretHash);
    if (before?.title === title && says(before, text)) return { secret, isNew: false };
    const used = before ? instead : secret;
    await lay(tx, [...waiting, { id: newId(), secretHash: sha256(used), questionId: null, title, text }]);
    return { secret: used, isNew: true };
  });
}

/**
 * Puts a further word into the box, to what lies there of the same question already. False: the same word was the last
 * one, or there is no such question.
 */
export async function putWord(secret: string, text: string): Promise<boolean> {
  const secretHash = sha256(secret);
  return db.write(async (tx) => {
    const waiting = await tx.select().from(letterBox);
    const mine = waiting.find((letter) => letter.secretHash === secretHash);
    if (mine) {
      if (mine.text === text || mine.text.endsWith(`\n\n${text}`)) return false;
      const others = waiting.filter((letter) => letter !== mine);
      await lay(tx, [...others, { ...mine, text: mine.text === '' ? text : `${mine.text}\n\n${text}` }]);
      return true;
    }
    const question = await questionBehind(tx, secretHash);
    if (!question || (await wasJustSaid(tx, question.id, text))) return false;
    await lay(tx, [...waiting, { id: newId(), secretHash, questionId: question.id, title: '', text }]);
    return true;
  });
}

/** What is behind a link: a question, a letter that still waits (a new one, or a further word), or both; else null. */
export async function behind(secret: string) {
  if (!isSecret(secret)) return null;
  const secretHash = sha256(secret);
  const question = await questionBehind(db.read, secretHash);
  const [waiting] = await db.read.select().from(letterBox).where(eq(letterBox.secretHash, secretHash));
  return question || waiting ? { question: question ?? null, waiting: waiting ?? null } : null;
}

/** Whether a letter holds this text, alone or with a further word behind it. */
const says = (letter: { text: string }, text: string): boolean =>
  letter.text === text || letter.text.startsWith(`${text}\n\n`) || text === '';

async function lay(tx: Tx, letters: Letter[]): Promise<void> {
  await tx.delete(letterBox);
  await tx.insert(letterBox).values(shuffled(letters, randomInt));
}

async function questionBehind(from: Pick<Tx, 'select'>, secretHash: string) {
  const [question] = await from.select().from(questions).where(eq(questions.secretHash, secretHash));
  return question;
}

async function wasJustSaid(tx: Tx, questionId: string, text: string): Promise<boolean> {
  const [last] = await tx
    .select({ text: questionReplies.text })
    .from(questionReplies)
    .where(and(eq(questionReplies.questionId, questionId), isNull(questionReplies.byId)))
    .orderBy(desc(questionReplies.number))
    .limit(1);
  return last?.text === text;
}
