/** A curriculum of our own, in files that a test may change, and people who have read its lessons. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { eq } from 'drizzle-orm';
import { afterAll, beforeAll } from 'vitest';

import { db } from '#db/database.server.ts';
import { facts } from '#db/schema/facts.ts';
import { lessonReadings, quizAnswers, quizAttempts } from '#db/schema/training.ts';
import { now } from '#test/support/clock.ts';

export const KEYS = 'white/01-keys';

type Option = { text: string; correct: boolean; why: string };
type Question = { id: string; prompt: string; code?: string; options: Option[] };

const option = (text: string, correct = false): Option => ({
  text,
  correct,
  why: `Why “${text}” is ${correct ? '' : 'not '}the answer.`,
});

/** Ten questions: the last but one asks for a line, and the last for two at once. */
export const bank = (wording = ''): { questions: Question[] } => ({
  questions: [
    ...Array.from({ length: 8 }, (_, at) => ({
      id: `q${at}`,
      prompt: `Which key is number ${at}?${wording}`,
      options: [option(`the right one ${at}`, true), option(`another ${at}`), option(`a third ${at}`)],
    })),
    {
      id: 'line',
      prompt: `Which line is vulnerable?${wording}`,
      code: 'const key = read();\nlog(key);\nreturn key;\n',
      options: [option('Line 2', true), option('Line 3'), option('Line 1')],
    },
    {
      id: 'several',
      prompt: `Which of these are secrets?${wording}`,
      options: [option('a token', true), option('a word'), option('a password', true), option('a name')],
    },
  ],
});

const lesson = (title: string) => `---
title: ${title}
about: What keys are.
minutes: 5
stages: [code]
objectives:
  - Say what a key is.
references:
  - title: A page
    url: https://example.com/keys
---

A key opens a door.
`;

const before = process.cwd();
let folder = '';
const put = (file: string, text: string) => {
  const path = join(folder, 'content/training', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

export const changeBank = (questions: { questions: Question[] }) =>
  put(`${KEYS}.quiz.json`, JSON.stringify(questions));
export const changeSettings = (settings: object) =>
  put(
    'training.json',
    JSON.stringify({ passMark: 80, questions: 8, retakeHours: 24, openDays: 7, ...settings }),
  );
export const removeModule = () => {
  for (const ending of ['md', 'quiz.json'])
    rmSync(join(folder, 'content/training', `${KEYS}.${ending}`), { force: true });
};
export const restoreModule = () => {
  put(`${KEYS}.md`, lesson('Keys'));
  changeBank(bank());
  changeSettings({});
};

/** For the tests of a file: files are read anew on every call, as in development. */
export function ownCurriculum(): void {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guildhall-curriculum-'));
    restoreModule();
    process.chdir(folder);
    process.env.NODE_ENV = 'development';
  });
  afterAll(() => {
    process.env.NODE_ENV = 'production';
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });
}

/** That somebody has read a lesson to its end. */
export const hasReadLesson = ({ id: personId }: { id: string }, module = KEYS, at = now) =>
  db.write((tx) =>
    tx
      .insert(lessonReadings)
      .values({ personId, module, parts: ['begin'], startedAt: at, changedAt: at, readAt: at })
      .onConflictDoNothing(),
  );

export const attemptRow = async (id: string) =>
  (await db.read.select().from(quizAttempts).where(eq(quizAttempts.id, id)))[0]!;
export const answersOf = (id: string) =>
  db.read.select().from(quizAnswers).where(eq(quizAnswers.attemptId, id));
export const passesOf = async ({ id }: { id: string }) =>
  (await db.read.select().from(facts).where(eq(facts.personId, id))).filter(
    ({ kind }) => kind === 'quiz-passed',
  );
