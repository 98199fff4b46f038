import { afterEach, describe, expect, it } from 'vitest';

import { answer, attemptsOf, finish, openAttempt, ownAttempt } from '#app/training/attempts.server.ts';
import { moduleNamed } from '#app/training/curriculum.server.ts';
import { closeAttempts } from '#app/training/finishing.server.ts';
import type { Question } from '#app/training/module.ts';
import { questionsSeen } from '#app/training/questions.server.ts';
import { quizStandingOf, underWayOf } from '#app/training/quiz-standing.server.ts';
import { db } from '#db/database.server.ts';
import { notices } from '#db/schema/notices.ts';
import { quizAttempts, quizQuestions } from '#db/schema/training.ts';
import { day, hour, minute, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';
import { eq } from 'drizzle-orm';

import {
  answersOf,
  attemptRow,
  bank,
  changeBank,
  changeSettings,
  hasReadLesson,
  KEYS,
  passesOf,
  removeModule,
  restoreModule,
  ownCurriculum,
} from './quiz-world.ts';

ownCurriculum();
afterEach(restoreModule);

async function begun(at = now) {
  const mara = await somebody('Mara Lindqvist');
  await hasReadLesson(mara);
  const opened = await openAttempt(mara, KEYS, at);
  if ('refused' in opened) throw new Error(opened.refused);
  return { mara, id: opened.id };
}

const questionsOf = async (id: string) =>
  questionsSeen((await attemptRow(id)).drawn.map(({ question }) => question));
const rightPlaces = ({ options }: Question, shown: number[]) =>
  shown.flatMap((at, place) => (options[at]!.correct ? [place] : []));

/** Answers the first so many rightly, and leaves the others. */
async function answerRightly(mara: TestPerson, id: string, count: number, at = now) {
  const { drawn } = await attemptRow(id);
  for (const [position, question] of (await questionsOf(id)).slice(0, count).entries()) {
    const shown = rightPlaces(question, drawn[position]!.options);
    expect(await answer(mara, id, { position, shown }, at)).toHaveProperty('chosen');
  }
}

describe('opening', () => {
  it('draws eight of the ten questions, and writes down how they read', async () => {
    const { mara, id } = await begun();
    const row = await attemptRow(id);
    expect(row).toMatchObject({ personId: mara.id, module: KEYS, asked: 8, finishedAt: null, given: null });
    expect(row.version).toBe(moduleNamed(KEYS)!.version);
    expect(row.closesAt).toBe(now + 7 * day);
    expect((await questionsOf(id)).map(({ key }) => key)).toHaveLength(8);
  });

  it('is refused before the lesson is read, and where there is no such module', async () => {
    const tom = await somebody('Tom Adeyemi');
    expect(await openAttempt(tom, KEYS, now)).toEqual({ refused: 'lesson-not-read' });
    expect(await openAttempt(tom, 'white/99-nothing', now)).toEqual({ refused: 'no-module' });
    expect(await attemptsOf(tom.id, KEYS)).toEqual([]);
  });

  it('happens once for two tabs at the same moment', async () => {
    const jonas = await somebody('Jonas Brandt');
    await hasReadLesson(jonas);
    const both = await Promise.all([openAttempt(jonas, KEYS, now), openAttempt(jonas, KEYS, now)]);
    const [row] = await attemptsOf(jonas.id, KEYS);
    expect(both).toContainEqual({ id: row!.id });
    expect(both).toContainEqual({ refused: 'already-open', id: row!.id });
    expect(await attemptsOf(jonas.id, KEYS)).toHaveLength(1);
  });

  it('waits a day after an attempt of the same module, passed or not', async () => {
    const { mara, id } = await begun();
    await finish(mara, id, now + hour);
    const from = now + 25 * hour;
    expect(await openAttempt(mara, KEYS, from - 1)).toEqual({ refused: 'too-early', from });
    const again = await openAttempt(mara, KEYS, from);
    if ('refused' in again) throw new Error(again.refused);
    await answerRightly(mara, again.id, 8, from);
    expect(await finish(mara, again.id, from)).toEqual({ outcome: 'passed' });
    expect(await openAttempt(mara, KEYS, from + hour)).toEqual({ refused: 'too-early', from: from + day });
  });
});

describe('answering', () => {
  it('keeps the last answer to each question', async () => {
    const { mara, id } = await begun();
    const { options } = (await attemptRow(id)).drawn[2]!;
    await answer(mara, id, { position: 2, shown: [0] }, now);
    await answer(mara, id, { position: 2, shown: [1] }, now + minute);
    expect(await answersOf(id)).toEqual([
      { attemptId: id, position: 2, chosen: [options[1]], answeredAt: now + minute },
    ]);
  });

  it('is for its person alone, and changes nothing when it is refused', async () => {
    const { mara, id } = await begun();
    const priya = await somebody('Priya Raman', 'organiser', 'administrator');
    const first = { position: 0, shown: [0] };
    expect(await answer(priya, id, first, now)).toEqual({ refused: 'no-such-attempt' });
    expect(await finish(priya, id, now)).toEqual({ refused: 'no-such-attempt' });
    expect(await ownAttempt(priya, id)).toBeNull();
    expect(await answer(mara, id, { position: 8, shown: [0] }, now)).toEqual({ refused: 'not-asked' });
    expect(await answer(mara, id, { position: 0, shown: [9] }, now)).toEqual({ refused: 'not-shown' });
    expect(await answer(mara, id, first, now + 7 * day)).toEqual({ refused: 'too-late' });
    expect(await answersOf(id)).toEqual([]);
  });

  it('goes on with the questions it saw when the bank changes, or its module is gone', async () => {
    const { mara, id } = await begun();
    const before = await questionsOf(id);
    changeBank(bank(' In other words.'));
    await answerRightly(mara, id, 4);
    removeModule();
    expect(moduleNamed(KEYS)).toBeNull();
    await answerRightly(mara, id, 8);
    expect(await finish(mara, id, now)).toEqual({ outcome: 'passed' });
    expect(await questionsOf(id)).toEqual(before);
    expect(await passesOf(mara)).toHaveLength(1);
  });

  it('finds a changed question to be another version, and an unchanged one the same', async () => {
    await begun();
    const versions = () => db.read.$count(quizQuestions, eq(quizQuestions.key, 'several'));
    changeSettings({ questions: 10 });
    await begun();
    const before = await versions();
    await begun();
    expect(await versions()).toBe(before);
    const changed = bank();
    changed.questions.at(-1)!.options[1]!.why = 'For another reason.';
    changeBank(changed);
    await begun();
    expect(await versions()).toBe(before + 1);
  });
});

describe('finishing', () => {
  it('passes with seven of eight, seals what was answered and records the fact', async () => {
    const { mara, id } = await begun();
    await answerRightly(mara, id, 7);
    expect(await finish(mara, id, now + hour)).toEqual({ outcome: 'passed' });
    const row = await attemptRow(id);
    expect(row).toMatchObject({ finishedAt: now + hour, outcome: 'passed', right: 7, ongoing: null });
    expect(row.given!.filter((given) => given === null)).toHaveLength(1);
    expect(await answersOf(id)).toEqual([]);
    const [pass, ...more] = await passesOf(mara);
    expect(more).toEqual([]);
    expect(pass).toMatchObject({ at: now + hour, room: 'training', sourceId: id, recordedBy: null });
    expect(pass!.details).toEqual({ module: KEYS, version: row.version, right: 7, asked: 8 });
  });

  it('records no fact with six', async () => {
    const { mara, id } = await begun();
    await answerRightly(mara, id, 6);
    expect(await finish(mara, id, now)).toEqual({ outcome: 'not-passed' });
    expect(await passesOf(mara)).toEqual([]);
  });

  it('has one result for two tabs, and refuses what is answered after it', async () => {
    const { mara, id } = await begun();
    await answerRightly(mara, id, 8);
    const both = await Promise.all([finish(mara, id, now), finish(mara, id, now + minute)]);
    expect(both).toEqual([{ outcome: 'passed' }, { outcome: 'passed' }]);
    expect(await passesOf(mara)).toHaveLength(1);
    const sealed = await attemptRow(id);
    expect(await answer(mara, id, { position: 0, shown: [1] }, now)).toEqual({ refused: 'finished' });
    expect(await attemptRow(id)).toEqual(sealed);
  });

  it('seals every answer that was taken beside it, and refuses every other', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { mara, id } = await begun();
      const { drawn } = await attemptRow(id);
      const give = (position: number) => answer(mara, id, { position, shown: [position % 2] }, now);
      const positions = drawn.map((_, position) => position);
      const [before, , after] = await Promise.all([
        Promise.all(positions.slice(0, round).map(give)),
        finish(mara, id, now),
        Promise.all(positions.slice(round).map(give)),
      ]);
      const answers = [...before, ...after];
      const { given } = await attemptRow(id);
      for (const [position, one] of answers.entries()) {
        const kept = given![position];
        if ('chosen' in one) expect(kept).toEqual([drawn[position]!.options[position % 2]]);
        else expect([one.refused, kept]).toEqual(['finished', null]);
      }
      expect(await answersOf(id)).toEqual([]);
    }
  });

  it('cannot be undone: the database itself refuses', async () => {
    const { mara, id } = await begun();
    await db.write((tx) => tx.update(quizAttempts).set({ asked: 8 }).where(eq(quizAttempts.id, id)));
    await finish(mara, id, now);
    const sealed = await attemptRow(id);
    const change = (what: object) =>
      db.write((tx) => tx.update(quizAttempts).set(what).where(eq(quizAttempts.id, id)));
    await expect(change({ right: 8 })).rejects.toThrow();
    await expect(change({ finishedAt: null })).rejects.toThrow();
    await expect(db.write((tx) => tx.delete(quizAttempts).where(eq(quizAttempts.id, id)))).rejects.toThrow();
    const question = sealed.drawn[0]!.question;
    await expect(
      db.write((tx) => tx.update(quizQuestions).set({ key: 'other' }).where(eq(quizQuestions.id, question))),
    ).rejects.toThrow();
    expect(await attemptRow(id)).toEqual(sealed);
  });
});

describe('when the window is over', () => {
  it('is closed by the house with what was answered, and its person is told', async () => {
    const { mara, id } = await begun();
    const { id: later } = await begun(now + day);
    await answerRightly(mara, id, 8);
    await closeAttempts(now + 7 * day - 1);
    expect((await attemptRow(id)).finishedAt).toBeNull();
    await closeAttempts(now + 7 * day + hour);
    expect(await attemptRow(id)).toMatchObject({ finishedAt: now + 7 * day, outcome: 'passed', right: 8 });
    expect((await attemptRow(later)).finishedAt).toBeNull();
    expect(await passesOf(mara)).toMatchObject([{ at: now + 7 * day }]);
    const told = await db.read.select().from(notices).where(eq(notices.personId, mara.id));
    expect(told).toMatchObject([{ kind: 'training', path: `/attempts/${id}` }]);
    await closeAttempts(now + 8 * day);
    expect(await db.read.$count(notices, eq(notices.personId, mara.id))).toBe(1);
  });

  it('is closed by looking, and by beginning the next', async () => {
    const { mara, id } = await begun();
    await answerRightly(mara, id, 1);
    const after = now + 8 * day;
    expect(await quizStandingOf(mara.id, KEYS, after)).toMatchObject({
      open: null,
      last: { id, finishedAt: now + 7 * day, right: 1 },
      mayBeginFrom: null,
    });
    const { mara: tove, id: hers } = await begun();
    const next = await openAttempt(tove, KEYS, after);
    expect(next).toHaveProperty('id');
    expect((await attemptRow(hers)).finishedAt).toBe(now + 7 * day);
  });

  it('is closed in portions, however many there are', async () => {
    const { mara, id } = await begun();
    const { drawn } = await attemptRow(id);
    const row = { personId: mara.id, module: 'white/02-gone', version: 'v', drawn, asked: 8 };
    await db.write(async (tx) => {
      for (let at = 0; at < 120; at += 1)
        await tx
          .insert(quizAttempts)
          .values({ ...row, id: `attempt-${at}`, ongoing: `x ${at}`, openedAt: now, closesAt: now + day });
    });
    await closeAttempts(now + 2 * day);
    expect(await db.read.$count(quizAttempts, eq(quizAttempts.outcome, 'not-passed'))).toBeGreaterThan(119);
    expect((await attemptRow(id)).finishedAt).toBeNull();
  });
});

describe('how somebody stands', () => {
  it('tells how far the open attempt is, and nothing of what was answered', async () => {
    const { mara, id } = await begun();
    await answerRightly(mara, id, 3);
    const open = { id, asked: 8, answered: 3, closesAt: now + 7 * day };
    const standing = await quizStandingOf(mara.id, KEYS, now);
    expect(standing).toEqual({ open, last: null, passedAt: null, mayBeginFrom: null });
    expect(await underWayOf(mara.id, now)).toEqual([{ ...open, title: 'Keys' }]);
    expect(await underWayOf(mara.id, now + 7 * day)).toEqual([]);
  });

  it('tells when it was passed, and from when on one may try again', async () => {
    const { mara, id } = await begun();
    await answerRightly(mara, id, 8);
    await finish(mara, id, now);
    const standing = await quizStandingOf(mara.id, KEYS, now + hour);
    expect(standing).toMatchObject({ open: null, passedAt: now, mayBeginFrom: now + day });
    expect((await quizStandingOf(mara.id, KEYS, now + day)).mayBeginFrom).toBeNull();
  });
});
