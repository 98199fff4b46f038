import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { decide, decisionsOf, withdrawDecision } from '#app/meetings/decisions.server.ts';
import {
  endMeeting,
  goTo,
  resumeMeeting,
  settleItem,
  startMeeting,
  turnsOf,
} from '#app/meetings/running.server.ts';
import { db } from '#db/database.server.ts';
import { agendaItems, meetings, meetingSteps } from '#db/schema/meetings.ts';
import { now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { itemOn } from './itemised.ts';
import { meetingOn, seriesOf } from './known.ts';

const MINUTE = 60_000;
let mara: TestPerson;
let meeting: Awaited<ReturnType<typeof meetingOn>>;
let next: Awaited<ReturnType<typeof meetingOn>>;
let items: Awaited<ReturnType<typeof itemOn>>[];

beforeEach(async () => {
  mara = await somebody('Mara Lindqvist');
  const series = await seriesOf(mara);
  meeting = await meetingOn(series, '2026-03-04');
  next = await meetingOn(series, '2026-04-01');
  items = [];
  for (const title of ['A technique', 'A tool', 'Questions']) items.push(await itemOn(meeting, mara, title));
});

const meetingNow = async () => (await db.read.select().from(meetings).where(eq(meetings.id, meeting.id)))[0]!;
const steps = async () =>
  (
    await db.read
      .select({ step: meetingSteps.step, byId: meetingSteps.byId })
      .from(meetingSteps)
      .where(eq(meetingSteps.meetingId, meeting.id))
      .orderBy(asc(meetingSteps.at))
  ).map(({ step }) => step);
const statesOf = async (meetingId: string) =>
  (
    await db.read
      .select()
      .from(agendaItems)
      .where(eq(agendaItems.meetingId, meetingId))
      .orderBy(asc(agendaItems.position))
  ).map(({ title, state }) => `${title}: ${state}`);
const go = (from: string, to: string | null, done = true, at = now) =>
  goTo(meeting.id, { from, to, done }, mara, at);
const turn = async () => (await turnsOf(meeting.id)).find(({ untilAt }) => untilAt === null);

describe('a meeting', () => {
  it('is started once, of two who press at once', async () => {
    const both = await Promise.all([
      startMeeting(meeting.id, mara, now),
      startMeeting(meeting.id, mara, now),
    ]);
    expect(both.filter((one) => 'started' in one)).toHaveLength(1);
    expect(await meetingNow()).toMatchObject({ state: 'running', startedAt: now });
    expect(await steps()).toEqual(['started']);
  });

  it('goes from item to item, and knows how long it was at each', async () => {
    await startMeeting(meeting.id, mara, now);
    expect(await go('', items[0]!.id)).toEqual({ went: true });
    expect(await go((await turn())!.id, items[1]!.id, true, now + 5 * MINUTE)).toEqual({ went: true });
    expect(await go((await turn())!.id, items[0]!.id, false, now + 6 * MINUTE)).toEqual({
      refused: 'unknown',
    });
    expect(await go((await turn())!.id, null, false, now + 7 * MINUTE)).toEqual({ went: true });
    expect(
      (await turnsOf(meeting.id)).map(({ itemId, fromAt, untilAt }) => [
        itemId,
        fromAt - now,
        untilAt! - now,
      ]),
    ).toEqual([
      [items[0]!.id, 0, 5 * MINUTE],
      [items[1]!.id, 5 * MINUTE, 7 * MINUTE],
    ]);
    expect(await statesOf(meeting.id)).toEqual(['A technique: done', 'A tool: open', 'Questions: open']);
  });

  it('goes on once, of two who press at once', async () => {
    await startMeeting(meeting.id, mara, now);
    await go('', items[0]!.id);
    const from = (await turn())!.id;
    const both = await Promise.all([go(from, items[1]!.id), go(from, items[1]!.id)]);
    expect(both).toContainEqual({ went: true });
    expect(both).toContainEqual({ refused: 'elsewhere' });
    expect((await turn())!.itemId).toBe(items[1]!.id);
  });

  it('goes nowhere while it does not run', async () => {
    expect(await go('', items[0]!.id)).toEqual({ refused: 'not-now' });
    expect(await endMeeting(meeting.id, { from: '', done: false }, mara, now)).toEqual({
      refused: 'not-now',
    });
    expect(await resumeMeeting(meeting.id, mara, now)).toEqual({ refused: 'not-now' });
    expect(await settleItem(meeting.id, items[0]!.id, 'done', mara, now)).toEqual({ refused: 'not-now' });
    expect(await steps()).toEqual([]);
  });

  it('ends: its clock stops, and what was not reached is on the next agenda', async () => {
    await startMeeting(meeting.id, mara, now);
    await go('', items[0]!.id);
    const ended = await endMeeting(
      meeting.id,
      { from: (await turn())!.id, done: true },
      mara,
      now + 60 * MINUTE,
    );
    expect(ended).toEqual({ carried: 2, to: next.id });
    expect(await meetingNow()).toMatchObject({ state: 'ended', endedAt: now + 60 * MINUTE });
    expect(await turn()).toBeUndefined();
    expect(await statesOf(meeting.id)).toEqual([
      'A technique: done',
      'A tool: carried',
      'Questions: carried',
    ]);
    expect(await statesOf(next.id)).toEqual(['A tool: open', 'Questions: open']);
  });

  it('goes on after all, with what was carried', async () => {
    await startMeeting(meeting.id, mara, now);
    await endMeeting(meeting.id, { from: '', done: false }, mara, now + 1);
    await resumeMeeting(meeting.id, mara, now + 2);
    expect(await meetingNow()).toMatchObject({ state: 'running', endedAt: null, startedAt: now });
    expect(await statesOf(meeting.id)).toEqual(['A technique: open', 'A tool: open', 'Questions: open']);
    expect((await statesOf(next.id)).filter((state) => state.endsWith('open'))).toEqual([]);
    expect(await steps()).toEqual(['started', 'ended', 'resumed']);
  });

  it('an item that was called done can be opened again, and is carried then', async () => {
    await startMeeting(meeting.id, mara, now);
    expect(await settleItem(meeting.id, items[1]!.id, 'done', mara, now)).toEqual({ settled: true });
    expect(await settleItem(meeting.id, items[1]!.id, 'done', mara, now)).toEqual({ refused: 'not-now' });
    expect(await settleItem(meeting.id, items[1]!.id, 'open', mara, now)).toEqual({ settled: true });
    expect(await endMeeting(meeting.id, { from: '', done: false }, mara, now)).toEqual({
      carried: 3,
      to: next.id,
    });
  });
});

describe('a decision', () => {
  const standing = async () => (await decisionsOf(mara, meeting.id)).map(({ text }) => text);
  it('stands, is taken back by who wrote it or runs the meeting, and stands again', async () => {
    const jonas = await somebody('Jonas Brandt');
    const id = (await decide(meeting.id, { itemId: items[0]!.id, text: 'Rotate the keys' }, mara, now))!;
    expect(await standing()).toEqual(['Rotate the keys']);
    expect(await withdrawDecision(meeting.id, id, { id: jonas.id, runs: false }, now)).toBe(false);
    expect(await withdrawDecision(meeting.id, id, { id: jonas.id, runs: true }, now)).toBe(true);
    expect(await standing()).toEqual([]);
    expect(await withdrawDecision(meeting.id, id, { id: mara.id, runs: false }, now)).toBe(false);
    expect(await withdrawDecision(meeting.id, id, { id: mara.id, runs: false }, now, true)).toBe(true);
    expect(await standing()).toEqual(['Rotate the keys']);
  });

  it('is about an item of this meeting, or about none', async () => {
    const other = await itemOn(next, mara, 'Elsewhere');
    expect(await decide(meeting.id, { itemId: other.id, text: 'No' }, mara, now)).toBeNull();
    expect(await decide(meeting.id, { itemId: null, text: 'Yes' }, mara, now)).not.toBeNull();
  });
});
