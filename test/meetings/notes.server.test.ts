import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { makeAudience } from '#app/audiences/audience.server.ts';
import { LONGEST_NOTE } from '#app/meetings/note.ts';
import { saveNote } from '#app/meetings/note-saving.server.ts';
import { notesOf, openNote } from '#app/meetings/notes.server.ts';
import { sweepNotes } from '#app/meetings/notes-sweep.server.ts';
import { db } from '#db/database.server.ts';
import { meetingNotes, meetings } from '#db/schema/meetings.ts';
import { now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { itemOn } from './itemised.ts';
import { meetingOn, seriesOf } from './known.ts';
import { notesOn } from './written.ts';

const DAY = 24 * 60 * 60_000;
let mara: TestPerson;
let jonas: TestPerson;
let meeting: Awaited<ReturnType<typeof meetingOn>>;
let heard: string[];
let stop: () => void;

beforeEach(async () => {
  mara = await somebody('Mara Lindqvist');
  jonas = await somebody('Jonas Brandt');
  const series = await seriesOf(mara);
  meeting = await meetingOn(series, '2026-03-04', { state: 'running', startedAt: now });
  heard = [];
  stop = db.listen({
    heard: (topic, detail) => void (topic === `meeting:${meeting.id}` && heard.push(detail ?? '')),
    missed() {},
  });
});
afterEach(() => stop());

const save = (who: TestPerson, version: number, text: string, itemId = '', sent?: string) =>
  saveNote({ viewer: who, meetingId: meeting.id }, { itemId, version, text, sent }, now);
const text = async (itemId = '', who = mara) =>
  (await notesOf(who, meeting.id)).find((note) => note.itemId === itemId)?.text ?? null;
const rows = () => db.read.$count(meetingNotes, eq(meetingNotes.meetingId, meeting.id));

describe('of two who write notes at once', () => {
  it('the second one’s text holds the first one’s too', async () => {
    expect(await save(mara, 0, 'we saw it')).toEqual({ version: 1, text: 'we saw it' });
    expect(await save(jonas, 0, 'the logs say so')).toEqual({
      version: 2,
      text: 'we saw it\nthe logs say so',
    });
    expect(await save(mara, 1, 'we saw it on Monday')).toEqual({
      version: 3,
      text: 'we saw it on Monday\nthe logs say so',
    });
    expect(await text()).toBe('we saw it on Monday\nthe logs say so');
  });

  it('nobody loses a word, however many there are', async () => {
    const people = await Promise.all(['Ada', 'Bea', 'Cleo', 'Dana'].map((name) => somebody(name)));
    await Promise.all(
      people.map(async (who, at) => {
        let [version, written] = [0, ''];
        for (let times = 0; times < 8; times++) {
          const saved = await save(who, version, `${written}\nword-${at}-${times}`.trim());
          if ('refused' in saved) throw new Error(saved.refused);
          ({ version, text: written } = saved);
        }
      }),
    );
    const words = (await text())!.split(/\s+/);
    for (const at of people.keys())
      for (let times = 0; times < 8; times++) expect(words).toContain(`word-${at}-${times}`);
    expect(words).toHaveLength(32);
  });

  it('what was saved and not answered is not there twice', async () => {
    await save(mara, 0, 'we saw');
    await save(jonas, 0, 'Jonas saw');
    // Her answer was lost, she has typed on, and sends all of it again.
    await save(mara, 0, 'we saw it', '', 'we saw');
    expect(await text()).toBe('we saw it\nJonas saw');
  });

  it('saving what is there already saves nothing', async () => {
    await save(mara, 0, 'we saw it');
    expect(await save(jonas, 0, 'we saw it')).toEqual({ version: 1, text: 'we saw it' });
    expect(await rows()).toBe(1);
  });

  it('a version that never was is brought together, too', async () => {
    await save(mara, 0, 'we saw it');
    expect(await save(jonas, 500, 'we saw it\nand more')).toEqual({
      version: 2,
      text: 'we saw it\nand more',
    });
  });
});

it('asks the database for one thing where nobody else has saved', async () => {
  const item = await itemOn(meeting, mara, 'A tool');
  await save(mara, 0, 'first', item.id);
  const reads = vi.spyOn(db, 'rows');
  const versions = vi.spyOn(db, 'versions');
  let statements = 0;
  const write = db.write.bind(db);
  const spy = vi.spyOn(db, 'write').mockImplementation((work) =>
    write((tx) => {
      const counting = new Proxy(tx, {
        get(from, key) {
          if (['insert', 'update', 'delete', 'select'].includes(String(key))) statements += 1;
          return Reflect.get(from, key) as unknown;
        },
      });
      return work(counting);
    }),
  );
  await save(mara, 1, 'first, second', item.id);
  expect(spy).toHaveBeenCalledTimes(1);
  expect(statements).toBe(1);
  expect(reads).not.toHaveBeenCalled();
  expect(versions).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  expect(await text(item.id)).toBe('first, second');
});

describe('a note that would become too long', () => {
  const lines = Array.from({ length: LONGEST_NOTE / 100 }, (_, nth) => `line ${nth} `.padEnd(99, '.'));
  const most = lines.join('\n');

  it('by what others wrote meanwhile is refused, and what is held stays', async () => {
    await save(mara, 0, most);
    expect(await save(jonas, 0, 'and Jonas was here, too')).toEqual({ refused: 'too-long' });
    expect(await text()).toBe(most);
    expect(await rows()).toBe(1);
    // He has seen them now, and makes room, while she changes a word elsewhere.
    const room = [...lines.slice(1), 'and Jonas was here, too'].join('\n');
    expect(await save(jonas, 1, room)).toEqual({ version: 2, text: room });
    const word = (of: string) => of.replace('line 500 ', 'word 500 ');
    expect(await save(mara, 1, word(most))).toEqual({ version: 3, text: word(room) });
  });

  it('is saved where it becomes shorter than what is held', async () => {
    const [more, andMore] = ['m'.repeat(90), 'n'.repeat(90)];
    await notesOn(meeting, '', mara, `${most}\n${more}`, `${most}\n${more}\n\n${andMore}`);
    expect(await save(jonas, 1, most)).toMatchObject({ version: 3 });
    expect(await text()).toContain(andMore);
    expect(await text()).not.toContain(more);
  });
});

describe('who has the meeting open', () => {
  it('is told what was written', async () => {
    await save(mara, 0, 'we saw it');
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(JSON.parse(heard[0]!)).toEqual({
      note: { itemId: '', version: 1, text: 'we saw it', by: 'Mara Lindqvist' },
    });
  });

  it('is told of a long text where it is', async () => {
    const long = 'word '.repeat(2000).trim();
    await save(mara, 0, long);
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(JSON.parse(heard[0]!)).toEqual({ written: '' });
    expect((await openNote(meeting.id, ''))?.text).toBe(long);
  });
});

describe('notes on what not everybody may see', () => {
  it('are seen and written by those who may, and nobody else hears of them', async () => {
    const audienceId = await db.write((tx) =>
      makeAudience(tx, { scope: 'people', people: [mara.id], squads: [] }),
    );
    const item = await itemOn(meeting, mara, 'Something private', { audienceId });
    expect(await save(mara, 0, 'Quetzalcoatlus', item.id)).toMatchObject({ version: 1 });
    expect(await text(item.id)).toBe('Quetzalcoatlus');
    expect(await text(item.id, jonas)).toBeNull();
    expect(await save(jonas, 0, 'me too', item.id)).toEqual({ refused: 'unknown' });
    expect(await openNote(meeting.id, item.id)).toBeNull();
    await vi.waitFor(() => expect(heard).toEqual(['']));
  });
});

describe('nobody writes', () => {
  it('where there is nothing to write on', async () => {
    expect(await save(mara, 0, 'x', 'no-such-item')).toEqual({ refused: 'unknown' });
    const elsewhere = await meetingOn(await seriesOf(mara), '2026-04-01');
    const item = await itemOn(elsewhere, mara, 'Of another meeting');
    expect(await save(mara, 0, 'x', item.id)).toEqual({ refused: 'unknown' });
  });

  it('before a meeting has begun, or long after it; who runs it does', async () => {
    const set = (state: 'planned' | 'ended', endedAt: number | null) =>
      db.write((tx) => tx.update(meetings).set({ state, endedAt }).where(eq(meetings.id, meeting.id)));
    await set('planned', null);
    expect(await save(mara, 0, 'x')).toEqual({ refused: 'closed' });
    await set('ended', now - DAY / 2);
    expect(await save(jonas, 0, 'just remembered')).toMatchObject({ version: 1 });
    await set('ended', now - 2 * DAY);
    expect(await save(jonas, 1, 'too late')).toEqual({ refused: 'closed' });
    expect(await save(mara, 1, 'just remembered, and put right')).toMatchObject({ version: 2 });
  });
});

it('forgets a day after the end what a text was on its way, and keeps what it is', async () => {
  const item = await itemOn(meeting, mara, 'A tool');
  for (const version of [0, 1, 2]) await save(mara, version, `text ${version}`);
  await save(mara, 0, 'of the item', item.id);
  await sweepNotes(now + 30 * DAY);
  expect(await rows()).toBe(4);
  await db.write((tx) =>
    tx.update(meetings).set({ state: 'ended', endedAt: now }).where(eq(meetings.id, meeting.id)),
  );
  await sweepNotes(now + DAY - 1);
  expect(await rows()).toBe(4);
  await sweepNotes(now + DAY + 1);
  expect(await rows()).toBe(2);
  expect([await text(), await text(item.id)]).toEqual(['text 2', 'of the item']);
  // A page that has seen nothing yet, though the first version is gone.
  expect(
    await saveNote(
      { viewer: mara, meetingId: meeting.id },
      { itemId: '', version: 0, text: 'from a page that slept' },
      now + DAY - 1,
    ),
  ).toMatchObject({ version: 4, text: 'text 2\nfrom a page that slept' });
  await db.write((tx) => tx.delete(meetingNotes).where(eq(meetingNotes.version, 4)));
  // Somebody who runs it, and began from what is swept away.
  expect(
    await saveNote(
      { viewer: mara, meetingId: meeting.id },
      { itemId: '', version: 1, text: 'text 2\nmore' },
      now,
    ),
  ).toMatchObject({
    text: 'text 2\nmore',
  });
});
