import { eq } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { resetPassword } from '#app/accounts/password-resets.server.ts';
import { askForReset, writeResetLetter } from '#app/accounts/reset-requests.server.ts';
import { limits } from '#app/accounts/throttle.ts';
import { db } from '#db/database.server.ts';
import { auditEntries, tokens } from '#db/schema/accounts.ts';
import { messages } from '#db/schema/notices.ts';
import { hour, minute, now } from '#test/support/clock.ts';
import { openMailbox } from '#test/support/mailbox.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { deliverAt, messagesFor } from '../notices/posted.ts';
import { openSessions } from './known.ts';

afterEach(() => db.write((tx) => tx.delete(messages)));

let networks = 0;
const ask = (email: string) => askForReset(email, `198.51.100.${++networks}`, now);
const tokensOf = ({ id }: TestPerson) => db.read.select().from(tokens).where(eq(tokens.personId, id));
const next = 'nine purple badgers';

it('sends a link that is made as it is sent, and lies nowhere', async () => {
  const nina = await somebody('Nina');
  const mailbox = await openMailbox();
  expect(await ask(nina.email)).toEqual({ asked: true });
  const [message] = await messagesFor(nina);
  expect(message).toMatchObject({ kind: 'password-reset', subjectId: null, state: 'waiting' });
  expect(await tokensOf(nina)).toEqual([]);
  const [entry] = await db.read.select().from(auditEntries).where(eq(auditEntries.subjectId, nina.id));
  expect(entry).toMatchObject({ event: 'reset-link-asked', actorId: null });

  await deliverAt(now, mailbox.url, { 'password-reset': writeResetLetter });
  await mailbox.close();
  const [letter] = mailbox.received;
  expect(letter!.to).toEqual([nina.email]);
  const token = /http:\/\/guildhall\.test\/password-resets\/(\S+)/.exec(letter!.text)![1]!;
  const stored = [await messagesFor(nina), await tokensOf(nina), await db.read.select().from(auditEntries)];
  expect(JSON.stringify(stored)).not.toContain(token);

  expect(await resetPassword(token, next, now + hour)).toEqual({ refused: 'dead' });
  expect(await resetPassword(token, next, now + 59 * minute)).toEqual({ personId: nina.id });
  expect(await openSessions(nina)).toBe(0);
});

it('a link that is on its way stays good when another is asked for; using one ends all', async () => {
  const nina = await somebody('Nina');
  const about = { personId: nina.id, kind: 'password-reset', subjectId: null };
  const linkIn = async () => /password-resets\/(\S+)/.exec((await writeResetLetter(about, now))!.text)![1]!;
  const [first, second] = [await linkIn(), await linkIn()];
  expect(await resetPassword(first, next, now)).toEqual({ personId: nina.id });
  expect(await resetPassword(second, next, now)).toEqual({ refused: 'dead' });
});

it('answers alike for an address that is known, unknown, or of somebody who left, and takes as long', async () => {
  const [olga, nina, tom] = [
    await somebody('Olga', 'administrator'),
    await somebody('Nina'),
    await somebody('Tom'),
  ];
  await deactivate(olga, tom.id, now);
  const times: number[] = [];
  for (const email of [nina.email, 'nobody@northwind.example', tom.email]) {
    const began = performance.now();
    expect(await ask(email)).toEqual({ asked: true });
    times.push(performance.now() - began);
  }
  for (const time of times) expect(time).toBeGreaterThan(390);
  expect(await messagesFor(nina)).toHaveLength(1);
  expect(await messagesFor(tom)).toEqual([]);
  expect(
    await writeResetLetter({ personId: tom.id, kind: 'password-reset', subjectId: null }, now),
  ).toBeNull();
  expect(await tokensOf(tom)).toEqual([]);
});

it('lets nobody flood a mailbox, or ask on and on, known or not', async () => {
  const nina = await somebody('Nina');
  for (const email of [nina.email, 'nobody.at.all@northwind.example']) {
    const answers = [];
    for (let n = 0; n <= limits.resetAddress.points; n++) answers.push(await ask(email));
    expect(answers.pop()).toMatchObject({ refused: 'too-many', seconds: expect.any(Number) });
    expect(answers.every((answer) => 'asked' in answer)).toBe(true);
  }
  expect(await messagesFor(nina)).toHaveLength(limits.resetAddress.points);

  const many = Array.from({ length: limits.resetNetwork.points + 1 }, (_, n) =>
    askForReset(`guess.${n}@northwind.example`, '203.0.113.77', now),
  );
  const answers = await Promise.all(many);
  expect(answers.filter((answer) => 'refused' in answer)).toHaveLength(1);
});
