import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { addActionItem } from '#app/action-items/action-items.server.ts';
import { rewriteMeetingAction, writeMeetingAction } from '#app/meetings/actions.server.ts';
import { decide } from '#app/meetings/decisions.server.ts';
import { mark } from '#app/meetings/marking.server.ts';
import { writeMinutesLetter } from '#app/meetings/minutes-letter.server.ts';
import { minutesOf } from '#app/meetings/minutes.server.ts';
import { saveNote } from '#app/meetings/note-saving.server.ts';
import { setRecording } from '#app/meetings/recording.server.ts';
import { foundMeetings } from '#app/meetings/search.server.ts';
import { sendingOf, sendMinutes } from '#app/meetings/sending.server.ts';
import { isWanted } from '#app/notices/outbox.server.ts';
import { db } from '#db/database.server.ts';
import { meetings, type meetingSeries, meetingSteps } from '#db/schema/meetings.ts';
import { announcements } from '#db/schema/channels.ts';
import { messages, mutedKinds } from '#db/schema/notices.ts';
import { channelOf } from '#test/channels/known.ts';
import { meetingOn, seriesOf } from '#test/meetings/known.ts';
import { decidedAt, itemOf, notesOn, privateItemOf } from '#test/meetings/written.ts';
import { hour, minute } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

const WORD = 'Quetzalcoatlus';
let mara: TestPerson;
let priya: TestPerson;
let jonas: TestPerson;
let tom: TestPerson;
let series: typeof meetingSeries.$inferSelect;
let meeting: typeof meetings.$inferSelect;
let over: number;

beforeAll(async () => {
  mara = await somebody('Mara Lindqvist');
  priya = await somebody('Priya Raman', 'organiser');
  jonas = await somebody('Jonas Brandt');
  tom = await somebody('Tom Adeyemi');
});
beforeEach(async () => {
  series = await seriesOf(mara);
  meeting = await meetingOn(series, '2026-03-04', { state: 'ended' });
  over = meeting.startsAt + hour;
});

const present = (person: TestPerson, is = true, now = over) =>
  mark(meeting.id, { personId: person.id, present: is, how: 'host', note: '', seen: 'whatever' }, mara, now);
const known = async () => (await db.read.select().from(meetings).where(eq(meetings.id, meeting.id)))[0]!;
const send = async (now = over) => sendMinutes(meeting.id, (await known()).minutesAt, mara, now);
const letters = () =>
  db.read
    .select()
    .from(messages)
    .where(and(eq(messages.kind, 'minutes'), eq(messages.subjectId, meeting.id)));
const letterFor = (person: { id: string }) =>
  writeMinutesLetter({ personId: person.id, kind: 'minutes', subjectId: meeting.id }, over);
const isFoundBy = async (words: string) => (await foundMeetings(words)).some(({ id }) => id === meeting.id);
const steps = async () =>
  (
    await db.read
      .select()
      .from(meetingSteps)
      .where(eq(meetingSteps.meetingId, meeting.id))
      .orderBy(meetingSteps.at)
  ).map(({ step, note }) => (note ? `${step}: ${note}` : step));

/** An open item with notes, a decision and something to do; and a private one that Priya alone may see. */
async function written() {
  const item = await itemOf(meeting, mara, { presenterId: jonas.id, outcome: 'We start with the gateway.' });
  await notesOn(meeting, item.id, mara, 'Keys lie', 'Keys lie in the vault.');
  await notesOn(meeting, '', mara, 'Cake was eaten.');
  await decidedAt(meeting, item.id, mara, 'Releases are signed from May on.');
  await db.write((tx) =>
    addActionItem(
      tx,
      { meetingId: meeting.id, audienceId: series.audienceId },
      {
        statement: 'Sign the gateway',
        kind: null,
        severity: null,
        owner: { personId: jonas.id },
        dueOn: '2026-03-20',
        ticket: null,
        sprint: null,
      },
      { byId: mara.id, now: over },
    ),
  );
  const hidden = await privateItemOf(meeting, [priya], { title: WORD, outcome: WORD, position: 2 });
  await notesOn(meeting, hidden.id, priya, WORD);
  await decidedAt(meeting, hidden.id, priya, WORD);
  return item;
}

it('are put together from what a meeting left behind, the newest notes of each item', async () => {
  await written();
  await present(jonas);
  const later = await meetingOn(series, '2026-04-01');
  expect(await minutesOf(mara, meeting)).toMatchObject({
    meeting: { title: 'Security guild', host: 'Mara Lindqvist' },
    items: [
      {
        title: 'Signing our releases',
        presenter: 'Jonas Brandt',
        notes: 'Keys lie in the vault.',
        outcome: 'We start with the gateway.',
        decisions: ['Releases are signed from May on.'],
      },
    ],
    notes: 'Cake was eaten.',
    actions: [{ statement: 'Sign the gateway', owner: 'Jonas Brandt' }],
    present: { count: 1, names: ['Jonas Brandt'] },
    next: { id: later.id },
  });
});

it('leave out what nobody had or wrote down', async () => {
  await itemOf(meeting, mara, { title: 'Still open', state: 'open' });
  await itemOf(meeting, mara, { title: 'A frame', sourceRoom: 'template', position: 2 });
  await itemOf(meeting, mara, { title: 'Carried', state: 'carried', position: 3 });
  const withdrawn = await itemOf(meeting, mara, { title: 'Spoken of', state: 'withdrawn', position: 4 });
  await notesOn(meeting, withdrawn.id, mara, 'A word was said.');
  expect((await minutesOf(mara, meeting)).items.map(({ title }) => title)).toEqual(['Carried', 'Spoken of']);
});

it('name those who were there to each other and to whoever runs the meeting, and count them for others', async () => {
  await present(jonas);
  const seenBy = async (person: TestPerson) => (await minutesOf(person, meeting)).present;
  for (const person of [jonas, mara, priya])
    expect(await seenBy(person)).toEqual({ count: 1, names: ['Jonas Brandt'] });
  expect(await seenBy(tom)).toEqual({ count: 1, names: null });
});

it('show a private item to its audience alone: on the page, in letters, and in no search', async () => {
  await written();
  await present(tom);
  await send();
  expect(JSON.stringify(await minutesOf(priya, await known()))).toContain(WORD);
  expect(JSON.stringify(await minutesOf(mara, await known()))).not.toContain(WORD);
  expect((await letterFor(priya))!.text).toContain(WORD);
  expect(JSON.stringify(await letterFor(tom))).not.toContain(WORD);
  expect(await isFoundBy(WORD)).toBe(false);
});

describe('sending', () => {
  it('reaches the guild, those who were there and the channels, once, and is a row', async () => {
    const channel = await channelOf(priya, { announces: ['minutes'] });
    await written();
    await present(tom);
    expect(await send()).toEqual({ sent: 2 });
    expect((await letters()).map(({ personId }) => personId).sort()).toEqual([priya.id, tom.id].sort());
    expect(await sendMinutes(meeting.id, null, priya, over)).toEqual({ refused: 'already' });
    expect(await letters()).toHaveLength(2);
    expect(await steps()).toEqual(['minutes-sent']);
    const told = await db.read.select().from(announcements).where(eq(announcements.subjectId, meeting.id));
    expect(told.map(({ kind, channelId }) => [kind, channelId])).toEqual([['minutes', channel.id]]);
    expect(await sendingOf(await known())).toEqual({ at: over, by: 'Mara Lindqvist', changedAt: null });
  });

  it('waits for the end, and for a word', async () => {
    expect(await send()).toEqual({ refused: 'bare' });
    await written();
    await db.write((tx) => tx.update(meetings).set({ state: 'running' }).where(eq(meetings.id, meeting.id)));
    expect(await send()).toEqual({ refused: 'not-ended' });
    expect(await letters()).toEqual([]);
  });

  it('leaves alone whoever does without mail of meetings, and writes to all others', async () => {
    await written();
    const noor = await somebody('Noor Haddad');
    await present(noor);
    await db.write((tx) =>
      tx.insert(mutedKinds).values({ personId: noor.id, kind: 'meeting', mutedAt: over }),
    );
    await send();
    expect((await letters()).map(({ personId }) => personId)).toEqual([priya.id]);
    expect(await isWanted(db.read, noor.id, 'minutes')).toBe(false);
    expect(await isWanted(db.read, tom.id, 'minutes')).toBe(true);
  });

  it('writes no letter to whom it would say nothing', async () => {
    const hidden = await privateItemOf(meeting, [mara], { title: WORD });
    await notesOn(meeting, hidden.id, mara, WORD);
    await present(tom);
    await send();
    expect(await letterFor(tom)).toBeNull();
    expect((await letterFor(mara))!.text).toContain(WORD);
  });

  it('notes once that something changed since, until they are sent again', async () => {
    await written();
    await present(tom);
    await send();
    await present(jonas, true, over + minute);
    await present(jonas, false, over + 2 * minute);
    expect(await steps()).toEqual(['minutes-sent', 'minutes-changed']);
    expect(await sendingOf(await known())).toMatchObject({ at: over, changedAt: over + minute });
    expect(await send(over + 3 * minute)).toEqual({ sent: 2 });
    expect(await sendingOf(await known())).toMatchObject({ at: over + 3 * minute, changedAt: null });
    expect(await letters()).toHaveLength(4);
  });
});

it('are found by their words once they are sent, and by what changes later', async () => {
  const item = await written();
  expect(await isFoundBy('vault')).toBe(false);
  await send();
  for (const words of ['vau', 'signing', 'gateway', 'cake', 'guild cake'])
    expect([words, await isFoundBy(words)]).toEqual([words, true]);
  expect(await isFoundBy('ravens')).toBe(false);
  await decide(meeting.id, { itemId: item.id, text: 'Ravens carry the keys.' }, mara, over + minute);
  expect(await isFoundBy('ravens')).toBe(true);
  const note = { itemId: '', version: 1, text: 'Cake was eaten by owls.' };
  await saveNote({ viewer: mara, meetingId: meeting.id }, note, over + 2 * minute);
  expect(await isFoundBy('owls')).toBe(true);
  expect(await steps()).toEqual(['minutes-sent', 'minutes-changed']);
});

it('change with what an action item says, and who has the meeting open hears of it', async () => {
  const place = { id: meeting.id, title: meeting.title, audienceId: series.audienceId };
  const draft = {
    ...{ statement: 'Sign the gateway', kind: null, severity: null, owner: null },
    ...{ dueOn: null, ticket: null, sprint: null },
  };
  const id = await writeMeetingAction(place, draft, mara, over);
  await send();
  const heard: string[] = [];
  const stop = db.listen({ heard: (topic) => void heard.push(topic), missed() {} });
  const rewrite = (version: number, statement: string) =>
    rewriteMeetingAction(place, id, version, { ...draft, statement }, mara, over + minute);
  await rewrite(1, draft.statement);
  expect(await rewrite(7, 'Sign the lock')).toHaveProperty('refused');
  expect(await steps()).toEqual(['minutes-sent']);
  await rewrite(2, 'Sign the owls');
  expect(await steps()).toEqual(['minutes-sent', 'minutes-changed']);
  expect(await isFoundBy('owls')).toBe(true);
  await vi.waitFor(() => expect(heard).toContain(`meeting:${meeting.id}`));
  stop();
});

it('name a recording once the meeting has begun, and keep who said so', async () => {
  const [first, second] = ['https://video.example/1', 'https://video.example/2'];
  const set = (link: string | null, seen: string | null, now = over) =>
    setRecording(meeting.id, { link, seen }, mara, now);
  expect(await set(first, null)).toEqual({ saved: true });
  expect(await set(second, null)).toEqual({ refused: 'stale', now: first });
  expect(await set(second, first, over + 1)).toEqual({ saved: true });
  expect(await set(null, second, over + 2)).toEqual({ saved: true });
  expect(await steps()).toEqual([
    'recording-added: added',
    'recording-added: changed',
    'recording-added: removed',
  ]);
  await db.write((tx) => tx.update(meetings).set({ state: 'planned' }).where(eq(meetings.id, meeting.id)));
  expect(await set(first, null)).toEqual({ refused: 'not-begun' });
});
