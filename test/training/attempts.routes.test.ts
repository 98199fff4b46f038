import { beforeEach, describe, expect, it } from 'vitest';

import { moduleNamed } from '#app/training/curriculum.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { quizAttempts } from '#db/schema/training.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { day } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';
import { eq } from 'drizzle-orm';

import { answersOf, attemptRow, hasReadLesson } from './quiz-world.ts';

const MODULE = 'white/01-accounts-and-sign-ins';
const questions = moduleNamed(MODULE)!.questions;
const whys = questions.flatMap(({ options }) => options.map(({ why }) => why));

let mara: TestPerson;
beforeEach(async () => {
  mara = await somebody('Mara Lindqvist');
  await hasReadLesson(mara, MODULE);
});

async function begun(): Promise<string> {
  const answer = await submit(paths.moduleAttempts(MODULE), {}, { as: mara });
  expect(answer.status).toBe(303);
  const [, id] = /^\/attempts\/(\w+)\/questions\/1$/.exec(answer.headers.get('Location')!)!;
  return id!;
}
const post = (id: string, number: number, ...choices: string[]) =>
  submit(
    paths.attemptQuestion(id, number),
    choices.map((choice): [string, string] => ['choice', choice]),
    { as: mara },
  );
/** Answers to all questions, right ones or the first that is not. */
async function answerAll(id: string, right: boolean) {
  const { drawn } = await attemptRow(id);
  const { questionsSeen } = await import('#app/training/questions.server.ts');
  const seen = await questionsSeen(drawn.map(({ question }) => question));
  for (const [at, { options }] of drawn.entries()) {
    const places = options.flatMap((option, place) =>
      seen[at]!.options[option]!.correct === right ? [String(place)] : [],
    );
    expect((await post(id, at + 1, ...(right ? places : places.slice(0, 1)))).status).toBe(303);
  }
}
/** An attempt whose window has passed. */
const elapse = (id: string) =>
  db.write((tx) =>
    tx
      .update(quizAttempts)
      .set({ openedAt: Date.now() - 8 * day, closesAt: Date.now() - day })
      .where(eq(quizAttempts.id, id)),
  );

describe('an assessed attempt', () => {
  it('begins once the lesson was read, and is led back to after that', async () => {
    const tom = await somebody('Tom Adeyemi');
    const unread = await submit(paths.moduleAttempts(MODULE), {}, { as: tom });
    expect(unread.headers.get('Location')).toBe(paths.module(MODULE));
    const id = await begun();
    const again = await submit(paths.moduleAttempts(MODULE), {}, { as: mara });
    expect([again.status, again.headers.get('Location')]).toEqual([303, paths.attempt(id)]);
    expect((await visit(paths.moduleAttempts(MODULE), { as: mara })).headers.get('Location')).toBe(
      paths.module(MODULE),
    );
  });

  it('goes from question to question, and ends with a result and the reasons', async () => {
    const id = await begun();
    const first = await post(id, 1, '0');
    expect(first.headers.get('Location')).toBe(paths.attemptQuestion(id, 2));
    const skipped = await post(id, 8, '0');
    expect(skipped.headers.get('Location')).toBe(paths.attemptQuestion(id, 2));
    expect(await textOf(await visit(paths.attempt(id), { as: mara }))).toContain('2 of 8 answered');
    await answerAll(id, true);
    const done = await submit(paths.attemptFinish(id), {}, { as: mara });
    expect([done.status, done.headers.get('Location')]).toEqual([303, paths.attempt(id)]);
    const text = await textOf(await visit(paths.attempt(id), { as: mara }));
    expect(text).toContain('8 of 8 right');
    expect(text).toContain('Passed');
    expect(await attemptRow(id)).toMatchObject({ outcome: 'passed', right: 8 });
  });

  it('that was not passed says when the next may begin', async () => {
    const id = await begun();
    await answerAll(id, false);
    await submit(paths.attemptFinish(id), {}, { as: mara });
    expect(await textOf(await visit(paths.attempt(id), { as: mara }))).toMatch(/try again from .* UTC/);
    const early = await submit(paths.moduleAttempts(MODULE), {}, { as: mara });
    expect(early.headers.get('Location')).toBe(paths.module(MODULE));
  });

  it('is nowhere for anybody else', async () => {
    const id = await begun();
    await post(id, 1, '0');
    const before = await answersOf(id);
    const places = [paths.attempt(id), paths.attemptQuestion(id, 1), paths.attemptFinish(id)];
    for (const role of ['member', 'organiser', 'administrator'] as const) {
      const asker = await somebody('Priya Raman', ...(role === 'member' ? [] : [role]));
      for (const place of places) {
        expect((await visit(place, { as: asker })).status).toBe(404);
        expect((await submit(place, { choice: '1' }, { as: asker })).status).not.toBe(303);
        expect((await visit(`${place}.data`, { as: asker })).status).toBe(404);
      }
    }
    expect(await answersOf(id)).toEqual(before);
    expect((await attemptRow(id)).finishedAt).toBeNull();
  });

  it('stays in no browser', async () => {
    const id = await begun();
    for (const place of [paths.attempt(id), paths.attemptQuestion(id, 1)])
      expect((await visit(place, { as: mara })).headers.get('Cache-Control')).toContain('no-store');
  });
});

describe('a finished attempt', () => {
  it('tells no answer while the next is open, and again after that', async () => {
    const id = await begun();
    await answerAll(id, false);
    await elapse(id);
    const told = async (place: string) => {
      const sent = await sentBy(await visit(place, { as: mara }));
      return whys.some((why) => sent.includes(why));
    };
    expect(await told(paths.attempt(id))).toBe(true);
    const next = await begun();
    for (const place of [paths.attempt(id), `${paths.attempt(id)}.data`])
      expect(await told(place)).toBe(false);
    expect(await textOf(await visit(paths.attempt(id), { as: mara }))).toContain('Go on with your attempt');
    await elapse(next);
    expect(await told(paths.attempt(id))).toBe(true);
  });
});

describe('an answer that cannot be taken', () => {
  it('says what to do, and changes nothing', async () => {
    const id = await begun();
    const { drawn } = await attemptRow(id);
    await post(id, 1, '0');
    const before = await answersOf(id);
    const refused: [number, string[], number][] = [
      [1, [], 422],
      [1, ['99'], 422],
      [1, ['-1'], 422],
      [1, ['one'], 422],
      [drawn.length + 1, ['0'], 404],
      [0, ['0'], 404],
    ];
    for (const [number, choices, status] of refused) {
      expect((await post(id, number, ...choices)).status).toBe(status);
      expect(await answersOf(id)).toEqual(before);
    }
    const { questionsSeen } = await import('#app/training/questions.server.ts');
    const seen = await questionsSeen(drawn.map(({ question }) => question));
    const single = seen.findIndex(({ options }) => options.filter((o) => o.correct).length === 1);
    expect((await post(id, single + 1, '0', '1')).status).toBe(422);
    expect((await answersOf(id)).find(({ position }) => position === single)?.chosen.length ?? 1).toBe(1);
  });

  it('comes after another tab has finished', async () => {
    const id = await begun();
    await post(id, 1, '0');
    await submit(paths.attemptFinish(id), {}, { as: mara });
    const sealed = await attemptRow(id);
    const late = await post(id, 2, '0');
    expect(late.status).toBe(409);
    expect(await textOf(late)).toContain('not taken');
    expect((await submit(paths.attemptFinish(id), {}, { as: mara })).headers.get('Location')).toBe(
      paths.attempt(id),
    );
    expect(await attemptRow(id)).toEqual(sealed);
  });

  it('comes after the window, which has closed with what was there', async () => {
    const id = await begun();
    await post(id, 1, '0');
    await elapse(id);
    expect((await post(id, 2, '0')).status).toBe(409);
    const row = await attemptRow(id);
    expect(row.finishedAt).toBe(row.closesAt);
    expect(row.given!.filter((given) => given !== null)).toHaveLength(1);
  });
});

describe('practice', () => {
  const practice = (seed: string, n: number) => `${paths.practice(MODULE)}?seed=${seed}&n=${n}`;

  it('begins with an order of its own, and asks the same at the same address', async () => {
    const start = await visit(paths.practice(MODULE), { as: mara });
    expect(start.headers.get('Location')).toMatch(/seed=[0-9a-f]{10}&n=1$/);
    const [once, again] = [practice('herons', 3), practice('herons', 3)];
    expect(await textOf(await visit(once, { as: mara }))).toBe(
      await textOf(await visit(again, { as: mara })),
    );
    expect((await visit(practice('herons', 999), { as: mara })).status).toBe(302);
  });

  it('tells whether an answer is right, and why of each option, and keeps nothing', async () => {
    const answered = await submit(practice('herons', 1), { choice: '0' }, { as: mara });
    expect(answered.status).toBe(200);
    const sent = await textOf(answered);
    expect(whys.filter((why) => sent.includes(why.replaceAll('`', ''))).length).toBeGreaterThan(1);
    expect(await db.read.$count(quizAttempts, eq(quizAttempts.personId, mara.id))).toBe(0);
    expect((await submit(practice('herons', 1), {}, { as: mara })).status).toBe(422);
    expect((await submit(practice('herons', 1), { choice: '77' }, { as: mara })).status).toBe(422);
    expect((await submit(paths.practice(MODULE), { choice: '0' }, { as: mara })).status).toBe(404);
  });

  it('rests while an attempt is open, whose answers it would show', async () => {
    const id = await begun();
    const resting = await sentBy(await visit(practice('herons', 1), { as: mara }));
    expect(resting).toContain(paths.attempt(id));
    const refused = await submit(practice('herons', 1), { choice: '0' }, { as: mara });
    expect(refused.status).toBe(409);
    const sent = await sentBy(refused);
    for (const why of whys) expect(sent).not.toContain(why);
  });
});
