/**
 * Whatever reveals an answer would have to depend on it. Two copies of one house differ in nothing but which options are
 * right, and why: until an answer is given, every page says the same in both, to everybody, byte by byte.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { paths } from '#app/paths.ts';
import { type Started, startApp } from '#test/support/started.ts';

import { type House, settledHouse } from './house-of-attempts.ts';
import { addressesOf, type Asking, trainingAddresses } from './training-addresses.ts';
import type { Proof } from './proof.ts';
import { installation, reasons, startedIn, turnedCopy } from './turned-content.ts';
import { type Answer, type Visitor, visitorOf } from './visitor.ts';

export const proof: Proof = {
  name: 'answers-leaked',
  unit: 'answers told before they were given',
  aim: 0,
  better: 'lower',
  async measure(tell) {
    const folder = mkdtempSync(join(tmpdir(), 'guildhall-leaks-'));
    const [plain, turned] = [installation({ turn: false }), installation({ turn: true })];
    const started: Started[] = [];
    try {
      const [file, copy] = [join(folder, 'plain.db'), join(folder, 'turned.db')];
      const house = await startedIn(plain.folder, () => settledHouse(file));
      turnedCopy(file, copy);
      for (const [place, database] of [
        [plain, file],
        [turned, copy],
      ] as const)
        started.push(
          await startedIn(place.folder, () => startApp({ DATABASE_URL: `file:${database}`, LOG: 'off' })),
        );
      const [one, other] = started.map(({ origin }) => origin) as [string, string];
      const counted = { requests: 0, leaks: new Set<string>() };
      await askEverything(house, [one, other], counted);
      const unseen = await afterAnswering(house, [one, other]);
      for (const what of [...counted.leaks].slice(0, 20)) tell(what);
      if (unseen.length > 0)
        throw new Error(`Nothing is proved, since this never tells: ${unseen.join(', ')}.`);
      return {
        figure: counted.leaks.size,
        note: `${counted.requests} pairs of answers, from ${house.people.length} kinds of person: ${house.people.map(({ is }) => is).join(', ')}`,
      };
    } finally {
      for (const app of started) await app.stop();
      plain.remove();
      turned.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const at = (origin: string, cookies: [string, string][]): Visitor => {
  const visitor = visitorOf(origin);
  for (const [name, value] of cookies) visitor.cookies.set(name, value);
  return visitor;
};

async function askEverything(
  house: House,
  [one, other]: [string, string],
  counted: { requests: number; leaks: Set<string> },
): Promise<void> {
  const whys = reasons().map(letters);
  for (const { is, cookies } of house.people) {
    const visitors = [at(one, cookies), at(other, cookies)] as const;
    for (const asking of [...trainingAddresses(), ...addressesOf(house.attempts)]) {
      const [first, second] = await bothAnswers(visitors, asking);
      counted.requests += 1;
      const where = `${is}: ${asking.method ?? 'GET'} ${asking.path}`;
      if (comparable(first, one) !== comparable(second, other)) counted.leaks.add(`${where} differs`);
      const words = letters(first.text);
      if (whys.some((why) => words.includes(why))) counted.leaks.add(`${where} tells a reason`);
    }
  }
}

/** The same question to both, at the same time: pages tell of the minute they were made in. */
const bothAnswers = ([first, second]: readonly [Visitor, Visitor], asking: Asking) =>
  Promise.all([first.ask(asking), second.ask(asking)]);

/** An answer without what is new in each: the request's name, its nonce, the moment, where the house stands. */
const comparable = ({ status, to, text }: Answer, origin: string) =>
  `${status} ${to} ${text}`
    .replaceAll(origin, '(here)')
    .replaceAll(/seed=[0-9a-f]{10}\b/g, '(seed)')
    .replaceAll(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g, '(request)')
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/\b1[0-9]{12}\b/g, '(moment)');

/** Whatever marks and escapes stand between them. */
const letters = (text: string) =>
  text
    .replaceAll(/&#x27;|\\u0027/g, "'")
    .replaceAll(/&quot;|\\"/g, '"')
    .replaceAll(/&(?:lt|gt|amp);|\\u003[ce]|\\u0026|\\n|<[^>]*>/g, ' ')
    .replaceAll(/[^\p{L}]/gu, '')
    .toLowerCase();

/** Once an answer is given, both houses tell, and tell apart: what does not was no test. */
async function afterAnswering(house: House, origins: [string, string]): Promise<string[]> {
  const whys = reasons().map(letters);
  const unseen: string[] = [];
  for (const { is, cookies, attempt, practises } of house.people) {
    const visitors = origins.map((origin) => at(origin, cookies));
    const answers = async (path: string, fields: Record<string, string>, page: string | null) =>
      Promise.all(
        visitors.map(async (visitor) => {
          const posted = await visitor.submit(path, fields);
          return letters(page ? await visitor.page(page) : posted.text);
        }),
      );
    const look = async (what: string, told: string[]) => {
      if (told[0] === told[1] || !told.every((words) => whys.some((why) => words.includes(why))))
        unseen.push(`${what} of the ${is}`);
    };
    if (attempt)
      await look('the result', await answers(paths.attemptFinish(attempt), {}, paths.attempt(attempt)));
    if (practises) {
      const [first] = trainingAddresses().filter(({ practice }) => practice);
      await look('practice', await answers(first!.path.replace('.data?', '?'), { choice: '0' }, null));
    }
  }
  return unseen;
}
