/** Whatever is sent, the answer is never "something went wrong on our side", and always comes. */
import fc from 'fast-check';

import { paths } from '#app/paths.ts';
import { startApp } from '#test/support/started.ts';

import { crawl } from './crawl.ts';
import { type Target, targetsOf } from './fuzz-targets.ts';
import { foundNorthwind, type Northwind } from './northwind.ts';
import { privateDraftOf } from './private-draft.ts';
import type { Proof } from './proof.ts';
import { type Answer, type Question, type Visitor, visitorOf } from './visitor.ts';

/** Another one asks otherwise; the same one asks the same. */
const seed = Number(process.env.FUZZ_SEED ?? 20_260_304);

export const proof: Proof = {
  name: 'fuzz-500s',
  unit: 'forms and addresses that failed',
  aim: 0,
  better: 'lower',
  async measure(tell) {
    const counted: Counted = { requests: 0, taken: 0, refused: 0, failures: [] };
    let targets = await fuzzFounding(counted, tell);
    const northwind = await foundNorthwind();
    try {
      for (const one of await peopleIn(northwind)) {
        const crawled = await crawl(one.visitor, one.from, one.avoid);
        const all = targetsOf(crawled, one.visitor.cookies);
        for (const target of all) await fuzz(target, one, counted, tell);
        targets += all.length;
        tell(`${one.is}: ${crawled.forms.size} forms, ${counted.requests} requests so far`);
      }
    } finally {
      await northwind.stop();
    }
    const { requests, taken, refused, failures } = counted;
    return {
      figure: failures.length,
      note: `${requests} requests to ${targets} forms and addresses, ${taken} taken, ${refused} refused; seed ${seed}`,
    };
  },
};

type Counted = { requests: number; taken: number; refused: number; failures: string[] };

type Fuzzer = {
  is: string;
  visitor: Visitor;
  from: string[];
  /** what would end what the others still need */
  avoid: RegExp;
  comeBack(): Promise<void>;
};

/** The only form there is before anybody lives there. */
async function fuzzFounding(counted: Counted, tell: (line: string) => void): Promise<number> {
  const app = await startApp({ LOG: 'off' });
  try {
    const visitor = visitorOf(app.origin);
    const from = [new URL(app.setUpLink!).pathname, paths.setUp(), paths.home()];
    const founder = { is: 'founder', visitor, from, avoid: /^$/, comeBack: async () => {} };
    const all = [...targetsOf(await crawl(visitor, from, founder.avoid), visitor.cookies)].filter(
      ({ called }) => /form/.test(called),
    );
    for (const target of all) await fuzz({ ...target, runs: 60 }, founder, counted, tell);
    return all.length;
  } finally {
    await app.stop();
  }
}

/** Somebody of each kind, with something of theirs in every state, and the pages they begin from. */
async function peopleIn(northwind: Northwind): Promise<Fuzzer[]> {
  const { founder } = northwind;
  const insiders = [
    await northwind.join('Mara Lindqvist'),
    await northwind.join('Priya Raman', 'organiser'),
    await northwind.join('Wanjiru Kamau', 'administrator'),
  ];
  const [bystander, leaver] = [await northwind.join('Tove Berg'), await northwind.join('Ines Moreau')];
  await northwind.squad('Payments', bystander, ...insiders);
  await founder.post(`${await squadPath(northwind)}/archival`);
  await founder.post(paths.personDeactivation(leaver.id));
  for (const author of insiders) {
    for (const published of [false, false, true]) {
      const { id } = await privateDraftOf(author, published);
      for (const other of insiders)
        if (other !== author)
          await author.post(paths.postmortemPeople(id), { person: other.email, part: 'participant' });
      if (!published) await author.post(paths.postmortemReview(id));
      await privateDraftOf(author);
    }
  }
  const invitation = /\/invitations\/[\w-]{20,}/.exec(
    (await founder.submit(paths.invitations(), { email: 'invited@northwind.example' })).text,
  )![0];
  const reset = /\/password-resets\/[\w-]{20,}/.exec(
    (await founder.submit(paths.personPasswordReset(bystander.id))).text,
  )![0];
  const avoid = new RegExp(`/people/(${[founder, ...insiders].map(({ id }) => id).join('|')})|^/sign-out`);
  const outside = visitorOf(northwind.origin);
  return [
    ...insiders.map((person, at): Fuzzer => ({
      is: ['member', 'organiser', 'administrator'][at]!,
      visitor: person,
      from: [paths.home(), paths.postmortems(), `${paths.actionItems()}?state=all`],
      avoid,
      async comeBack() {
        if ((await person.visit(paths.account())).status !== 200) await person.signIn();
      },
    })),
    {
      is: 'signed out',
      visitor: outside,
      from: [paths.home(), invitation, reset],
      avoid,
      comeBack: async () => outside.cookies.clear(),
    },
  ];
}

const squadPath = async ({ squad }: Northwind) => paths.squad(await squad('Fulfilment'));

/** Asks until something fails, and then for the smallest question that does. */
async function fuzz(
  target: Target,
  by: Fuzzer,
  counted: Counted,
  tell: (line: string) => void,
): Promise<void> {
  await by.comeBack();
  const failed: string[] = [];
  const answered = fc.asyncProperty(target.questions, async (question) => {
    const answer = await answerTo(by.visitor, question);
    counted.requests++;
    if (answer instanceof Error || answer.status >= 500) {
      failed.push(`${answer instanceof Error ? answer.message : answer.status}: ${written(question)}`);
      return false;
    }
    if (answer.status < 400) counted.taken++;
    else counted.refused++;
    if (answer.to.startsWith(paths.signIn())) await by.comeBack();
    return true;
  });
  await fc.check(answered, { seed, numRuns: target.runs, interruptAfterTimeLimit: 30_000 });
  const smallest = failed.at(-1);
  if (smallest === undefined) return;
  counted.failures.push(smallest);
  tell(`${by.is}, ${target.called} (seed ${seed}): ${smallest}`);
}

/** A connection that was closed between two questions says nothing of the second: it is asked once more. */
async function answerTo(visitor: Visitor, question: Question): Promise<Answer | Error> {
  for (const last of [false, true]) {
    try {
      return await visitor.ask(question);
    } catch (error) {
      if (last || !/ECONNRESET|EPIPE|socket hang up/.test(String(error))) return error as Error;
    }
  }
  return new Error('No answer.');
}

const written = ({ method = 'GET', path, headers, body }: Question) =>
  [
    method,
    JSON.stringify(path.slice(0, 500)),
    JSON.stringify(headers ?? {}),
    JSON.stringify(String(body ?? '').slice(0, 500)),
  ].join(' ');
