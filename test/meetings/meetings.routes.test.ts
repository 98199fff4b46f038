import { beforeEach, describe, expect, it } from 'vitest';

import { invite } from '#app/meetings/inviting.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { meetings, meetingSeries } from '#db/schema/meetings.ts';
import { submit, textOf, visit } from '#test/support/app.ts';
import { day } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';
import { and, asc, desc, eq } from 'drizzle-orm';

import { arrange, champion, invitedTo, meetingRow, meetingsOf, seriesRow, toldOf } from './arranged.ts';

/** Pages go by the clock on the wall. */
const today = () => new Date().toISOString().slice(0, 10);
const dayFromNow = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);

let tove: TestPerson;
let mara: TestPerson;
let noor: TestPerson;
beforeEach(async () => {
  [tove, mara, noor] = [
    await somebody('Tove', 'organiser'),
    await somebody('Mara Lindqvist'),
    await somebody('Noor Haddad'),
  ];
});

const filled = (change: Record<string, string> = {}) => ({
  ...{ name: 'Security guild', about: 'For **everybody**.', template: '20-20-20', firstDay: today() },
  ...{ time: '23:30', timezone: 'Europe/Berlin', rhythm: 'two-weekly', rule: '', minutes: '45' },
  ...{ place: 'Room Ada', link: 'https://meet.example/guild', host: mara.email, inviteDays: '7' },
  ...change,
});
const newest = async () =>
  (await db.read.select().from(meetingSeries).orderBy(desc(meetingSeries.madeAt)).limit(1))[0]!;
const page = async (path: string, as: TestPerson) => textOf(await visit(path, { as }));
const arranged = () =>
  arrange(tove, { firstDay: today(), rule: 'FREQ=WEEKLY;INTERVAL=2', hostId: mara.id }, Date.now());
/** The second meeting of a series: the first may be today and over. */
const second = async (seriesId: string) => (await meetingsOf(seriesId))[1]!;

describe('arranging a series', () => {
  it('makes it from a form, with its meetings, and leads to it', async () => {
    const answer = await submit(paths.newMeetingSeries(), filled(), { as: tove });
    const series = await newest();
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, paths.meetingSeries(series.id)]);
    expect(series).toMatchObject({
      ...{ timezone: 'Europe/Berlin', minutes: 45, hostId: mara.id, inviteDays: 7, madeBy: tove.id },
      rule: expect.stringMatching(/^FREQ=WEEKLY;INTERVAL=2;BYDAY=[A-Z]{2}$/),
    });
    expect((await meetingsOf(series.id)).length).toBeGreaterThanOrEqual(8);
    const words = await page(paths.meetingSeries(series.id), noor);
    expect(words).toMatch(/every two weeks on \w+day at 23:30/i);
    expect(words).toContain('meet.example');
  });

  it('shows the next dates without making anything, with what clocks do to them', async () => {
    const before = await db.read.$count(meetingSeries);
    const fields = filled({
      ...{ look: 'yes', rhythm: 'custom', rule: 'FREQ=WEEKLY;BYDAY=SU', time: '02:30' },
      firstDay: /^....-0[4-9]|10/.test(today())
        ? today().replace(/-..-..$/, '-10-20')
        : today().slice(0, 4) + '-03-20',
    });
    const answer = await submit(paths.newMeetingSeries(), fields, { as: tove });
    expect(answer.status).toBe(200);
    expect((await textOf(answer)).match(/Sunday \d+ \w+ \d{4}, 0[23]:30/g)).toHaveLength(6);
    expect(await db.read.$count(meetingSeries)).toBe(before);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'a rule that never comes',
      { rhythm: 'custom', rule: 'FREQ=WEEKLY;UNTIL=20200101T000000' },
      /never comes/,
    ],
    ['a rule that is none', { rhythm: 'custom', rule: 'now and then' }, /no rule we can keep/],
    ['a zone that is none', { timezone: 'Mars/Olympus' }, /no such time zone/],
    ['a first day long ago', { firstDay: '2019-01-01' }, /more than a year ago/],
    ['a link that is none', { link: 'javascript:alert(1)' }, /no address to follow/],
    ['a host nobody knows', { host: 'Nobody at all' }, /Nobody here has that name/],
    ['an agenda that is none', { template: '../../etc' }, /agenda from the list/],
    ['minutes that are none', { minutes: '9000' }, /from 5 to 480/],
  ])('refuses %s, and keeps what was typed', async (_, change, words) => {
    const before = await db.read.$count(meetingSeries);
    const answer = await submit(paths.newMeetingSeries(), filled({ ...change, place: 'Room Noether' }), {
      as: tove,
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toMatch(words);
    expect(html).toContain('Room Noether');
    expect(await db.read.$count(meetingSeries)).toBe(before);
  });

  it('is for organisers', async () => {
    const id = await arranged();
    for (const path of [paths.newMeetingSeries(), paths.editMeetingSeries(id), paths.extraMeeting(id)]) {
      expect((await visit(path, { as: mara })).status).toBe(403);
      expect((await submit(path, filled(), { as: mara })).status).toBe(403);
    }
    expect((await submit(paths.meetingSeriesEnding(id), {}, { as: mara })).status).toBe(403);
    expect((await seriesRow(id)).endedAt).toBeNull();
  });
});

describe('changing a series', () => {
  it('shows both texts to whoever comes second, and loses neither', async () => {
    const id = await arranged();
    const first = await submit(paths.editMeetingSeries(id), filled({ version: '1', place: 'Room Grace' }), {
      as: tove,
    });
    expect(first.status).toBe(303);
    const late = await submit(paths.editMeetingSeries(id), filled({ version: '1', place: 'The roof' }), {
      as: tove,
    });
    expect(late.status).toBe(409);
    expect(await textOf(late)).toMatch(/Room Grace.*The roof/);
    expect((await seriesRow(id)).place).toBe('Room Grace');
  });

  it('does not save over what somebody else saved, after a refusal in between', async () => {
    const id = await arranged();
    await submit(paths.editMeetingSeries(id), filled({ version: '1' }), { as: tove });
    const refused = await submit(paths.editMeetingSeries(id), filled({ version: '1', minutes: 'x' }), {
      as: tove,
    });
    expect(await refused.text()).toMatch(/name="version"[^>]*value="1"/);
  });

  it('says where a zone is known no longer, on its page and at an organiser’s home', async () => {
    const id = await arranged();
    await db.write((tx) =>
      tx.update(meetingSeries).set({ timezone: 'Atlantis/Poseidonis' }).where(eq(meetingSeries.id, id)),
    );
    expect(await page(paths.meetingSeries(id), noor)).toContain('Atlantis/Poseidonis no longer');
    expect(await page(paths.home(), tove)).toContain('Atlantis/Poseidonis');
    expect(await page(paths.home(), noor)).not.toContain('Atlantis/Poseidonis');
    expect((await visit(paths.editMeetingSeries(id), { as: tove })).status).toBe(200);
  });

  it('ends it, and takes that back', async () => {
    const id = await arranged();
    await submit(paths.meetingSeriesEnding(id), {}, { as: tove });
    expect((await seriesRow(id)).endedBy).toBe(tove.id);
    expect(await page(paths.meetings(), mara)).toContain('Ended');
    await submit(paths.meetingSeriesEnding(id), { undo: 'yes' }, { as: tove });
    expect((await seriesRow(id)).endedAt).toBeNull();
    expect((await second(id)).state).toBe('planned');
  });
});

describe('one meeting', () => {
  it('is for everybody to see, in words, and to answer', async () => {
    const meeting = await second(await arranged());
    const words = await page(paths.meeting(meeting.id), noor);
    expect(words).toContain('Room Ada');
    expect(words).not.toContain('Skip it');
    const answer = await submit(
      paths.meetingAnswer(meeting.id),
      { answer: 'yes', back: 'meetings' },
      { as: noor },
    );
    expect(answer.headers.get('Location')).toBe(paths.meetings());
    expect(await page(paths.meeting(meeting.id), mara)).toMatch(/1 comes.*Noor Haddad/);
    expect((await submit(paths.meetingAnswer(meeting.id), { answer: 'perhaps' }, { as: noor })).status).toBe(
      400,
    );
  });

  it('is told in its own zone too, where that is another than the organisation’s', async () => {
    const meeting = await second(await arranged());
    expect(await page(paths.meeting(meeting.id), noor)).toMatch(/UTC.*\(Europe\/Berlin\)/);
  });

  it('is run by its host and by organisers, and by nobody else', async () => {
    const meeting = await second(await arranged());
    const { id } = meeting;
    for (const path of [
      paths.moveMeeting(id),
      paths.editMeeting(id),
      paths.meetingSkipping(id),
      paths.meetingInvitations(id),
    ])
      expect((await submit(path, {}, { as: noor })).status).toBe(403);
    const moved = await submit(
      paths.moveMeeting(id),
      { day: dayFromNow(20), time: '16:15', version: '1' },
      { as: mara },
    );
    expect(moved.status).toBe(303);
    expect(await meetingRow(id)).toMatchObject({ wall: `${dayFromNow(20)}T16:15`, version: 2, sequence: 1 });
    expect(await page(paths.meeting(id), noor)).toMatch(/Mara Lindqvist moved it/);
  });

  it('says so to whoever moves what somebody else has moved', async () => {
    const { id } = await second(await arranged());
    const fields = { day: dayFromNow(20), time: '16:15', version: '1' };
    await submit(paths.moveMeeting(id), fields, { as: tove });
    const late = await submit(paths.moveMeeting(id), { ...fields, time: '11:00' }, { as: mara });
    expect(late.status).toBe(409);
    expect((await meetingRow(id)).wall).toContain('16:15');
    const past = await submit(
      paths.moveMeeting(id),
      { ...fields, day: dayFromNow(-2), version: '2' },
      { as: mara },
    );
    expect(past.status).toBe(422);
  });

  it('invites in one go, and a move after that tells everybody once', async () => {
    await champion(noor);
    const { id } = await second(await arranged());
    await submit(paths.meetingInvitations(id), {}, { as: tove });
    expect(await invitedTo(id)).toEqual(expect.arrayContaining([tove.id, noor.id]));
    await submit(paths.meetingInvitations(id), {}, { as: tove });
    await submit(paths.moveMeeting(id), { day: dayFromNow(20), time: '16:15', version: '2' }, { as: tove });
    expect((await toldOf(noor)).map((text) => text.split(':')[0])).toEqual(['You are invited', 'Moved']);
    expect(await invite(id, null, Date.now())).toEqual({ invited: 0 });
  });

  it('is skipped, and takes place after all', async () => {
    const { id } = await second(await arranged());
    await submit(paths.meetingSkipping(id), {}, { as: mara });
    expect((await meetingRow(id)).state).toBe('skipped');
    expect(await page(paths.meeting(id), noor)).toContain('does not take place');
    await submit(paths.meetingSkipping(id), { undo: 'yes' }, { as: mara });
    expect((await meetingRow(id)).state).toBe('planned');
  });

  it('has a place and a link of its own', async () => {
    const { id } = await second(await arranged());
    const fields = {
      ...filled(),
      title: 'With a guest',
      place: 'The roof',
      link: '',
      host: '',
      version: '1',
    };
    expect((await submit(paths.editMeeting(id), fields, { as: mara })).status).toBe(303);
    expect(await meetingRow(id)).toMatchObject({
      title: 'With a guest',
      place: 'The roof',
      link: null,
      hostId: null,
    });
    expect((await submit(paths.editMeeting(id), fields, { as: tove })).status).toBe(409);
  });

  it('is added where the rhythm has none', async () => {
    const seriesId = await arranged();
    const fields = { day: dayFromNow(3), time: '09:15' };
    const answer = await submit(paths.extraMeeting(seriesId), fields, { as: tove });
    expect(answer.status).toBe(303);
    const [extra] = await db.read
      .select()
      .from(meetings)
      .where(and(eq(meetings.seriesId, seriesId), eq(meetings.wall, `${dayFromNow(3)}T09:15`)))
      .orderBy(asc(meetings.id));
    expect(answer.headers.get('Location')).toBe(paths.meeting(extra!.id));
    expect((await submit(paths.extraMeeting(seriesId), fields, { as: tove })).status).toBe(422);
  });
});

describe('the overview', () => {
  it('has the next meeting, the series in words, and pages through what is past', async () => {
    const seriesId = await arranged();
    const words = await page(paths.meetings(), mara);
    expect(words).toMatch(/Next.*Security guild/);
    expect(words).toMatch(/every two weeks/i);
    expect(words).not.toContain('New series');
    const rows = Array.from({ length: 25 }, (_, nth) => nth);
    const [one] = await meetingsOf(seriesId);
    await db.write(async (tx) => {
      for (const nth of rows)
        await tx.insert(meetings).values({
          ...one!,
          ...{
            id: `past${String(nth).padStart(12, '0')}`,
            occurrence: null,
            title: `Past ${nth}.`,
            state: 'ended',
          },
          startsAt: Date.now() - (nth + 10) * day,
        });
    });
    const first = await (await visit(paths.meetings(), { as: mara })).text();
    expect(first).toContain('Past 0.');
    expect(first).not.toContain('Past 20.');
    const [, next] = /href="(\/meetings\?before=[^"#]+)/.exec(first)!;
    const rest = await page(next!, mara);
    expect(rest).toContain('Past 20.');
    expect(rest).not.toContain('Past 0.');
  });

  it('counts somebody in, and out again', async () => {
    const id = await arranged();
    await submit(paths.meetingSeriesWish(id), { wish: 'invited' }, { as: noor });
    expect(await page(paths.meetingSeries(id), noor)).toContain('because you asked to be');
    await submit(paths.meetingSeriesWish(id), { wish: 'left-out' }, { as: noor });
    expect(await page(paths.meetingSeries(id), noor)).toContain('because you asked not to be');
    expect((await submit(paths.meetingSeriesWish(id), {}, { as: noor })).status).toBe(400);
  });
});
