/** A company at work in a running house whose clock runs fast, while some of them ask without their name. */
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { newToken, sha256 } from '#app/accounts/secrets.server.ts';
import { loggablePath } from '#app/http/log.server.ts';
import { paths } from '#app/paths.ts';
import { newId } from '#db/ids.ts';
import { type Bare, openBare } from '#test/db/bare-database.ts';
import { type Started, startApp } from '#test/support/started.ts';

import { APART, type Asked, type Truth, waysFound } from './anonymous-adversary.ts';
import { dumpOf } from './anonymous-dump.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const TIMES = 15;
const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const ROUNDS = 2;
const EACH = 12;
const PEOPLE = 24;
const HOSTS = 4;
const DAY = 86_400_000;

type Person = { id: string; token: string; visitor: Visitor };
type Clock = { now(): number; until(at: number): Promise<void> };

export type Watched = { ways: string[]; questions: number; requests: number };

/** Runs it on the database a URL names, and looks with an adversary's eyes: while letters wait, and in the end. */
export async function watchHouse(url: string, tell: (line: string) => void): Promise<Watched> {
  const from = Date.now();
  const now = () => from + (Date.now() - from) * TIMES;
  const clock: Clock = { now, until: (at) => pause(Math.max(0, (at - now()) / TIMES)) };
  const app = await startApp({
    DATABASE_URL: url,
    LOG: 'on',
    NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'fast-clock.mjs')).href}`,
    CLOCK_FROM: String(from),
    CLOCK_TIMES: String(TIMES),
  });
  const database = await openBare(url);
  try {
    return await watch({ app, url, database, clock, tell });
  } finally {
    await database.close();
    await app.stop();
  }
}

type House = {
  app: Started;
  url: string;
  database: Bare;
  clock: Clock;
  tell: (line: string) => void;
};

async function watch({ app, url, database, clock, tell }: House): Promise<Watched> {
  const truth: Truth = { asked: [], hosts: [], requests: [] };
  const people = await company(app, database, clock, truth);
  const ways = new Set<string>();
  const look = async (asked: Asked[], waiting: boolean) => {
    const found = waysFound(await dumpOf(database, url, app.said()), { ...truth, asked, waiting });
    for (const way of found) {
      if (!ways.has(way)) tell(way);
      ways.add(way);
    }
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const mark = Math.ceil(clock.now() / QUARTER) * QUARTER;
    await clock.until(mark + 3 * MINUTE);
    const asked = await quarter({ people, clock, truth, round, end: mark + 12 * MINUTE });
    if (clock.now() > mark + 14 * MINUTE)
      throw new Error('This machine is too slow: the quarter was over before.');
    await look(asked, true);
    await clock.until(mark + QUARTER + 3 * MINUTE);
    truth.asked.push(...asked);
    await answerSome(people, database, truth);
    await look(truth.asked, false);
    tell(`${truth.asked.length} questions asked, ${ways.size} ways found`);
  }
  return { ways: [...ways], questions: truth.asked.length, requests: truth.requests.length };
}

/** People with sign-ins that are past half their life: whatever page they open next renews them, or should not. */
async function company(app: Started, database: Bare, clock: Clock, truth: Truth): Promise<Person[]> {
  const founding = new URL(app.setUpLink!).pathname;
  const founder = visitorOf(app.origin);
  const account = { email: 'wei.chen@northwind.example', password: 'seven grey herons at dusk' };
  await founder.post(founding, { organisation: 'Northwind', name: 'Wei Chen', timezone: 'UTC', ...account });
  truth.requests.push(`POST ${loggablePath(founding)}`);
  const at = clock.now();
  const people = Array.from({ length: PEOPLE }, () => {
    const token = newToken();
    return { id: newId(), token, visitor: visitorOf(app.origin, new Map([['guildhall', token]])) };
  });
  await database.run([
    ...people.map(
      ({ id }, number) =>
        `insert into people (id, name, email, password_hash, joined_at)
         values ('${id}', 'Person ${number}', 'person${number}@northwind.example', 'none that opens', ${at - DAY})`,
    ),
    ...people.map(
      ({ id, token }) =>
        `insert into sessions (id, person_id, expires_at, started_at, user_agent)
         values ('${sha256(token)}', '${id}', ${at + 5 * DAY}, ${at - 20 * DAY}, 'a browser')`,
    ),
    ...people
      .slice(0, HOSTS)
      .map(
        ({ id }) =>
          `insert into roles (id, person_id, role, assumed_at) values ('${newId()}', '${id}', 'organiser', ${at - DAY})`,
      ),
  ]);
  const [wei] = await database.ask<{ id: string }>(`select id from people where email = '${account.email}'`);
  truth.hosts = [wei!.id, ...people.slice(0, HOSTS).map(({ id }) => id)];
  return people;
}

type Quarter = { people: Person[]; clock: Clock; truth: Truth; round: number; end: number };

/** Some ask without their name, one after the other; all others do what people do. Who asks does nothing else just then. */
async function quarter({ people, clock, truth, round, end }: Quarter): Promise<Asked[]> {
  // Hosts ask too; and from round to round it is somebody else's first page.
  const askers = people.filter((_, at) => (at + round) % 2 === 0).slice(0, EACH);
  const others = people.filter((person) => !askers.includes(person));
  const asked: Asked[] = [];
  for (const asker of askers) {
    // On a machine that has much else to do, fewer do.
    if (clock.now() > end) break;
    await Promise.all(others.slice(0, 3).map((other) => ordinary(other, truth)));
    await ordinary(others[randomInt(others.length)]!, truth);
    await alone();
    asked.push(await askNameless(asker, clock));
    await alone();
  }
  // Afterwards they go on as ever.
  for (const asker of askers.slice(0, EACH / 4)) await ordinary(asker, truth);
  return asked;
}

/** Who asks is told of what others do, too: for a moment nobody does anything. */
const alone = () => pause((1.5 * APART) / TIMES);

async function askNameless({ id, token, visitor }: Person, clock: Clock): Promise<Asked> {
  const title = `Nameless ${newId()}`;
  const at = clock.now();
  const page = await visitor.page(paths.newNameless());
  const secret = /name="secret" value="([^"]+)"/.exec(page)?.[1];
  if (!secret) throw new Error('The form holds no secret.');
  const sent = await visitor.submit(paths.newNameless(), { secret, title, text: newId(), asked: 'yes' });
  if (sent.status !== 200 || !sent.text.includes(`${paths.nameless(secret)}"`))
    throw new Error(`A letter was answered ${sent.status}.`);
  const stranger = visitorOf(visitor.origin);
  await stranger.page(paths.nameless(secret));
  return { personId: id, tokens: [token, sha256(token)], title, secret, at, until: clock.now() };
}

async function ordinary({ visitor }: Person, truth: Truth): Promise<void> {
  const visit = async (path: string) => {
    await visitor.visit(path);
    truth.requests.push(`GET ${path}`);
  };
  const post = async (path: string, fields: Record<string, string>) => {
    await visitor.submit(path, fields);
    truth.requests.push(`POST ${path}`);
  };
  await visit(paths.questions());
  const whim = randomInt(3);
  if (whim === 0)
    await post(paths.newQuestion(), { id: newId(), title: `Open ${newId()}`, text: '', asked: 'yes' });
  if (whim === 1)
    await post(paths.newConcern(), {
      id: newId(),
      squad: '',
      title: `Concern ${newId()}`,
      text: 'A worry.',
      from: '',
      asked: 'yes',
    });
  if (whim === 2) await post(paths.notices(), {});
}

/** A host answers some, and who asked one of them has a further word, from a browser that is signed in nowhere. */
async function answerSome(people: Person[], database: Bare, truth: Truth): Promise<void> {
  const host = people[0]!;
  const open = await database.ask<{ id: string; title: string }>(
    `select id, title from questions where person_id is null and state = 'open' and version = 1`,
  );
  for (const { id, title } of open.slice(0, 2)) {
    const path = paths.questionReplies(id);
    await host.visitor.post(path, { text: `An answer ${newId()}`, seen: '1' });
    truth.requests.push(`POST ${path}`);
    const { secret } = truth.asked.find((one) => one.title === title)!;
    await visitorOf(host.visitor.origin).post(paths.nameless(secret), { text: `A word ${newId()}` });
  }
}
