import { beforeEach, expect, it } from 'vitest';

import { factsOf } from '#app/facts/facts.server.ts';
import { endSeries, resumeSeries } from '#app/meetings/arranging.server.ts';
import { addMeeting, restoreMeeting, skipMeeting } from '#app/meetings/changing.server.ts';
import { mark } from '#app/meetings/marking.server.ts';
import { minute } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { meetingOn, seriesOf } from './known.ts';

let mara: TestPerson;
let jonas: TestPerson;
let series: Awaited<ReturnType<typeof seriesOf>>;
let meeting: Awaited<ReturnType<typeof meetingOn>>;
let before: number;

beforeEach(async () => {
  mara = await somebody('Mara Lindqvist');
  jonas = await somebody('Jonas Brandt');
  series = await seriesOf(mara);
  meeting = await meetingOn(series, '2026-03-04');
  before = meeting.startsAt - 20 * minute;
  for (const [person, present] of [
    [jonas, true],
    [mara, false],
  ] as const)
    await mark(meeting.id, { personId: person.id, present, how: 'host', note: '', seen: null }, mara, before);
});
const attended = async (who: TestPerson) => (await factsOf(who.id)).map(({ kind, at }) => [kind, at]);
const there = () => [['attended', meeting.startsAt]];

it('nobody attended a meeting that was skipped, and those who were there did when it takes place after all', async () => {
  expect(await attended(jonas)).toEqual(there());
  await skipMeeting(meeting.id, '', mara, before + 1);
  expect(await attended(jonas)).toEqual([]);
  await restoreMeeting(meeting.id, mara, before + 2);
  expect(await attended(jonas)).toEqual(there());
  expect(await attended(mara)).toEqual([]);
});

it('the same where its whole series ends and goes on', async () => {
  await endSeries(series.id, mara, before + 1);
  expect(await attended(jonas)).toEqual([]);
  await resumeSeries(series.id, mara, before + 2);
  expect(await attended(jonas)).toEqual(there());
});

it('another meeting may be at the time of one that is skipped', async () => {
  expect(await addMeeting(series.id, meeting.wall, mara, before)).toEqual({ refused: 'there' });
  await skipMeeting(meeting.id, '', mara, before);
  expect(await addMeeting(series.id, meeting.wall, mara, before)).toHaveProperty('id');
});
