/** What a loop is made of, straight into the database: what was published and had, and who passed what. */
import { eq } from 'drizzle-orm';

import { takeStep } from '#app/postmortems/publication.server.ts';
import type { Reach } from '#app/postmortems/postmortem.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { meetings } from '#db/schema/meetings.ts';
import { quizAttempts } from '#db/schema/training.ts';
import { itemOn } from '#test/meetings/itemised.ts';
import { meetingOn, type seriesOf } from '#test/meetings/known.ts';
import { now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';
import { documentAbout, draftBy } from '#test/support/postmortems.ts';

export const KEYS = 'white/01-accounts-and-sign-ins';
export const QUESTION = 'password-alone';

/** Detected on 1 March 2026 at 10:00, and published. */
export async function publishedBy(
  author: TestPerson,
  word: string,
  reach: Reach = 'everyone',
  people: Parameters<typeof draftBy>[2] = {},
) {
  const draft = await draftBy(author, documentAbout(word), { ...people, reach });
  const taken = await takeStep(draft.id, 'published', { ...author, part: 'author' }, now, true);
  if ('refused' in taken) throw new Error(taken.refused);
  return draft;
}

/** That a meeting which ended at a moment talked about a postmortem. */
export async function had(
  series: Awaited<ReturnType<typeof seriesOf>>,
  { id, audienceId }: { id: string; audienceId: string },
  by: TestPerson,
  on: string,
) {
  const meeting = await meetingOn(series, on);
  const endedAt = meeting.startsAt + 60 * 60_000;
  await db.write((tx) =>
    tx.update(meetings).set({ state: 'ended', endedAt }).where(eq(meetings.id, meeting.id)),
  );
  await itemOn(meeting, by, 'About it', {
    sourceRoom: 'postmortems',
    sourceId: id,
    audienceId,
    state: 'done',
    open: null,
  });
  return endedAt;
}

/** That somebody passed the questions of a module. */
export const passed = (person: { id: string }, at: number, module = KEYS) =>
  db.write((tx) =>
    tx.insert(quizAttempts).values({
      id: newId(),
      personId: person.id,
      module,
      version: 'v',
      drawn: [],
      openedAt: at,
      closesAt: at + 1,
      finishedAt: at,
      outcome: 'passed',
      asked: 1,
      right: 1,
      given: [],
    }),
  );

/** That so many people passed it, one an hour. Returns them. */
export async function passers(number: number, since: number, module = KEYS) {
  const people = [];
  for (let nth = 0; nth < number; nth++) {
    const person = await somebody(`Passer ${nth}`);
    await passed(person, since + nth * 3_600_000, module);
    people.push(person);
  }
  return people;
}
