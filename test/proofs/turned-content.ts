/** Two installations that differ in one thing alone: which of their options are right, and why. */
import Database from 'better-sqlite3';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

type Option = { text: string; correct: boolean; why: string };
type Question = { options: Option[] };

/** Each option as right as the one after it, and for its reason: as many are right as before. */
const turned = <T extends Question>(question: T): T => ({
  ...question,
  options: question.options.map((option, at, all) => {
    const { correct, why } = all[(at + 1) % all.length]!;
    return { ...option, correct, why };
  }),
});

const banksIn = (content: string) => globSync(join(content, 'training/*/*.quiz.json'));
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as { questions: Question[] };

/** Every reason there is. */
export const reasons = (): string[] =>
  banksIn(resolve('content')).flatMap((file) =>
    read(file).questions.flatMap(({ options }) => options.map(({ why }) => why)),
  );

/** A folder to start the app in, with this installation's everything but a content/ of its own. */
export function installation({ turn }: { turn: boolean }): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-installation-'));
  for (const name of readdirSync('.'))
    if (!['content', 'data'].includes(name)) symlinkSync(resolve(name), join(folder, name));
  mkdirSync(join(folder, 'content'));
  cpSync('content', join(folder, 'content'), { recursive: true });
  if (turn)
    for (const file of banksIn(join(folder, 'content'))) {
      const bank = read(file);
      writeFileSync(file, JSON.stringify({ ...bank, questions: bank.questions.map(turned) }));
    }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A copy of a database that nobody has opened, in which the questions that were seen are turned, too. */
export function turnedCopy(file: string, copy: string): void {
  cpSync(file, copy);
  const other = new Database(copy);
  try {
    // It is only ever added to, in a database that lives.
    other.exec('drop trigger if exists quiz_questions_no_update');
    const change = other.prepare('update quiz_questions set body = ? where id = ?');
    const rows = other.prepare('select id, body from quiz_questions').all() as { id: string; body: string }[];
    for (const { id, body } of rows) change.run(JSON.stringify(turned(JSON.parse(body) as Question)), id);
  } finally {
    other.close();
  }
}

/** Starts something with another folder as the one it is started in. */
export async function startedIn<T>(folder: string, start: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await start();
  } finally {
    process.chdir(before);
  }
}
