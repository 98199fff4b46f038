/** What three years of quizzes leave behind: finished attempts, their passes as facts, and lessons that were read. */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync } from 'node:fs';

import Sqlite from 'better-sqlite3';

import { rulesVersion } from '../../app/belts/rules.server.ts';
import { curriculum, trainingSettings } from '../../app/training/curriculum.server.ts';
import type { Module } from '../../app/training/module.ts';
import { type Chance, chance } from './chance.ts';
import { DAY, LAST_DAY, VIEWER } from './data.ts';
import { into } from './insert.ts';

/** Everybody has tried this often, in a small company and in a large one. */
const EACH = 30;
const YEARS = 3;
/** Somebody in the midst of an attempt, signed in. */
export type Answering = { cookie: string; attempt: string };
export type Filled = { viewer: Answering; answering: Answering[]; module: string; questions: number };

/**
 * Adds so many finished attempts to a database that is closed, 30 a person; and people who are answering, the viewer among
 * them, each with the same history.
 */
export function fillTraining(file: string, attempts: number, answering: number): Filled {
  const db = new Sqlite(file);
  try {
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    db.pragma('cache_size = -400000');
    db.pragma('foreign_keys = OFF');
    const filled = db.transaction(() => addAll(db, chance(900_000), attempts, answering))();
    db.exec('analyze');
    db.pragma('journal_mode = WAL');
    return filled;
  } finally {
    db.close();
    settle(file);
  }
}

/** Has it all on the disk: else the first write that is measured would wait for what was filled before. */
function settle(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

function addAll(db: Sqlite.Database, luck: Chance, attempts: number, answering: number): Filled {
  const modules = curriculum();
  const seen = keepQuestions(db, modules);
  // What everybody's facts come to has been derived before; deriving it anew would be measured beside the pages.
  into(db, 'derivations', 'reader, rules, listed_up_to')('belts', `${rulesVersion()} UTC`, null);
  const addPerson = into(db, 'people', 'id, name, email, password_hash, joined_at');
  const addRead = into(db, 'lesson_readings', 'person_id, module, parts, started_at, changed_at, read_at');
  const addAttempt = into(
    db,
    'quiz_attempts',
    'id, person_id, module, version, drawn, ongoing, opened_at, closes_at, finished_at, outcome, asked, right_answers, given',
  );
  const addFact = into(
    db,
    'facts',
    'id, kind, person_id, at, room, source_id, details, recorded_by, recorded_at, once',
  );
  const addSession = into(db, 'sessions', 'id, person_id, expires_at, started_at, user_agent');

  const fact = (kind: string, personId: string, at: number, source: string, details: object) =>
    addFact(
      luck.id(),
      kind,
      personId,
      at,
      'training',
      source,
      JSON.stringify(details),
      null,
      at,
      `${kind} ${personId} training ${source} 0`,
    );
  const drawnOf = (ids: string[]) => {
    const first = luck.below(ids.length);
    const drawn = Array.from({ length: trainingSettings().questions }, (_, at) => ({
      question: ids[(first + at) % ids.length]!,
      options: [1, 3, 0, 2],
    }));
    return JSON.stringify(drawn);
  };
  const learned = (personId: string, tries: number) => {
    const joined = LAST_DAY - YEARS * 365 * DAY + luck.below(60) * DAY;
    for (const { key, version, parts } of modules) {
      addRead(personId, key, JSON.stringify(parts.map((part) => part.key)), joined, joined, joined);
      fact('lesson-read', personId, joined, `${personId} ${key}`, { module: key, version });
    }
    for (let nth = 0; nth < tries; nth += 1) {
      const { key, version } = modules[nth % modules.length]!;
      const at = joined + Math.floor((nth / EACH) * (YEARS * 365 - 70)) * DAY;
      const right = 5 + luck.below(4);
      const passed = right >= 7;
      const id = luck.id();
      const given = JSON.stringify(Array.from({ length: 8 }, () => [luck.below(4)]));
      addAttempt(
        id,
        personId,
        key,
        version,
        drawnOf(seen.get(key)!),
        null,
        at,
        at + 7 * DAY,
        at + 600_000,
        passed ? 'passed' : 'not-passed',
        8,
        right,
        given,
      );
      if (passed) fact('quiz-passed', personId, at + 600_000, id, { module: key, version, right, asked: 8 });
    }
  };

  for (let at = 0; at < attempts / EACH; at += 1) {
    const id = luck.id();
    addPerson(id, `Learner ${at}`, `learner-${at}@bench.example`, '', LAST_DAY);
    learned(id, EACH);
  }

  const { key, version } = modules[0]!;
  const now = Date.now();
  const amidst = (personId: string): Answering => {
    learned(personId, EACH);
    const [token, attempt] = [luck.id() + luck.id(), luck.id()];
    addSession(createHash('sha256').update(token).digest('hex'), personId, now + 100 * DAY, now, '');
    addAttempt(
      attempt,
      personId,
      key,
      version,
      drawnOf(seen.get(key)!),
      `${personId} ${key}`,
      now,
      now + 30 * DAY,
      null,
      null,
      8,
      null,
      null,
    );
    return { cookie: `guildhall=${token}`, attempt };
  };
  const viewer = db.prepare('select id from people where email = ?').pluck().get(VIEWER) as string;
  return {
    viewer: amidst(viewer),
    answering: Array.from({ length: answering }, (_, at) => {
      const id = luck.id();
      addPerson(id, `Answering ${at}`, `answering-${at}@bench.example`, '', LAST_DAY);
      return amidst(id);
    }),
    module: key,
    questions: trainingSettings().questions,
  };
}

/** The questions of every bank, as they were seen; by module the names of their versions. */
function keepQuestions(db: Sqlite.Database, modules: Module[]): Map<string, string[]> {
  const add = into(db, 'quiz_questions', 'id, module, key, body, seen_at');
  return new Map(
    modules.map(({ key: module, questions }) => [
      module,
      questions.map((question) => {
        const body = JSON.stringify(question);
        const id = createHash('sha256')
          .update(module + body)
          .digest('base64url');
        add(id, module, question.key, body, LAST_DAY);
        return id;
      }),
    ]),
  );
}
