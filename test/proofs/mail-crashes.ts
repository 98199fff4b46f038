/** The app killed while it sends mail, again and again, on one database. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import { paths } from '#app/paths.ts';
import { type Mailbox, openMailbox } from '#test/support/mailbox.ts';
import { type Started, startApp } from '#test/support/started.ts';

import { beginDraft } from './burst.ts';
import { type Visitor, visitorOf } from './visitor.ts';

export type Mailed = {
  rounds: number;
  /** rounds in which the mail server had been given a letter and not yet said that it took it */
  cutOff: number;
  /** notices whose making was answered as done */
  acknowledged: number;
  /** those that never came */
  lost: string[];
  /** letters that came more than once */
  twice: number;
};

const [SHORTEST_MS, LONGEST_MS] = [600, 1600];
/** so slow is the mail server to say that it has taken a letter */
const SLOW_MS = 60;
/** longer than the app leaves a message to an instance that took it and was heard of no more */
const PATIENCE_MS = 4 * 60_000;

const password = 'seven grey herons at dusk';
const wei = { email: 'wei.chen@northwind.example', password };
const nina = { email: 'nina.osei@northwind.example', password };

/**
 * Starts the app on a database, has it send notices, and kills it while it does; so many times. Then it starts once
 * more, and every notice whose making was acknowledged has to come.
 */
export async function mailThroughCrashes(
  url: string,
  rounds: number,
  tell: (line: string) => void,
): Promise<Mailed> {
  const mailbox = await openMailbox();
  mailbox.conduct.pause = () => pause(Math.random() * SLOW_MS);
  const acknowledged = new Set<string>();
  const start = () =>
    startApp({
      DATABASE_URL: url,
      LOG: 'off',
      SMTP_URL: mailbox.url,
      MAIL_FROM: 'guildhall@northwind.example',
    });
  let cutOff = 0;
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const app = await start();
      try {
        if (await crash(app, `Crash ${round}`, mailbox, acknowledged)) cutOff += 1;
      } finally {
        await app.stop();
      }
      if (round % 6 === 0)
        tell(`${round} rounds, ${acknowledged.size} notices, ${mailbox.received.length} letters`);
    }
    const app = await start();
    const missing = () => {
      const came = titlesIn(mailbox);
      return [...acknowledged].filter((title) => !came.has(title));
    };
    for (const deadline = Date.now() + PATIENCE_MS; missing().length > 0 && Date.now() < deadline;)
      await pause(500);
    await app.stop();
    for (const title of missing()) tell(`never came: ${title}`);
    const ids = mailbox.received.map(({ id }) => id);
    const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at)).size;
    return { rounds, cutOff, acknowledged: acknowledged.size, lost: missing(), twice };
  } finally {
    await mailbox.close();
  }
}

/** What the letters that came speak of. */
const titlesIn = ({ received }: Mailbox) => new Set(received.map(({ text }) => /“(.+?)”/.exec(text)?.[1]));

/** Answers whether a letter was on its way when the app was killed. */
async function crash(
  app: Started,
  name: string,
  mailbox: Mailbox,
  acknowledged: Set<string>,
): Promise<boolean> {
  const visitor = visitorOf(app.origin);
  if (app.setUpLink) await settle(visitor, app.setUpLink);
  visitor.cookies.clear();
  await visitor.post(paths.signIn(), { ...wei, to: '/' });
  const gone = once(app.process, 'exit');
  const telling = tellNina(visitor, name, acknowledged);
  await Promise.race([telling, pause(SHORTEST_MS + Math.random() * (LONGEST_MS - SHORTEST_MS))]);
  const isSending = mailbox.underWay() > 0;
  app.process.kill('SIGKILL');
  await gone;
  await telling;
  return isSending;
}

/** Wei founds Northwind, and Nina joins. */
async function settle(visitor: Visitor, setUpLink: string): Promise<void> {
  await visitor.post(new URL(setUpLink).pathname, {
    ...wei,
    organisation: 'Northwind',
    name: 'Wei Chen',
    timezone: 'UTC',
  });
  const { text } = await visitor.submit(paths.invitations(), { email: nina.email });
  const invitation = /\/invitations\/[\w-]{43}/.exec(text)?.[0];
  if (!invitation) throw new Error('There is no link in what an invitation is answered with.');
  await visitorOf(visitor.origin).post(invitation, { name: 'Nina Osei', password });
}

/** Asks Nina to take part in one draft after the other, and notes each time it was answered as done. Ends with the app. */
async function tellNina(visitor: Visitor, name: string, acknowledged: Set<string>): Promise<void> {
  for (let n = 1; ; n += 1) {
    const title = `${name}, draft ${n}`;
    const draft = await beginDraft(visitor, title).catch(() => null);
    if (!draft) return;
    const fields = { person: nina.email, part: 'participant' };
    const answer = await visitor.submit(paths.postmortemPeople(draft), fields).catch(() => null);
    if (!answer) return;
    if (answer.status !== 303) throw new Error(`Involving somebody was answered ${answer.status}.`);
    acknowledged.add(title);
  }
}
