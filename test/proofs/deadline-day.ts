/** Two hundred people who answer at once, and an app that is killed while they do. */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import { paths } from '#app/paths.ts';
import { type Bare, openBare } from '#test/db/bare-database.ts';
import { type Started, startApp } from '#test/support/started.ts';

import { acknowledgedIn, type Answered, emptyKept, type Kept, lostFrom } from './answered-ledger.ts';
import { databaseFaults } from './database-faults.ts';
import { MODULE } from './private-attempt.ts';
import { type Visitor, visitorOf } from './visitor.ts';

export type DeadlineDay = { rounds: number; acknowledged: number; requests: number; faults: string[] };

export const PEOPLE = 200;
/** how many questions of an attempt are answered, over and over */
const QUESTIONS = 8;
const [SHORTEST_MS, LONGEST_MS] = [4000, 9000];
const organisation = { organisation: 'Northwind', name: 'Wei Chen', timezone: 'UTC' };
const account = { email: 'wei.chen@northwind.example', password: 'seven grey herons at dusk' };

/**
 * So many rounds on one database: two hundred people begin an assessed attempt each and answer, until the app is killed.
 * Then all that was acknowledged has to be there. People who were refused count as a fault, too.
 */
export async function deadlineDay(
  url: string,
  rounds: number,
  tell: (line: string) => void,
): Promise<DeadlineDay> {
  const ledger: Answered = new Map();
  const faults = new Set<string>();
  const counted = { requests: 0, killed: false };
  for (let round = 1; round <= rounds; round += 1) {
    const app = await startApp({ DATABASE_URL: url, LOG: 'off' });
    try {
      if (app.setUpLink)
        await visitorOf(app.origin).post(new URL(app.setUpLink).pathname, { ...organisation, ...account });
      await crash(app, await within(url, (database) => gather(database, round)), ledger, counted);
    } catch (error) {
      faults.add((error as Error).message);
    } finally {
      await app.stop();
    }
    const found = await within(url, async (database) => [
      ...(await lostFrom(ledger, database)).map((what) => `lost: ${what}`),
      ...(await databaseFaults(database)),
    ]);
    for (const fault of found) faults.add(fault);
    tell(`round ${round}: ${acknowledgedIn(ledger)} answers acknowledged, ${faults.size} faults so far`);
  }
  for (const fault of [...faults].slice(0, 20)) tell(fault);
  await (await startApp({ DATABASE_URL: url, LOG: 'off' })).stop();
  return { rounds, acknowledged: acknowledgedIn(ledger), requests: counted.requests, faults: [...faults] };
}

type Counted = { requests: number; killed: boolean };

async function within<T>(url: string, work: (database: Bare) => Promise<T>): Promise<T> {
  const database = await openBare(url);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** People who are signed in and have read the lesson, past all doors. Returns what their cookies hold. */
async function gather(database: Bare, round: number): Promise<string[]> {
  const tokens = Array.from({ length: PEOPLE }, () => randomBytes(32).toString('base64url'));
  const later = Date.now() + 1000 * 86_400_000;
  const statements = tokens.flatMap((token, at) => {
    const id = `person-${round}-${at}`;
    const hash = createHash('sha256').update(token).digest('hex');
    return [
      `insert into people (id, name, email, password_hash, joined_at) values ('${id}', 'Person ${at}', '${id}@northwind.example', '', 1)`,
      `insert into sessions (id, person_id, expires_at, started_at, user_agent) values ('${hash}', '${id}', ${later}, 1, '')`,
      `insert into lesson_readings (person_id, module, parts, started_at, changed_at, read_at) values ('${id}', '${MODULE}', '[]', 1, 1, 1)`,
    ];
  });
  await database.run(statements);
  return tokens;
}

async function crash(app: Started, tokens: string[], ledger: Answered, counted: Counted) {
  const gone = once(app.process, 'exit');
  const refused: string[] = [];
  counted.killed = false;
  const answering = Promise.all(
    tokens.map(async (token) => {
      const visitor = visitorOf(app.origin);
      visitor.cookies.set('guildhall', token);
      await answerOn(visitor, ledger, counted).catch((error: Error) => refused.push(error.message));
    }),
  );
  await pause(SHORTEST_MS + Math.random() * (LONGEST_MS - SHORTEST_MS));
  counted.killed = true;
  app.process.kill('SIGKILL');
  await gone;
  await answering;
  if (refused.length > 0) throw new Error(`${refused.length} were refused: ${refused[0]}`);
}

/** Begins an attempt and answers its questions in any order, again and again. Ends with the app, or by finishing. */
async function answerOn(visitor: Visitor, ledger: Answered, counted: Counted): Promise<void> {
  const submit = async (path: string, fields: Record<string, string> = {}) => {
    const answer = await visitor.submit(path, fields).catch((error: Error) => {
      if (!counted.killed) throw new Error(`Nobody answered ${path}: ${error.message}`);
      return null;
    });
    counted.requests += 1;
    if (answer && answer.status !== 303) throw new Error(`${path} was answered ${answer.status}.`);
    return answer;
  };
  const opened = await submit(paths.moduleAttempts(MODULE));
  const id = /^\/attempts\/([0-9a-z]+)\//.exec(opened?.to ?? '')?.[1];
  if (!opened) return;
  if (!id) throw new Error(`An attempt led to “${opened.to}”.`);
  const kept: Kept = emptyKept();
  ledger.set(id, kept);
  for (;;) {
    if (Math.random() < 0.01) {
      if (await submit(paths.attemptFinish(id))) kept.finished = true;
      return;
    }
    const position = Math.floor(Math.random() * QUESTIONS);
    const place = Math.floor(Math.random() * 3);
    const before = kept.answers.get(position)?.kept ?? null;
    kept.answers.set(position, { kept: before, onItsWay: place });
    if (!(await submit(paths.attemptQuestion(id, position + 1), { choice: String(place) }))) return;
    kept.answers.set(position, { kept: place, onItsWay: null });
  }
}
