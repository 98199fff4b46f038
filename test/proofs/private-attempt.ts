/** Somebody's half-done attempt of an assessed quiz. */
import Database from 'better-sqlite3';

import { paths } from '#app/paths.ts';

import { idIn, type Somebody } from './northwind.ts';

/** Where lessons and proofs meet: a module that is there in every installation. */
export const MODULE = 'white/01-accounts-and-sign-ins';

/** Begins one, the lesson read, and answers its first question. Returns its id. */
export async function attemptOf(author: Somebody, file: string): Promise<string> {
  readLesson(file, author.id);
  const id = idIn(await author.post(paths.moduleAttempts(MODULE)));
  await author.post(paths.attemptQuestion(id, 1), { choice: '0' });
  return id;
}

/** Reading part by part is for other tests. */
function readLesson(file: string, personId: string): void {
  const database = new Database(file, { timeout: 5000 });
  try {
    database
      .prepare(
        `insert into lesson_readings (person_id, module, parts, started_at, changed_at, read_at) values (?, ?, '[]', 1, 1, 1)`,
      )
      .run(personId, MODULE);
  } finally {
    database.close();
  }
}
