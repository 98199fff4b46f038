/** The app killed while several people write into the same notes, again and again, on one database. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import { paths } from '#app/paths.ts';
import { openBare } from '#test/db/bare-database.ts';
import { runningMeeting } from '#test/meetings/bare-meeting.ts';
import { startApp } from '#test/support/started.ts';

import { lostFrom, saveOnce, type Writer, writerNamed, writeUntilItEnds } from './note-writers.ts';
import { type Visitor, visitorOf } from './visitor.ts';

export type Noted = { rounds: number; acknowledged: number; versions: number; lost: string[] };

const WRITERS = 5;
const [SHORTEST_MS, LONGEST_MS] = [150, 900];
const account = { email: 'wei.chen@northwind.example', password: 'seven grey herons at dusk' };
const organisation = { organisation: 'Northwind', name: 'Wei Chen', timezone: 'UTC' };

/**
 * Starts the app on a database, has people write, and kills it while it saves; so many times. They go on from what their
 * browsers hold. In the end all is sent once more, and every word that was acknowledged, in whatever round, has to be
 * in the text.
 */
export async function notesThroughCrashes(
  url: string,
  rounds: number,
  tell: (line: string) => void,
): Promise<Noted> {
  const writers = Array.from({ length: WRITERS }, (_, at) => writerNamed(`w${at}`));
  const lost = new Set<string>();
  let meetingId = '';
  for (let round = 1; round <= rounds; round++) {
    const app = await startApp({ DATABASE_URL: url, LOG: 'off' });
    try {
      const visitor = await comeIn(app.origin, app.setUpLink);
      if (meetingId === '') meetingId = await runningMeeting(url);
      const gone = once(app.process, 'exit');
      const writing = Promise.all(writers.map((writer) => writeUntilItEnds(writer, visitor, meetingId)));
      await Promise.race([writing, pause(SHORTEST_MS + Math.random() * (LONGEST_MS - SHORTEST_MS))]);
      app.process.kill('SIGKILL');
      await gone;
      await writing;
    } finally {
      await app.stop();
    }
    for (const word of lostFrom(writers, (await notesIn(url, meetingId)).text)) {
      if (!lost.has(word)) tell(`after round ${round}: lost: ${word}`);
      lost.add(word);
    }
    if (round % 10 === 0) tell(`${round} rounds, ${countOf(writers)} words acknowledged`);
  }
  const app = await startApp({ DATABASE_URL: url, LOG: 'off' });
  const visitor = await comeIn(app.origin, null);
  for (const writer of writers) await saveOnce(writer, visitor, meetingId);
  await app.stop();
  const { text, versions } = await notesIn(url, meetingId);
  for (const word of lostFrom(writers, text)) lost.add(word);
  return { rounds, acknowledged: countOf(writers), versions, lost: [...lost] };
}

const countOf = (writers: Writer[]) => writers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);

async function comeIn(origin: string, setUpLink: string | null): Promise<Visitor> {
  const visitor = visitorOf(origin);
  if (setUpLink) await visitor.post(new URL(setUpLink).pathname, { ...organisation, ...account });
  visitor.cookies.clear();
  await visitor.post(paths.signIn(), { ...account, to: '/' });
  return visitor;
}

async function notesIn(url: string, meetingId: string): Promise<{ text: string; versions: number }> {
  const database = await openBare(url);
  try {
    const rows = await database.ask<{ version: number; markdown: string }>(
      `select version, markdown from meeting_notes where meeting_id = '${meetingId}' order by version desc`,
    );
    return { text: rows[0]?.markdown ?? '', versions: rows.length };
  } finally {
    await database.close();
  }
}
