/** What becomes of an agenda while its meeting runs, and where nobody began it. */
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { agendaOf } from '#app/meetings/agenda.server.ts';
import { moveMeeting, restoreMeeting } from '#app/meetings/changing.server.ts';
import { carryOver } from '#app/meetings/carrying.server.ts';
import { saveNote } from '#app/meetings/note-saving.server.ts';
import { place, takeBack } from '#app/meetings/placing.server.ts';
import { bringBack, rewrite, withdraw } from '#app/meetings/rewriting.server.ts';
import { roomOf } from '#app/meetings/room.server.ts';
import {
  endMeeting,
  goTo,
  resumeMeeting,
  settleItem,
  startMeeting,
  turnsOf,
} from '#app/meetings/running.server.ts';
import { carryUnheld } from '#app/meetings/tending.server.ts';
import { foundMeetings } from '#app/meetings/search.server.ts';
import { visibleMeeting } from '#app/meetings/visible.server.ts';
import { makeAudience } from '#app/audiences/audience.server.ts';
import { db } from '#db/database.server.ts';
import { agendaItems, meetings, meetingSteps } from '#db/schema/meetings.ts';
import { day, hour, minute, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { itemRow, lineageRows, proposed, titlesOn, words } from './agenda-items.ts';
import { itemOn } from './itemised.ts';
import { meetingOn, seriesOf } from './known.ts';

let mara: TestPerson;
let jonas: TestPerson;
let series: Awaited<ReturnType<typeof seriesOf>>;
let march: Awaited<ReturnType<typeof meetingOn>>;
let april: typeof march;

beforeEach(async () => {
  mara = await somebody('Mara Lindqvist', 'organiser');
  jonas = await somebody('Jonas Brandt');
  series = await seriesOf(mara);
  march = await meetingOn(series, '2026-03-04');
  april = await meetingOn(series, '2026-04-01');
});

const onMarch = (title: string, by = jonas) => proposed(by, { ...march, meetingId: march.id }, title);
const turnNow = async () => (await turnsOf(march.id)).find(({ untilAt }) => untilAt === null)?.id ?? '';
const roomFor = async (who: TestPerson) =>
  roomOf(who, (await visibleMeeting(who, march.id))!, march.startsAt);
/** Somebody alone sees it. */
const hiddenFrom = async (reader: TestPerson, title: string) =>
  itemOn(march, jonas, title, {
    audienceId: await db.write((tx) =>
      makeAudience(tx, { scope: 'people', people: [reader.id], squads: [] }),
    ),
  });

describe('an item taken off while its meeting runs', () => {
  let id: string;
  beforeEach(async () => {
    id = await onMarch('OAuth');
    await onMarch('Secrets');
    await startMeeting(march.id, mara, now);
    await saveNote({ viewer: mara, meetingId: march.id }, { itemId: id, version: 0, text: 'Keys lie.' }, now);
  });
  const noted = async () =>
    (await roomFor(mara)).items.map(({ title, state, note }) => [title, state, note.text]);

  it('stays in the room with what was written of it, and goes on among the proposals', async () => {
    expect(await takeBack(mara, id, null, now)).toBe(true);
    expect(await noted()).toEqual([
      ['OAuth', 'carried', 'Keys lie.'],
      ['Secrets', 'open', ''],
    ]);
    expect((await lineageRows(id))[1]).toMatchObject({ meetingId: null, state: 'open', placedBy: null });
  });

  it.each([['asked by the row it left', 0] as const, ['placed from the proposals', 1] as const])(
    'comes back to it, %s',
    async (_, nth) => {
      await takeBack(mara, id, null, now);
      const [left, later] = await lineageRows(id);
      await rewrite(jonas, later!.id, later!.version, words('OAuth, again'), now);
      const before = (await agendaOf(mara, march.id))[1]!.id;
      const asked = [left!, later!][nth]!.id;
      expect(await place(mara, asked, march.id, { before, quiet: true }, now)).toEqual({
        placed: true,
        filled: null,
      });
      expect(await noted()).toEqual([
        ['OAuth, again', 'open', 'Keys lie.'],
        ['Secrets', 'open', ''],
      ]);
      expect((await lineageRows(id)).map(({ state }) => state)).toEqual(['open', 'withdrawn']);
    },
  );

  it('does not come back from another agenda', async () => {
    await takeBack(mara, id, null, now);
    await place(mara, (await lineageRows(id))[1]!.id, april.id, { before: null }, now);
    expect(await place(mara, id, march.id, { before: null }, now)).toEqual({ refused: 'gone' });
    expect(await titlesOn(april.id)).toEqual(['OAuth']);
  });

  it('stays off it when the meeting ends, and goes on after all', async () => {
    await takeBack(mara, id, null, now);
    await endMeeting(march.id, { from: '', done: false }, mara, now);
    expect(await titlesOn(april.id)).toEqual(['Secrets']);
    await resumeMeeting(march.id, mara, now);
    expect((await agendaOf(mara, march.id)).map(({ state }) => state)).toEqual(['carried', 'open']);
  });
});

describe('a meeting that nobody began', () => {
  const over = () => march.startsAt + 2 * hour + minute;

  it('keeps its items while it may still be held, and loses them to the next one then', async () => {
    await onMarch('OAuth');
    await carryUnheld(over() - 2 * minute);
    expect(await titlesOn(april.id)).toEqual([]);
    await carryUnheld(over());
    await carryUnheld(over());
    expect(await titlesOn(april.id)).toEqual(['OAuth']);
    expect((await agendaOf(mara, march.id)).map(({ state }) => state)).toEqual(['carried']);
  });

  it('gets them back when it is begun after all', async () => {
    await onMarch('OAuth');
    await carryUnheld(over());
    await startMeeting(march.id, mara, over() + 1);
    expect(await titlesOn(april.id)).toEqual([]);
    expect((await agendaOf(mara, march.id)).map(({ state }) => state)).toEqual(['open']);
  });

  it('gets them back when it is moved to a time to come', async () => {
    await onMarch('OAuth');
    await carryUnheld(over());
    await moveMeeting(march.id, march.version, '2026-03-11T17:00', mara, over() + 1);
    expect((await agendaOf(mara, march.id)).map(({ state }) => state)).toEqual(['open']);
    expect(await titlesOn(april.id)).toEqual([]);
  });

  it('is given nothing by another', async () => {
    const id = await onMarch('OAuth');
    const late = april.startsAt + minute;
    expect(await db.write((tx) => carryOver(tx, march, mara, late))).toEqual({ carried: 1, to: null });
    expect((await lineageRows(id))[1]).toMatchObject({ meetingId: null });
  });

  it('and that was skipped cannot take place any more', async () => {
    await db.write((tx) => tx.update(meetings).set({ state: 'skipped' }).where(eq(meetings.id, march.id)));
    expect(await restoreMeeting(march.id, mara, march.startsAt)).toEqual({ refused: 'not-now' });
    expect(await restoreMeeting(march.id, mara, march.startsAt - 1)).toHaveProperty('meeting');
  });
});

describe('whoever runs a meeting', () => {
  it('begins it a day before its time at the earliest', async () => {
    const early = march.startsAt - day - 1;
    expect(await startMeeting(march.id, mara, early)).toEqual({ refused: 'early' });
    expect(await startMeeting(march.id, mara, early + 1)).toEqual({ started: true });
  });

  it('ends it from an older page without calling done what another has gone on to', async () => {
    const [first, second] = [await onMarch('OAuth'), await onMarch('Secrets')];
    await startMeeting(march.id, mara, now);
    await goTo(march.id, { from: '', to: first, done: false }, mara, now);
    const seen = await turnNow();
    await goTo(march.id, { from: seen, to: second, done: true }, mara, now + 1);
    await endMeeting(march.id, { from: seen, done: true }, mara, now + 2);
    expect([(await itemRow(first)).state, (await itemRow(second)).state]).toEqual(['done', 'carried']);
    expect(await titlesOn(april.id)).toEqual(['Secrets']);
  });

  it('hears how much was carried of what they see', async () => {
    await onMarch('OAuth');
    await hiddenFrom(jonas, 'A breach');
    await startMeeting(march.id, mara, now);
    const ended = await endMeeting(march.id, { from: '', done: false }, mara, now);
    expect(ended).toEqual({ carried: 1, to: april.id });
    expect(await titlesOn(april.id)).toEqual(['OAuth', 'A breach']);
  });

  it('alone learns that it is at something others do not see', async () => {
    const { id } = await hiddenFrom(mara, 'A breach');
    await startMeeting(march.id, mara, now);
    await goTo(march.id, { from: '', to: id, done: false }, mara, now);
    expect((await roomFor(mara)).turnId).toBe(await turnNow());
    expect(await roomFor(jonas)).toMatchObject({ turnId: '', turns: [] });
  });

  it('cannot open again what was put before another meeting since', async () => {
    const source = { sourceRoom: 'postmortems', sourceId: 'leak' };
    const had = await itemOn(march, mara, 'The leak', source);
    await startMeeting(march.id, mara, now);
    await settleItem(march.id, had.id, 'done', mara, now);
    await itemOn(april, mara, 'The leak', { ...source, once: `${series.id} postmortems leak` });
    expect(await settleItem(march.id, had.id, 'open', mara, now)).toEqual({ refused: 'not-now' });
    expect((await itemRow(had.id)).state).toBe('done');
  });

  it('has the last word: what they took off comes back to the proposals, by its proposer', async () => {
    const id = await onMarch('OAuth');
    await withdraw(mara, id, now);
    expect(await bringBack({ id: jonas.id, runs: false }, id, now)).toBe(true);
    expect(await itemRow(id)).toMatchObject({ meetingId: null, state: 'open', placedBy: null });
    expect(await titlesOn(march.id)).toEqual([]);
  });

  it('leaves proposers their own undo', async () => {
    const id = await onMarch('OAuth');
    await place(mara, id, march.id, { before: null }, now);
    await withdraw(jonas, id, now);
    expect(await bringBack({ id: jonas.id, runs: false }, id, now)).toBe(true);
    expect(await titlesOn(march.id)).toEqual(['OAuth']);
  });
});

describe('minutes that were sent', () => {
  let id: string;
  beforeEach(async () => {
    id = await onMarch('OAuth');
    await startMeeting(march.id, mara, now);
    await db.write((tx) => tx.update(meetings).set({ minutesAt: now }).where(eq(meetings.id, march.id)));
  });
  const changed = async () =>
    (
      await db.read
        .select()
        .from(meetingSteps)
        .where(and(eq(meetingSteps.meetingId, march.id), eq(meetingSteps.step, 'minutes-changed')))
    ).length;
  const go = async (to: string | null, done: boolean) =>
    goTo(march.id, { from: await turnNow(), to, done }, mara, now + 1);

  it('are known to have changed when an item has other words, and are found by them', async () => {
    await rewrite(jonas, id, 1, words('Xylophones'), now + 1);
    expect(await changed()).toBe(1);
    expect((await foundMeetings('Xylophones')).map((found) => found.id)).toEqual([march.id]);
  });

  it.each([
    ['withdrawn', async () => withdraw(mara, id, now + 1)],
    ['called done', async () => settleItem(march.id, id, 'done', mara, now + 1)],
    ['taken off', async () => takeBack(mara, id, null, now + 1)],
    ['carried', async () => endMeeting(march.id, { from: '', done: false }, mara, now + 1)],
    ['had', async () => [await go(id, false), await changed(), await go(null, true)]],
  ])('are known to have changed when an item is %s', async (_, act) => {
    await act();
    expect(await changed()).toBe(1);
  });

  it('are not by going to an item alone, and are by what is brought back', async () => {
    await go(id, false);
    expect(await changed()).toBe(0);
    await db.write((tx) =>
      tx.update(agendaItems).set({ state: 'withdrawn', open: null }).where(eq(agendaItems.id, id)),
    );
    await bringBack({ id: mara.id, runs: true }, id, now + 1);
    expect(await changed()).toBe(1);
  });
});
