import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';

import { factsOf } from '#app/facts/facts.server.ts';
import { attendanceOf } from '#app/meetings/attendance.server.ts';
import { codeShown, codeSigns } from '#app/meetings/check-in.ts';
import { checkIn, liveCodes, makeCode } from '#app/meetings/check-in.server.ts';
import { mark } from '#app/meetings/marking.server.ts';
import { db } from '#db/database.server.ts';
import { meetings } from '#db/schema/meetings.ts';
import { meetingOn, seriesOf } from '#test/meetings/known.ts';
import { day, minute } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

let mara: TestPerson;
let jonas: TestPerson;
let meeting: typeof meetings.$inferSelect;
let begins: number;

beforeEach(async () => {
  mara = await somebody('Mara Lindqvist', 'organiser');
  jonas = await somebody('Jonas Brandt');
  meeting = await meetingOn(await seriesOf(mara), '2026-03-04');
  begins = meeting.startsAt;
});

const made = async (now: number, of = meeting.id) => {
  const code = await makeCode(of, mara, now);
  if ('refused' in code) throw new Error(code.refused);
  return code.code;
};

it('lets somebody in by a code of six signs, typed as they like, and once', async () => {
  const code = await made(begins - 30 * minute);
  expect(code).toHaveLength(6);
  for (const sign of code) expect(codeSigns).toContain(sign);
  const typed = ` ${codeShown(code).toLowerCase()} `;
  expect(await checkIn(meeting, jonas, typed, begins - 20 * minute)).toEqual({ checkedIn: 'now' });
  expect(await checkIn(meeting, jonas, code, begins - 19 * minute)).toEqual({ checkedIn: 'before' });
  expect(await attendanceOf(jonas.id, meeting.id)).toMatchObject({
    present: true,
    marks: [{ present: true, how: 'code', by: 'Jonas Brandt', at: begins - 20 * minute }],
  });
  expect(await factsOf(jonas.id)).toMatchObject([
    { kind: 'attended', at: begins, details: { meeting: meeting.id } },
  ]);
});

it('lets nobody in whom the host marked as absent, before the host says otherwise', async () => {
  const code = await made(begins);
  const said = (present: boolean, at: number) =>
    mark(meeting.id, { personId: jonas.id, present, how: 'host', note: '', seen: 'whatever' }, mara, at);
  await said(false, begins);
  expect(await checkIn(meeting, jonas, code, begins + minute)).toEqual({ refused: 'marked-absent' });
  expect(await checkIn(meeting, jonas, 'CCCCCC', begins + minute)).toEqual({ refused: 'wrong' });
  expect(await attendanceOf(jonas.id, meeting.id)).toMatchObject({
    present: false,
    marks: [{ how: 'host' }],
  });
  await said(true, begins + 2 * minute);
  expect(await checkIn(meeting, jonas, code, begins + 3 * minute)).toEqual({ checkedIn: 'before' });
});

it('keeps several codes alive, each for a quarter of an hour', async () => {
  const first = await made(begins);
  const second = await made(begins + 10 * minute);
  expect((await liveCodes(meeting.id, begins + 10 * minute)).map(({ code }) => code)).toEqual([
    second,
    first,
  ]);
  expect((await liveCodes(meeting.id, begins + 15 * minute)).map(({ code }) => code)).toEqual([second]);
  expect(await checkIn(meeting, jonas, first, begins + 15 * minute)).toEqual({ refused: 'wrong' });
  expect(await checkIn(meeting, jonas, second, begins + 15 * minute)).toEqual({ checkedIn: 'now' });
});

it('takes neither a code of before, nor one of another meeting, nor a guess, and tells them apart for nobody', async () => {
  const other = await meetingOn(await seriesOf(mara), '2026-03-04');
  const elsewhere = await made(begins, other.id);
  const before = await made(begins - 20 * minute);
  for (const code of [elsewhere, before, 'CCCCCC', '', '  ', 'x'.repeat(99)])
    expect(await checkIn(meeting, jonas, code, begins)).toEqual({ refused: 'wrong' });
  expect(await attendanceOf(jonas.id, meeting.id)).toEqual({ present: null, marks: [] });
  expect(await checkIn(meeting, jonas, before, begins - 40 * minute)).toEqual({ refused: 'early' });
  expect(await checkIn(meeting, jonas, before, begins + day)).toEqual({ refused: 'over' });
});

it('makes no code before its time or after it, nor for a meeting that does not take place', async () => {
  expect(await makeCode(meeting.id, mara, begins - 31 * minute)).toEqual({ refused: 'early' });
  expect(await makeCode(meeting.id, mara, begins + 91 * minute)).toEqual({ refused: 'over' });
  await db.write((tx) => tx.update(meetings).set({ state: 'skipped' }).where(eq(meetings.id, meeting.id)));
  expect(await makeCode(meeting.id, mara, begins)).toEqual({ refused: 'skipped' });
});

it('slows down whoever guesses, and nobody else; a right code forgives', async () => {
  const noor = await somebody('Noor Haddad');
  const code = await made(begins);
  for (let guess = 0; guess < 9; guess += 1) await checkIn(meeting, jonas, 'CCCCCC', begins);
  expect(await checkIn(meeting, jonas, code, begins)).toEqual({ checkedIn: 'now' });
  for (let guess = 0; guess < 10; guess += 1)
    expect(await checkIn(meeting, jonas, 'CCCCCC', begins)).toEqual({ refused: 'wrong' });
  expect(await checkIn(meeting, jonas, code, begins)).toMatchObject({ refused: 'wait' });
  expect(await checkIn(meeting, noor, code, begins)).toEqual({ checkedIn: 'now' });
});
