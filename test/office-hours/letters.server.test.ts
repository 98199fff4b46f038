import { beforeEach, describe, expect, it } from 'vitest';

import { newToken, sha256 } from '#app/accounts/secrets.server.ts';
import { behind, putQuestion, putWord } from '#app/office-hours/letter-box.server.ts';
import { countOpenQuestions, questionsPage } from '#app/office-hours/question-list.server.ts';
import { reply } from '#app/office-hours/replying.server.ts';
import { takeLettersOut } from '#app/office-hours/taking-out.server.ts';
import { repliesTo, visibleQuestion } from '#app/office-hours/visible-question.server.ts';
import { noticesOf } from '#app/notices/notices.server.ts';
import { db } from '#db/database.server.ts';
import { recurringWork } from '#db/schema/notices.ts';
import { letterBox, questionReplies, questions } from '#db/schema/office-hours.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

const QUARTER = 15 * 60_000;
let mark = Date.UTC(2026, 2, 4, 12);
let mara: TestPerson;
let tove: TestPerson;
beforeEach(async () => {
  await db.write(async (tx) => {
    await tx.delete(questionReplies);
    await tx.delete(questions);
    await tx.delete(letterBox);
  });
  mara = await somebody('Mara Lindqvist');
  tove = await somebody('Tove Berg', 'organiser');
});

const nextMark = () => takeLettersOut((mark += QUARTER) + 20_000);
const inTheBox = () => db.read.select().from(letterBox);
const all = () => db.read.select().from(questions);
const told = async () => (await noticesOf(tove, null)).notices;

it('lies in the box until the next mark, and is a question with nothing but its day then', async () => {
  const secret = newToken();
  expect(await putQuestion(secret, 'May I report a colleague’s key?', 'It is in the wiki.')).toEqual({
    secret,
    isNew: true,
  });
  await takeLettersOut(mark + 14 * 60_000);
  expect(await all()).toEqual([]);
  expect(Object.values((await inTheBox())[0]!).some((value) => typeof value === 'number')).toBe(false);
  await nextMark();
  expect(await inTheBox()).toEqual([]);
  const [question] = await all();
  expect(question).toEqual({
    id: expect.stringMatching(/^[0-9a-z]{16}$/),
    personId: null,
    title: 'May I report a colleague’s key?',
    text: 'It is in the wiki.',
    day: '2026-03-04',
    askedAt: null,
    secretHash: sha256(secret),
    state: 'open',
    answeredAt: null,
    version: 1,
  });
  expect(await told()).toMatchObject([{ at: mark, path: '/questions' }]);
});

it('is one, however often its form is sent, and whenever', async () => {
  const secret = newToken();
  const sent = await Promise.all([1, 2].map(() => putQuestion(secret, 'Twice?', '')));
  for (const isNew of [true, false]) expect(sent).toContainEqual({ secret, isNew });
  await nextMark();
  expect(await putQuestion(secret, 'Twice?', '')).toEqual({ secret, isNew: false });
  await nextMark();
  expect(await all()).toHaveLength(1);
  expect(await told()).toHaveLength(1);
});

it('is another where other words are sent from the same form, and nobody’s words are dropped', async () => {
  const secret = newToken();
  await putQuestion(secret, 'A key', 'It is in the wiki.');
  const inTheWait = await putQuestion(secret, 'A key', 'It is in the chat.');
  await nextMark();
  const later = await putQuestion(secret, 'Another key', 'It is in the wiki.');
  await nextMark();
  for (const put of [inTheWait, later]) expect(put).toMatchObject({ isNew: true });
  const read = async (by: string) => (await behind(by))?.question;
  expect(await read(secret)).toMatchObject({ title: 'A key', text: 'It is in the wiki.' });
  expect(await read(inTheWait.secret)).toMatchObject({ title: 'A key', text: 'It is in the chat.' });
  expect(await read(later.secret)).toMatchObject({ title: 'Another key', text: 'It is in the wiki.' });
  expect(await all()).toHaveLength(3);
});

it('is still the same with a further word behind it', async () => {
  const secret = newToken();
  await putQuestion(secret, 'A key', 'It is in the wiki.');
  await putWord(secret, 'And in the chat.');
  expect(await putQuestion(secret, 'A key', 'It is in the wiki.')).toEqual({ secret, isNew: false });
});

describe('of many that lie there', () => {
  it('neither place nor transaction tells which came last', async () => {
    const titles = Array.from({ length: 12 }, (_, at) => `Letter ${at}`);
    for (const title of titles) await putQuestion(newToken(), title, '');
    const lying = (await inTheBox()).map(({ title }) => title);
    expect([...lying].sort()).toEqual([...titles].sort());
    // One chance in 479 million that chance keeps the order.
    expect(lying).not.toEqual(titles);
    await nextMark();
    expect((await all()).map(({ title }) => title)).not.toEqual(titles);
    expect(await told()).toHaveLength(1);
  });

  it('all are taken out at one mark, by one of all who would, and never late', async () => {
    await putQuestion(newToken(), 'One', '');
    await Promise.all([nextMark(), takeLettersOut(mark + 30_000)]);
    await putQuestion(newToken(), 'Two', '');
    await takeLettersOut(mark + 60_000);
    expect((await all()).map(({ title }) => title)).toEqual(['One']);
    // The house was closed over a mark.
    mark += QUARTER;
    await takeLettersOut(mark + 5 * 60_000);
    expect(await inTheBox()).toHaveLength(1);
    await nextMark();
    expect(await all()).toHaveLength(2);
    const [work] = (await db.read.select().from(recurringWork)).filter(({ name }) => name === 'letters');
    expect(work).toMatchObject({ begunAt: mark, doneAt: mark });
  });
});

describe('what is behind a link', () => {
  it('is nothing, for a guess', async () => {
    for (const guess of ['', 'x'.repeat(43), newToken(), '%']) expect(await behind(guess)).toBeNull();
    expect(await putWord(newToken(), 'Hello?')).toBe(false);
    expect(await inTheBox()).toEqual([]);
  });

  it('is the letter, then the question with its answers; a further word goes the same way', async () => {
    const secret = newToken();
    await putQuestion(secret, 'Key in the wiki', 'What now?');
    expect(await behind(secret)).toMatchObject({ question: null, waiting: { text: 'What now?' } });
    expect(await putWord(secret, 'It is old.')).toBe(true);
    expect(await putWord(secret, 'It is old.')).toBe(false);
    expect((await behind(secret))!.waiting!.text).toBe('What now?\n\nIt is old.');
    await nextMark();

    const { id } = (await behind(secret))!.question!;
    await reply(id, 'Revoke it.', {
      byId: tove.id,
      part: { asked: false, hosts: true },
      seen: 1,
      now: mark,
    });
    expect(await putWord(secret, 'Done. And the copies?')).toBe(true);
    expect(await putWord(secret, 'There are three.')).toBe(true);
    expect(await behind(secret)).toMatchObject({
      question: { state: 'answered' },
      waiting: { text: 'Done. And the copies?\n\nThere are three.' },
    });
    await nextMark();
    expect(await behind(secret)).toMatchObject({ question: { state: 'open', version: 3 }, waiting: null });
    expect((await repliesTo(id)).map(({ number, by, text, day, at }) => [number, by, text, day, at])).toEqual(
      [
        [1, 'Tove Berg', 'Revoke it.', expect.any(String), mark - QUARTER],
        [2, null, 'Done. And the copies?\n\nThere are three.', '2026-03-04', null],
      ],
    );
    expect((await told())[0]).toMatchObject({ at: mark });
    expect(await putWord(secret, 'Done. And the copies?\n\nThere are three.')).toBe(false);
  });
});

it('is seen by hosts among the open ones, and by nobody else', async () => {
  await putQuestion(newToken(), 'Hidden', '');
  await nextMark();
  const [question] = await all();
  expect(await visibleQuestion(mara, question!.id)).toBeNull();
  expect((await questionsPage(mara, 'open', null)).questions).toEqual([]);
  expect((await questionsPage(tove, 'open', null)).questions).toMatchObject([{ title: 'Hidden', by: null }]);
  expect([await countOpenQuestions(tove), await countOpenQuestions(mara)]).toEqual([1, 0]);
});

it('tells every host alike, also one who may have asked', async () => {
  const wei = await somebody('Wei Chen', 'organiser');
  await putQuestion(newToken(), 'By Wei', '');
  await nextMark();
  expect((await noticesOf(wei, null)).notices).toHaveLength(1);
  expect(await told()).toHaveLength(1);
});
