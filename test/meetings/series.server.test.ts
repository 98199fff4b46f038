import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { changeSeries, endSeries, resumeSeries } from '#app/meetings/arranging.server.ts';
import { addMeeting, changeMeeting, moveMeeting, skipMeeting } from '#app/meetings/changing.server.ts';
import { makeAllMeetings } from '#app/meetings/making.server.ts';
import { seriesWithoutZone } from '#app/meetings/series.server.ts';
import { followClocks } from '#app/meetings/tending.server.ts';
import { db } from '#db/database.server.ts';
import { meetings, meetingSeries } from '#db/schema/meetings.ts';
import { day, hour, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { arrange, draft, meetingRow, meetingsOf, seriesRow, stepsTaken, walls } from './arranged.ts';

let tove: TestPerson;
beforeEach(async () => {
  tove = await somebody('Tove', 'organiser');
});

const firstFive = [
  '2026-03-04T17:00',
  '2026-04-01T17:00',
  '2026-05-06T17:00',
  '2026-06-03T17:00',
  '2026-07-01T17:00',
];
const change = async (id: string, others: Parameters<typeof draft>[0], at = now + hour) =>
  changeSeries(id, (await seriesRow(id)).version, draft(others), tove, at);

describe('making meetings ahead', () => {
  it('makes those of four months, each as its series says, at its time on the clocks of its zone', async () => {
    const id = await arrange(tove);
    expect(await walls(id)).toEqual(firstFive);
    const [march, april] = await meetingsOf(id);
    // Between them, clocks go forward.
    expect(april!.startsAt - march!.startsAt).toBe(28 * day - hour);
    expect(march).toMatchObject({
      state: 'planned',
      title: 'Security guild',
      place: 'Room Ada',
      sequence: 0,
    });
    expect(await stepsTaken(march!.id)).toEqual(['planned']);
  });

  it('makes three at least, however rare they are', async () => {
    const id = await arrange(tove, { rule: 'FREQ=MONTHLY;INTERVAL=12;BYDAY=1WE' });
    expect(await walls(id)).toEqual(['2026-03-04T17:00', '2027-03-03T17:00', '2028-03-01T17:00']);
  });

  it('makes none twice, also when two do it at once', async () => {
    const id = await arrange(tove);
    const later = now + 60 * day;
    await Promise.all([makeAllMeetings(later), makeAllMeetings(later), makeAllMeetings(later)]);
    await makeAllMeetings(later);
    expect(await walls(id)).toEqual([...firstFive, '2026-08-05T17:00']);
  });

  it('keeps what is there, and makes none, where the zone is known no longer', async () => {
    const id = await arrange(tove);
    await db.write((tx) =>
      tx.update(meetingSeries).set({ timezone: 'Atlantis/Poseidonis' }).where(eq(meetingSeries.id, id)),
    );
    await db.write((tx) =>
      tx.update(meetings).set({ timezone: 'Atlantis/Poseidonis' }).where(eq(meetings.seriesId, id)),
    );
    await makeAllMeetings(now + 60 * day);
    await followClocks(now);
    expect(await walls(id)).toEqual(firstFive);
    expect((await seriesWithoutZone()).map((series) => series.id)).toContain(id);
    // Whoever chooses another gets them there.
    expect(await change(id, { timezone: 'Europe/Vienna' })).toHaveProperty('series');
    expect((await meetingsOf(id)).map(({ timezone }) => timezone)).toEqual(Array(5).fill('Europe/Vienna'));
    expect(await walls(id)).toEqual(firstFive);
  });

  it('follows a country that changes its clocks, and raises the SEQUENCE', async () => {
    const id = await arrange(tove);
    const [march] = await meetingsOf(id);
    await db.write((tx) =>
      tx
        .update(meetings)
        .set({ startsAt: march!.startsAt + hour })
        .where(eq(meetings.id, march!.id)),
    );
    await followClocks(now);
    await followClocks(now);
    expect(await meetingRow(march!.id)).toMatchObject({ startsAt: march!.startsAt, sequence: 1 });
    expect(await stepsTaken(march!.id)).toEqual(['planned', 'moved']);
  });
});

describe('changing a series', () => {
  it('moves its meetings to come, and neither those that were moved by hand nor what was written for one', async () => {
    const id = await arrange(tove);
    const [march, april, may] = await meetingsOf(id);
    await moveMeeting(april!.id, 1, '2026-04-08T16:00', tove, now);
    await changeMeeting(may!.id, 1, { ...pick(may!), place: 'The roof' }, tove, now);
    expect(await change(id, { rule: 'FREQ=MONTHLY;BYDAY=2TH', place: 'Room Grace' })).toHaveProperty(
      'series',
    );
    expect(await walls(id)).toEqual([
      '2026-03-12T17:00',
      '2026-04-08T16:00',
      '2026-05-14T17:00',
      '2026-06-11T17:00',
      '2026-07-09T17:00',
    ]);
    expect(await meetingRow(march!.id)).toMatchObject({ place: 'Room Grace', sequence: 1, version: 2 });
    expect(await meetingRow(april!.id)).toMatchObject({
      place: 'Room Grace',
      occurrence: '2026-04-09T17:00',
    });
    expect(await meetingRow(may!.id)).toMatchObject({ place: 'The roof', sequence: 2 });
    expect(await stepsTaken(march!.id)).toEqual(['planned', 'moved']);
    await makeAllMeetings(now + hour);
    expect(await walls(id)).toHaveLength(5);
  });

  it('leaves what has begun where it was', async () => {
    const id = await arrange(tove);
    const evening = now + 12 * hour;
    await change(id, { time: '10:00' }, evening);
    expect((await walls(id)).slice(0, 2)).toEqual(['2026-03-04T17:00', '2026-04-01T10:00']);
  });

  it('keeps the clock where only the zone changes', async () => {
    const id = await arrange(tove);
    const [before] = await meetingsOf(id);
    await change(id, { timezone: 'America/New_York' });
    const [after] = await meetingsOf(id);
    expect(after).toMatchObject({
      id: before!.id,
      wall: before!.wall,
      timezone: 'America/New_York',
      sequence: 1,
    });
    expect(after!.startsAt - before!.startsAt).toBe(6 * hour);
  });

  it('skips what a rule that ends sooner does not have any more', async () => {
    const id = await arrange(tove);
    await change(id, { rule: 'FREQ=MONTHLY;BYDAY=1WE;COUNT=2' });
    expect(await walls(id)).toEqual([
      ...firstFive.slice(0, 2),
      ...firstFive.slice(2).map((wall) => `-${wall}`),
    ]);
  });

  it('refuses who saw an older version, a zone that is none, and what is over', async () => {
    const id = await arrange(tove);
    await change(id, { name: 'Guild' });
    const stale = await changeSeries(id, 1, draft({ name: 'Other' }), tove, now);
    expect(stale).toMatchObject({ refused: 'stale', now: { name: 'Guild' } });
    expect(await change(id, { timezone: 'Mars/Olympus' })).toEqual({ refused: 'zone' });
    await endSeries(id, tove, now);
    expect(await change(id, {})).toEqual({ refused: 'over' });
  });
});

describe('the end of a series', () => {
  it('skips its meetings to come, and taking it back restores those and no others', async () => {
    const id = await arrange(tove);
    const [march] = await meetingsOf(id);
    await skipMeeting(march!.id, '', tove, now);
    expect(await endSeries(id, tove, now + 1)).toBe(true);
    expect(await endSeries(id, tove, now + 2)).toBe(false);
    expect(await walls(id)).toEqual(firstFive.map((wall) => `-${wall}`));
    await makeAllMeetings(now + 60 * day);
    expect(await walls(id)).toHaveLength(5);
    expect(await resumeSeries(id, tove, now + 3)).toBe(true);
    expect(await walls(id)).toEqual([`-${firstFive[0]}`, ...firstFive.slice(1)]);
    expect((await meetingsOf(id)).map(({ sequence }) => sequence)).toEqual([1, 2, 2, 2, 2]);
  });
});

describe('one meeting', () => {
  it('is moved, and says so to whoever saw it before', async () => {
    const id = await arrange(tove);
    const [march] = await meetingsOf(id);
    expect(await moveMeeting(march!.id, 1, '2026-03-05T17:00', tove, now)).toHaveProperty('meeting');
    const again = await moveMeeting(march!.id, 1, '2026-03-06T17:00', tove, now);
    expect(again).toMatchObject({ refused: 'stale', now: { wall: '2026-03-05T17:00' } });
    expect(await moveMeeting(march!.id, 2, '2026-03-01T17:00', tove, now)).toEqual({ refused: 'past' });
    expect(await meetingRow(march!.id)).toMatchObject({ occurrence: '2026-03-04T17:00', sequence: 1 });
  });

  it('is moved to a time that clocks skip: it begins when they have', async () => {
    const id = await arrange(tove);
    const [march] = await meetingsOf(id);
    await moveMeeting(march!.id, 1, '2026-03-29T02:30', tove, now);
    expect((await meetingRow(march!.id)).startsAt).toBe(Date.UTC(2026, 2, 29, 1, 30));
  });

  it('is not moved while it is skipped, nor once it has begun', async () => {
    const id = await arrange(tove);
    const [march, april] = await meetingsOf(id);
    await skipMeeting(march!.id, '', tove, now);
    expect(await moveMeeting(march!.id, 2, '2026-03-05T17:00', tove, now)).toEqual({ refused: 'not-now' });
    await db.write((tx) => tx.update(meetings).set({ state: 'running' }).where(eq(meetings.id, april!.id)));
    expect(await moveMeeting(april!.id, 1, '2026-04-05T17:00', tove, now)).toEqual({ refused: 'not-now' });
    expect(await skipMeeting(april!.id, '', tove, now)).toEqual({ refused: 'not-now' });
  });

  it('is added, once at a time', async () => {
    const id = await arrange(tove);
    expect(await addMeeting(id, '2026-03-18T12:00', tove, now)).toHaveProperty('id');
    expect(await addMeeting(id, '2026-03-18T12:00', tove, now)).toEqual({ refused: 'there' });
    expect(await addMeeting(id, firstFive[1]!, tove, now)).toEqual({ refused: 'there' });
    expect(await addMeeting(id, '2026-01-18T12:00', tove, now)).toEqual({ refused: 'past' });
    expect((await walls(id))[1]).toBe('2026-03-18T12:00');
  });
});

type Draft = Parameters<typeof changeMeeting>[2];
const pick = ({ title, template, minutes, place, link, hostId }: Draft): Draft => ({
  ...{ title, template, minutes, place, link, hostId },
});
