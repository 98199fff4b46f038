import { beforeEach, describe, expect, it, vi } from 'vitest';

import { itemsOfMeeting } from '#app/action-items/action-items.server.ts';
import { makeAudience } from '#app/audiences/audience.server.ts';
import { notesOf } from '#app/meetings/notes.server.ts';
import { turnsOf } from '#app/meetings/running.server.ts';
import { db } from '#db/database.server.ts';
import { meetings } from '#db/schema/meetings.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { itemRow } from './agenda-items.ts';
import { itemOn } from './itemised.ts';
import { meetingOn, seriesOf } from './known.ts';
import { eq } from 'drizzle-orm';

let mara: TestPerson;
let jonas: TestPerson;
let meeting: Awaited<ReturnType<typeof meetingOn>>;
let item: Awaited<ReturnType<typeof itemOn>>;
let room: string;

beforeEach(async () => {
  mara = await somebody('Mara Lindqvist');
  jonas = await somebody('Jonas Brandt');
  meeting = await meetingOn(await seriesOf(mara), '2026-03-04');
  item = await itemOn(meeting, mara, 'A tool, shown at work');
  room = `/meetings/${meeting.id}`;
});

const state = async () =>
  (await db.read.select().from(meetings).where(eq(meetings.id, meeting.id)))[0]!.state;
const begin = () => submit(`${room}/start`, {}, { as: mara });
const saveNote = (who: TestPerson, version: number, text: string, itemId = '') =>
  submit(`${room}/notes/saving`, { item: itemId, version: String(version), text }, { as: who });

/** Reads what is pushed to somebody who has the meeting open. */
async function listening(who: TestPerson) {
  const response = await visit(`/live?topic=meeting:${meeting.id}`, { as: who });
  const raw = { text: '' };
  const reader = response.body!.getReader();
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      raw.text += new TextDecoder().decode(value);
    }
  })();
  await vi.waitFor(() => expect(raw.text).toContain('event: ready'));
  return { raw, stop: () => reader.cancel() };
}

describe('who runs a meeting', () => {
  it('starts it, goes on, ends it, and goes on with it after all', async () => {
    expect((await begin()).status).toBe(303);
    expect(await state()).toBe('running');
    await submit(`${room}/turns`, { from: '', to: item.id }, { as: mara });
    expect((await turnsOf(meeting.id)).map(({ itemId, untilAt }) => [itemId, untilAt])).toEqual([
      [item.id, null],
    ]);
    // From a page that had not seen it go on: the item is not done by that.
    await submit(`${room}/end`, { from: '', done: 'yes' }, { as: mara });
    expect((await itemRow(item.id)).state).toBe('carried');
    expect(await state()).toBe('ended');
    await submit(`${room}/end`, { undo: 'yes' }, { as: mara });
    expect(await state()).toBe('running');
    // Once more is no error: somebody was faster.
    expect((await begin()).status).toBe(303);
  });

  it('is its host or an organiser, and nobody else', async () => {
    for (const step of ['start', 'end', 'turns', `agenda/${item.id}/outcome`])
      expect((await submit(`${room}/${step}`, { as: 'done' }, { as: jonas })).status).toBe(403);
    expect(await state()).toBe('planned');
    const priya = await somebody('Priya Raman', 'organiser');
    await submit(`${room}/start`, {}, { as: priya });
    expect(await state()).toBe('running');
  });
});

describe('notes', () => {
  it('are saved for a script, and answered with what holds now', async () => {
    await begin();
    expect(await (await saveNote(mara, 0, 'we saw', item.id)).json()).toEqual({ version: 1, text: 'we saw' });
    expect(await (await saveNote(jonas, 0, 'and I', item.id)).json()).toEqual({
      version: 2,
      text: 'we saw\nand I',
    });
    expect(await textOf(await visit(`${room}/room`, { as: mara }))).toContain('we saw and I');
  });

  it('are saved by a form, together with what others wrote meanwhile', async () => {
    await begin();
    await saveNote(jonas, 0, 'Jonas saw it');
    const answer = await submit(
      `${room}/notes`,
      { item: '', version: '0', text: 'Mara\r\nsaw it' },
      { as: mara },
    );
    expect(answer.headers.get('Location')).toBe(`${room}/room#notes-all`);
    expect((await notesOf(mara, meeting.id))[0]).toMatchObject({
      version: 2,
      text: 'Jonas saw it\nMara\nsaw it',
      by: 'Mara Lindqvist',
    });
  });

  it.each([
    ['before it begins', '', 'x', 409],
    ['without a version', undefined, 'x', 422],
    ['of a length beyond reading', '', 'x'.repeat(100_001), 422],
    ['with what cannot be kept', '', 'x\0', 422],
  ])('%s are refused, and the words stay with who wrote them', async (_, version, text, status) => {
    const fields = { item: '', text, ...(version === undefined ? {} : { version: '0' }) };
    expect((await submit(`${room}/notes/saving`, fields, { as: mara })).status).toBe(status);
  });

  it('reach everybody who has it open', async () => {
    await begin();
    const { raw, stop } = await listening(jonas);
    await saveNote(mara, 0, 'a word to all');
    await vi.waitFor(() => expect(raw.text).toContain('a word to all'));
    await submit(`${room}/decisions`, { text: 'Rotate the keys' }, { as: mara });
    await vi.waitFor(() => expect(raw.text).toContain('"message":null'));
    expect(raw.text).not.toContain('Rotate');
    await stop();
  });

  it('on what is private reach those whom it is for, and of it nobody else finds a trace', async () => {
    await begin();
    const audienceId = await db.write((tx) =>
      makeAudience(tx, { scope: 'people', people: [mara.id], squads: [] }),
    );
    const secret = await itemOn(meeting, mara, 'Quetzalcoatlus', { audienceId });
    await submit(`${room}/turns`, { from: '', to: secret.id }, { as: mara });
    const { raw, stop } = await listening(jonas);
    expect((await saveNote(mara, 0, 'Quetzalcoatlus flew', secret.id)).status).toBe(200);
    await submit(`${room}/decisions`, { text: 'Quetzalcoatlus lands', item: secret.id }, { as: mara });
    expect((await saveNote(jonas, 0, 'x', secret.id)).status).toBe(404);
    expect((await submit(`${room}/decisions`, { text: 'x', item: secret.id }, { as: jonas })).status).toBe(
      404,
    );
    const seen = await sentBy(await visit(`${room}/room`, { as: jonas }));
    for (const word of ['Quetzalcoatlus', secret.id]) {
      expect(seen).not.toContain(word);
      expect(raw.text).not.toContain(word);
      expect(await sentBy(await visit(`${room}/room`, { as: mara }))).toContain(word);
    }
    // Who runs it and may not see it goes on from it, all the same.
    const priya = await somebody('Priya Raman', 'organiser');
    const from = /name="from" value="([^"]+)"/.exec(
      await (await visit(`${room}/room`, { as: priya })).text(),
    )![1]!;
    await submit(`${room}/turns`, { from, to: item.id, done: 'no' }, { as: priya });
    expect((await turnsOf(meeting.id)).at(-1)).toMatchObject({ itemId: item.id, untilAt: null });
    await stop();
  });
});

it('what somebody is to see to lands among the action items, and says where it comes from', async () => {
  await begin();
  const fields = { statement: 'Rotate the keys', owner: jonas.email, severity: '2', dueOn: '2026-04-01' };
  await submit(`${room}/action-items`, fields, { as: mara });
  const [added] = await itemsOfMeeting(meeting.id);
  expect(added).toMatchObject({
    item: {
      statement: 'Rotate the keys',
      ownerId: jonas.id,
      severity: 2,
      dueOn: '2026-04-01',
      state: 'open',
    },
  });
  expect(await textOf(await visit(`${room}/room`, { as: jonas }))).toContain('Rotate the keys');
  const refused = await submit(`${room}/action-items`, { ...fields, owner: 'Nobody Known' }, { as: mara });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Rotate the keys');
});

it('a decision is taken back by who wrote it, and stands again', async () => {
  await begin();
  await submit(`${room}/decisions`, { text: 'Rotate the keys', item: item.id }, { as: jonas });
  const page = async () => sentBy(await visit(`${room}/room`, { as: jonas }));
  const withdrawal = /action="([^"]+\/withdrawal)"/.exec(await page())![1]!;
  const carla = await somebody('Carla Ruiz');
  expect((await submit(withdrawal, {}, { as: carla })).status).toBe(404);
  await submit(withdrawal, {}, { as: jonas });
  expect(await page()).not.toContain('Rotate the keys');
  await submit(withdrawal, { undo: 'yes' }, { as: jonas });
  expect(await page()).toContain('Rotate the keys');
});
