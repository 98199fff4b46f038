/** The app killed in the middle of its work, again and again, on one database. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import { paths } from '#app/paths.ts';
import { openBare } from '#test/db/bare-database.ts';
import { type Started, startApp } from '#test/support/started.ts';

import { beginDraft, burst } from './burst.ts';
import { databaseFaults } from './database-faults.ts';
import { acknowledged, emptyLedger, type Held, type Ledger, lostFrom } from './ledger.ts';
import { type Visitor, visitorOf } from './visitor.ts';

export type Crashed = { rounds: number; acknowledged: number; faults: string[] };

const [SHORTEST_MS, LONGEST_MS] = [10, 250];
const account = { email: 'wei.chen@northwind.example', password: 'seven grey herons at dusk' };
const organisation = { organisation: 'Northwind', name: 'Wei Chen', timezone: 'UTC' };

/**
 * Starts the app on a database, kills it while it saves, and looks whether all that it acknowledged is there; so many
 * times. What is lost or broken counts once, however often it is missed. In the end it starts once more.
 */
export async function crashes(url: string, rounds: number, tell: (line: string) => void): Promise<Crashed> {
  const ledger = emptyLedger();
  const faults = new Set<string>();
  for (let round = 1; round <= rounds; round += 1) {
    const app = await startApp({ DATABASE_URL: url, LOG: 'off' });
    try {
      await crash(app, round, ledger);
    } finally {
      await app.stop();
    }
    for (const fault of await faultsIn(url, ledger)) {
      if (!faults.has(fault)) tell(`after round ${round}: ${fault}`);
      faults.add(fault);
    }
    if (round % 10 === 0) tell(`${round} rounds, ${acknowledged(ledger)} writes acknowledged`);
  }
  await (await startApp({ DATABASE_URL: url, LOG: 'off' })).stop();
  return { rounds, acknowledged: acknowledged(ledger), faults: [...faults] };
}

async function crash(app: Started, round: number, ledger: Ledger): Promise<void> {
  const visitor = visitorOf(app.origin);
  await comeIn(visitor, app.setUpLink);
  const draft = await beginDraft(visitor, `Crash ${round}`);
  const gone = once(app.process, 'exit');
  const writing = burst(visitor, draft, ledger);
  await Promise.race([writing, pause(SHORTEST_MS + Math.random() * (LONGEST_MS - SHORTEST_MS))]);
  app.process.kill('SIGKILL');
  await gone;
  await writing;
}

/** Founds Northwind where nobody lives yet, and signs in. */
async function comeIn(visitor: Visitor, setUpLink: string | null): Promise<void> {
  if (setUpLink) await visitor.post(new URL(setUpLink).pathname, { ...organisation, ...account });
  visitor.cookies.clear();
  await visitor.post(paths.signIn(), { ...account, to: '/' });
}

async function faultsIn(url: string, ledger: Ledger): Promise<string[]> {
  const database = await openBare(url);
  try {
    const held: Held = {
      entries: (await database.ask<{ text: string }>('select text from timeline_entries')).map(
        ({ text }) => text,
      ),
      sections: await database.ask(
        `select postmortem_id || '/' || key as id, markdown from postmortem_sections`,
      ),
    };
    const lost = lostFrom(ledger, held).map((what) => `lost: ${what}`);
    return [...lost, ...(await databaseFaults(database))];
  } finally {
    await database.close();
  }
}
