import { beforeAll, describe, expect, it } from 'vitest';

import { meetingEventsOf, seriesCalendar } from '#app/meetings/calendar-events.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { invitees, meetingSteps, seriesFollowers } from '#db/schema/meetings.ts';
import { champions } from '#test/concerns/known.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { meetingOn, seriesOf } from './known.ts';

type Series = Awaited<ReturnType<typeof seriesOf>>;
type Meeting = Awaited<ReturnType<typeof meetingOn>>;
let mara: TestPerson;
let priya: TestPerson;
let jonas: TestPerson;
let tom: TestPerson;
let guild: Series;
let march: Meeting;
let april: Meeting;

const idsOf = async (person: TestPerson, at = now) =>
  (await meetingEventsOf(person.id, at)).map(({ uid }) => uid);
const uids = (...meetings: Meeting[]) => meetings.map(({ id }) => `meeting-${id}`);
const step = (meeting: Meeting, what: 'moved' | 'skipped' | 'minutes-sent', at: number) =>
  db.write((tx) =>
    tx.insert(meetingSteps).values({ id: newId(), meetingId: meeting.id, step: what, at, note: '' }),
  );
const answers = (
  person: TestPerson,
  meeting: Meeting,
  answer: 'yes' | 'no' | null,
  invitedAt: number | null,
) =>
  db.write((tx) =>
    tx.insert(invitees).values({ meetingId: meeting.id, personId: person.id, answer, invitedAt }),
  );
const wishes = (person: TestPerson, series: Series, wish: 'invited' | 'left-out') =>
  db.write((tx) =>
    tx.insert(seriesFollowers).values({ seriesId: series.id, personId: person.id, wish, since: now }),
  );

beforeAll(async () => {
  mara = await somebody('Mara Lindqvist');
  priya = await somebody('Priya Raman', 'organiser');
  jonas = await somebody('Jonas Brandt');
  tom = await somebody('Tom Adeyemi');
  await champions((await squadOf('Payments', jonas)).id, jonas);
  guild = await seriesOf(mara);
  march = await meetingOn(guild, '2026-03-04');
  april = await meetingOn(guild, '2026-04-01');
});

describe('somebody’s meetings', () => {
  it('are those of the guild for champions, organisers and whoever hosts them, and for nobody else', async () => {
    for (const person of [mara, priya, jonas]) expect(await idsOf(person)).toEqual(uids(march, april));
    expect(await idsOf(tom)).toEqual([]);
  });

  it('are theirs as well who asked to be invited, or were', async () => {
    const ines = await somebody('Ines Moreau');
    await wishes(ines, guild, 'invited');
    expect(await idsOf(ines)).toEqual(uids(march, april));
    const noor = await somebody('Noor Haddad');
    await answers(noor, april, null, now);
    expect(await idsOf(noor)).toEqual(uids(april));
  });

  it('are not theirs who asked to be left out, but for what they were invited to', async () => {
    const wei = await somebody('Wei Chen', 'organiser');
    await wishes(wei, guild, 'left-out');
    expect(await idsOf(wei)).toEqual([]);
    await answers(wei, march, 'yes', now);
    expect(await idsOf(wei)).toEqual(uids(march));
  });

  it('are not those to which they said no', async () => {
    const lena = await somebody('Lena Fischer', 'organiser');
    await answers(lena, march, 'no', now);
    expect(await idsOf(lena)).toEqual(uids(april));
  });

  it('reach from 90 days back to a year ahead', async () => {
    const far = await seriesOf(tom, { firstDay: '2025-11-01' });
    for (const on of ['2025-12-02', '2025-12-10', '2027-03-03', '2027-03-10']) await meetingOn(far, on);
    const days = (await meetingEventsOf(tom.id, now)).map(({ wall }) => wall.slice(0, 10));
    expect(days).toEqual(['2025-12-10', '2027-03-03']);
  });

  it('that are skipped are off for some weeks, and then gone', async () => {
    const noah = await somebody('Noah Weber');
    const off = await meetingOn(await seriesOf(noah), '2026-05-06', { state: 'skipped', sequence: 1 });
    await step(off, 'skipped', now);
    await step(off, 'minutes-sent', now + 20 * day);
    const [event] = await meetingEventsOf(noah.id, now + 27 * day);
    expect(event).toMatchObject({ cancelled: true, sequence: 1, changedAt: now });
    expect(await meetingEventsOf(noah.id, now + 29 * day)).toEqual([]);
  });

  it('say where they are, and when that last changed', async () => {
    const ada = await somebody('Ada Okafor');
    const moved = await meetingOn(await seriesOf(ada), '2026-03-05', { place: 'Room Grace', sequence: 2 });
    await step(moved, 'moved', now + day);
    expect(await meetingEventsOf(ada.id, now)).toEqual([
      {
        uid: `meeting-${moved.id}`,
        sequence: 2,
        wall: '2026-03-05T17:00',
        timezone: 'Europe/Berlin',
        startsAt: Date.UTC(2026, 2, 5, 16),
        minutes: 60,
        title: 'Security guild',
        place: 'Room Grace',
        link: null,
        cancelled: false,
        changedAt: now + day,
      },
    ]);
  });
});

describe('the calendar of a series', () => {
  it('has its rule, and each that has been made with when the rule has it', async () => {
    const series = await seriesOf(mara, { name: 'War stories', sequence: 3 });
    await meetingOn(series, '2026-03-04', { wall: '2026-03-05T09:00' });
    await meetingOn(series, '2026-03-20', { occurrence: null });
    const found = await seriesCalendar(series.id);
    expect(found).toMatchObject({
      uid: `series-${series.id}`,
      sequence: 3,
      title: 'War stories',
      recurrence: { rule: 'FREQ=MONTHLY;BYDAY=1WE', firstDay: '2026-03-04', time: '17:00' },
      endedAt: null,
    });
    expect(found!.made.map(({ occurrence, event }) => [occurrence, event.wall])).toEqual([
      ['2026-03-04T17:00', '2026-03-05T09:00'],
      [null, '2026-03-20T17:00'],
    ]);
  });

  it('is none where there is no series', async () => {
    expect(await seriesCalendar('nothing')).toBeNull();
  });
});
