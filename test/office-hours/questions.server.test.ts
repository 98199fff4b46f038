import { beforeEach, describe, expect, it } from 'vitest';

import { ask } from '#app/office-hours/asking.server.ts';
import { everyHost } from '#app/office-hours/hosts.server.ts';
import { countOpenQuestions, questionsPage } from '#app/office-hours/question-list.server.ts';
import { close, reply } from '#app/office-hours/replying.server.ts';
import { repliesTo, visibleQuestion } from '#app/office-hours/visible-question.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { noticesOf } from '#app/notices/notices.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { questionReplies, questions } from '#db/schema/office-hours.ts';
import { champions } from '#test/concerns/known.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

let mara: TestPerson;
let ines: TestPerson;
let tove: TestPerson;
beforeEach(async () => {
  await db.write(async (tx) => {
    await tx.delete(questionReplies);
    await tx.delete(questions);
  });
  mara = await somebody('Mara Lindqvist');
  ines = await somebody('Ines Moreau');
  tove = await somebody('Tove Berg', 'organiser');
  await champions((await squadOf(`Payments ${ines.id}`, ines)).id, ines);
});

const asked = (title = 'May tests hold real addresses?', at = now) =>
  ask(mara, { id: newId(), title, text: 'We have a dump.' }, at);
const asHost = ({ id: byId }: TestPerson, seen: number) => ({
  byId,
  part: { asked: false, hosts: true },
  seen,
  now,
});
const asAsker = (seen: number) => ({ byId: mara.id, part: { asked: true, hosts: false }, seen, now });
const told = async (person: TestPerson) => (await noticesOf(person, null)).notices.map(({ path }) => path);
const stateOf = async (id: string) => (await visibleQuestion(tove, id))!.question;

it('may be answered by organisers and active champions, who are told of it', async () => {
  expect(await everyHost()).toEqual(expect.arrayContaining([ines.id, tove.id]));
  expect(await everyHost()).not.toContain(mara.id);
  const id = await asked();
  expect(await told(ines)).toEqual([`/questions/${id}`]);
  expect(await told(tove)).toEqual([`/questions/${id}`]);
  expect(await told(mara)).toEqual([]);
  expect([await countOpenQuestions(ines), await countOpenQuestions(mara)]).toEqual([1, 0]);
});

it('is one, however often its form is sent', async () => {
  const form = { id: newId(), title: 'Which scanner?', text: '' };
  expect([await ask(mara, form, now), await ask(mara, form, now)]).toEqual([form.id, form.id]);
  expect(await ask(tove, form, now)).not.toBe(form.id);
  expect(await told(ines)).toHaveLength(2);
});

it('is another with other words, from a form that somebody went back to', async () => {
  const form = { id: newId(), title: 'Which scanner?', text: '' };
  await ask(mara, form, now);
  const others = [{ title: 'Which linter?' }, { text: 'For Go.' }];
  for (const words of others) {
    const id = await ask(mara, { ...form, ...words }, now);
    expect(await stateOf(id)).toMatchObject({ ...form, ...words, id, personId: mara.id });
    expect(id).not.toBe(form.id);
  }
  expect(await told(ines)).toHaveLength(3);
});

describe('answers', () => {
  it('are told to whoever asked, who may ask back, which is told to who answered', async () => {
    const id = await asked();
    expect(await reply(id, 'No: make them up.', asHost(ines, 1))).toEqual({ done: true });
    expect(await stateOf(id)).toMatchObject({ state: 'answered', answeredAt: now, version: 2 });
    expect(await told(mara)).toEqual([`/questions/${id}`]);
    expect(await reply(id, 'All of them?', asAsker(2))).toEqual({ done: true });
    expect(await stateOf(id)).toMatchObject({ state: 'open', version: 3 });
    expect(await told(ines)).toHaveLength(2);
    expect(await told(tove)).toHaveLength(1);
    expect((await repliesTo(id)).map(({ by, text, number }) => [number, by, text])).toEqual([
      [1, 'Ines Moreau', 'No: make them up.'],
      [2, 'Mara Lindqvist', 'All of them?'],
    ]);
  });

  it('of two who write at once: the second reads the first, and the same twice is once', async () => {
    const id = await asked();
    const [no, never, noAgain] = await Promise.all([
      reply(id, 'No.', asHost(ines, 1)),
      reply(id, 'Never.', asHost(tove, 1)),
      reply(id, 'No.', asHost(ines, 1)),
    ]);
    const [one, other] = [{ done: true }, { refused: 'stale' }];
    const [ofInes, ofTove] = 'done' in no ? [one, other] : [other, one];
    expect([no, never, noAgain]).toEqual([ofInes, ofTove, ofInes]);
    const [first, said] = 'done' in no ? [ines, 'No.'] : [tove, 'Never.'];
    expect(await reply(id, said, asHost(first, 1))).toEqual({ done: true });
    expect(await repliesTo(id)).toMatchObject([{ by: first.name, text: said }]);
  });

  it('end with a closing, from which whoever asked can come back', async () => {
    const id = await asked();
    expect(await close(id, asHost(tove, 9))).toEqual({ refused: 'stale' });
    expect(await close(id, asHost(tove, 1))).toEqual({ done: true });
    expect(await close(id, asHost(ines, 1))).toEqual({ done: true });
    expect(await told(mara)).toHaveLength(1);
    expect(await reply(id, 'Too late.', asHost(ines, 2))).toEqual({ refused: 'not-now' });
    expect(await reply(id, 'One thing more.', asAsker(2))).toEqual({ done: true });
    expect((await stateOf(id)).state).toBe('open');
  });
});

it('lists what waits longest first, and everything once', async () => {
  for (let at = 0; at < 65; at += 1) await asked(`Question ${at}`, now + Math.floor(at / 10) * day);
  const seen: { id: string; day: string }[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page = await questionsPage(mara, 'open', readCursor(after));
    seen.push(...page.questions);
    after = page.next;
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(65);
  const days = seen.map((one) => one.day);
  expect(days).toEqual([...days].sort());
  expect((await questionsPage(mara, 'mine', null)).questions[0]!.day).toBe(days.at(-1));
});
