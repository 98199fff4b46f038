import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';

import { factsOf } from '#app/facts/facts.server.ts';
import { attendanceList, attendanceOf } from '#app/meetings/attendance.server.ts';
import { mark } from '#app/meetings/marking.server.ts';
import { recordPresented } from '#app/meetings/presenting.server.ts';
import { db } from '#db/database.server.ts';
import { facts } from '#db/schema/facts.ts';
import { agendaItems, attendanceMarks, meetings } from '#db/schema/meetings.ts';
import { meetingOn, seriesOf } from '#test/meetings/known.ts';
import { invitedTo, itemOf } from '#test/meetings/written.ts';
import { minute } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

type Meeting = typeof meetings.$inferSelect;
let mara: TestPerson;
let priya: TestPerson;
let jonas: TestPerson;
let meeting: Meeting;
let begins: number;

beforeEach(async () => {
  mara = await somebody('Mara Lindqvist');
  priya = await somebody('Priya Raman', 'organiser');
  jonas = await somebody('Jonas Brandt');
  meeting = await meetingOn(await seriesOf(mara), '2026-03-04');
  begins = meeting.startsAt;
});

const last = async (personId: string) => (await attendanceOf(personId, meeting.id)).marks[0]?.id ?? null;
const say = (present: boolean, by: TestPerson, seen: string | null, now = begins, note = '') =>
  mark(meeting.id, { personId: jonas.id, present, how: 'host', note, seen }, by, now);
const attended = async (personId: string) =>
  (await factsOf(personId)).filter(({ kind }) => kind === 'attended').length;
const presented = async (personId: string) =>
  (await factsOf(personId)).flatMap((fact) => (fact.kind === 'presented' ? [fact.details.item] : []));

it('keeps every mark, and the fact follows the last', async () => {
  await say(true, mara, null);
  await say(false, mara, await last(jonas.id), begins + minute, 'left after a minute');
  expect(await attendanceOf(jonas.id, meeting.id)).toMatchObject({
    present: false,
    marks: [
      { present: false, by: 'Mara Lindqvist', at: begins + minute, note: 'left after a minute' },
      { present: true, by: 'Mara Lindqvist', at: begins, note: '' },
    ],
  });
  expect(await attended(jonas.id)).toBe(0);
  await say(true, priya, await last(jonas.id), begins + 2 * minute);
  expect(await attended(jonas.id)).toBe(1);
});

it('lets the database refuse whoever would rewrite what was said', async () => {
  await say(true, mara, null);
  await expect(db.write((tx) => tx.update(attendanceMarks).set({ present: 0 }))).rejects.toThrow();
  await expect(db.write((tx) => tx.delete(attendanceMarks))).rejects.toThrow();
});

it('overwrites no other host in silence', async () => {
  expect(await say(true, mara, null)).toMatchObject({ changed: true });
  expect(await say(false, priya, null)).toEqual({ refused: 'stale', present: true });
  // The same said by two is said once.
  expect(await say(true, priya, null)).toMatchObject({ changed: false });
  expect((await attendanceOf(jonas.id, meeting.id)).marks).toHaveLength(1);
  expect(await say(false, priya, await last(jonas.id))).toMatchObject({ changed: true });
  expect(await say(true, mara, null)).toEqual({ refused: 'stale', present: false });
});

it('is refused before the meeting, and of one that does not take place', async () => {
  expect(await say(true, mara, null, begins - 31 * minute)).toEqual({ refused: 'early' });
  await db.write((tx) => tx.update(meetings).set({ state: 'skipped' }).where(eq(meetings.id, meeting.id)));
  expect(await say(true, mara, null)).toEqual({ refused: 'skipped' });
});

it('lists who said yes first, then the invited, whoever came besides, and who said no', async () => {
  const [ana, ben, cleo, dan] = await Promise.all(
    ['Ana Ito', 'Ben Ode', 'Cleo Roy', 'Dan Paz'].map((name) => somebody(name)),
  );
  await invitedTo(meeting, ana!, 'no');
  await invitedTo(meeting, ben!);
  await invitedTo(meeting, cleo!, 'maybe');
  await invitedTo(meeting, dan!, 'yes');
  await say(true, mara, null);
  const list = await attendanceList(meeting.id, null);
  expect(list.attendees.map(({ name, present }) => [name, present])).toEqual([
    ['Dan Paz', null],
    ['Cleo Roy', null],
    ['Ben Ode', null],
    ['Jonas Brandt', true],
    ['Ana Ito', null],
  ]);
  expect(list).toMatchObject({ present: 1, expected: 1, open: 4, next: null });
});

const end = (at: number) =>
  db.write(async (tx) => {
    const [ended] = await tx
      .update(meetings)
      .set({ state: 'ended', endedAt: at })
      .where(eq(meetings.id, meeting.id))
      .returning();
    await recordPresented(tx, ended!, mara, at);
  });

it('records what somebody presented once the meeting ends, where the item was had and they were there', async () => {
  const had = await itemOf(meeting, jonas, { presenterId: jonas.id });
  await itemOf(meeting, jonas, { presenterId: jonas.id, state: 'carried', position: 2 });
  const absent = await itemOf(meeting, jonas, { presenterId: priya.id, position: 3 });
  await say(true, mara, null);
  expect(await presented(jonas.id)).toEqual([]);
  await end(begins + 60 * minute);
  expect(await presented(jonas.id)).toEqual([had.id]);
  expect(await presented(priya.id)).toEqual([]);
  // Attendance is corrected afterwards, both ways.
  await say(false, mara, await last(jonas.id), begins + 70 * minute);
  expect(await presented(jonas.id)).toEqual([]);
  await mark(
    meeting.id,
    { personId: priya.id, present: true, how: 'host', note: '', seen: null },
    mara,
    begins + 71 * minute,
  );
  expect(await presented(priya.id)).toEqual([absent.id]);
  await say(true, mara, await last(jonas.id), begins + 72 * minute);
  expect(await presented(jonas.id)).toEqual([had.id]);
});

it('gives what was presented to somebody else where the agenda is corrected, and adds nothing when nothing is new', async () => {
  const had = await itemOf(meeting, jonas, { presenterId: jonas.id });
  await say(true, mara, null);
  await mark(
    meeting.id,
    { personId: priya.id, present: true, how: 'host', note: '', seen: null },
    mara,
    begins,
  );
  await end(begins + 60 * minute);
  await db.write((tx) =>
    tx.update(agendaItems).set({ presenterId: priya.id }).where(eq(agendaItems.id, had.id)),
  );
  await end(begins + 61 * minute);
  expect([await presented(jonas.id), await presented(priya.id)]).toEqual([[], [had.id]]);
  const rows = await db.read.$count(facts);
  await end(begins + 62 * minute);
  expect(await db.read.$count(facts)).toBe(rows);
});

it('leaves the facts as the last marks say, whatever was marked in whatever order', async () => {
  const people = [jonas, priya, mara];
  const said = fc.record({
    who: fc.nat(2),
    present: fc.boolean(),
    how: fc.constantFrom('code' as const, 'host' as const),
    stale: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(said, { maxLength: 12 }), async (marks) => {
      const of = await meetingOn(await seriesOf(mara), '2026-04-01');
      const item = await itemOf(of, jonas, { presenterId: jonas.id });
      await db.write((tx) => tx.update(meetings).set({ state: 'ended' }).where(eq(meetings.id, of.id)));
      const is = new Map<string, boolean>();
      const kept = new Map<string, number>();
      for (const { who, present, how, stale } of marks) {
        const personId = people[who]!.id;
        const seen = stale ? 'another' : 'whatever';
        const done = await mark(of.id, { personId, present, how, note: '', seen }, mara, of.startsAt);
        if ('refused' in done) continue;
        is.set(personId, present);
        if (done.changed) kept.set(personId, (kept.get(personId) ?? 0) + 1);
      }
      for (const { id } of people) {
        const own = (await factsOf(id)).filter(
          ({ details }) => 'meeting' in details && details.meeting === of.id,
        );
        expect(own.filter(({ kind }) => kind === 'attended')).toHaveLength(is.get(id) ? 1 : 0);
        const spoke = id === jonas.id && is.get(id) ? [item.id] : [];
        expect(own.flatMap((fact) => (fact.kind === 'presented' ? [fact.details.item] : []))).toEqual(spoke);
        const { present, marks: history } = await attendanceOf(id, of.id);
        expect(present).toBe(is.get(id) ?? null);
        expect(history).toHaveLength(kept.get(id) ?? 0);
      }
    }),
    { numRuns: 25 },
  );
});
