import { beforeAll, expect, it } from 'vitest';

import { officeHourEventsOf } from '#app/office-hours/calendar-events.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { bookings, officeHours, sittings } from '#db/schema/office-hours.ts';
import { day, hour, minute, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

const startsAt = Date.UTC(2026, 2, 5, 14);
let mara: TestPerson;
let jonas: TestPerson;
let sittingId: string;
let bookingId: string;

async function sittingOf(
  host: TestPerson,
  others: Partial<typeof sittings.$inferInsert> = {},
): Promise<string> {
  const officeHoursId = newId();
  const id = newId();
  const timezone = 'Europe/Berlin';
  await db.write(async (tx) => {
    await tx.insert(officeHours).values({
      id: officeHoursId,
      hostId: host.id,
      about: '',
      rule: 'FREQ=WEEKLY;BYDAY=TH',
      firstDay: '2026-03-05',
      time: '15:00',
      timezone,
      minutes: 60,
      slotMinutes: 20,
      place: 'Room Ada',
      madeAt: now,
      version: 1,
    });
    await tx.insert(sittings).values({
      id,
      officeHoursId,
      occurrence: '2026-03-05T15:00',
      hostId: host.id,
      timezone,
      startsAt,
      endsAt: startsAt + hour,
      slotMinutes: 20,
      place: 'Room Ada',
      sequence: 0,
      ...others,
    });
  });
  return id;
}

async function booked(
  person: TestPerson,
  others: Partial<typeof bookings.$inferInsert> = {},
): Promise<string> {
  const id = newId();
  await db.write((tx) =>
    tx.insert(bookings).values({
      id,
      sittingId,
      startsAt: startsAt + 20 * minute,
      minutes: 20,
      personId: person.id,
      topic: 'Quetzalcoatlus',
      tried: 'Quetzalcoatlus',
      madeAt: now,
      version: 1,
      sequence: 0,
      ...others,
    }),
  );
  return id;
}

beforeAll(async () => {
  mara = await somebody('Mara Lindqvist');
  jonas = await somebody('Jonas Brandt');
  sittingId = await sittingOf(mara);
  bookingId = await booked(jonas);
});

it('are what somebody booked, with whom, and never about what', async () => {
  const events = await officeHourEventsOf(jonas.id, now);
  expect(events).toEqual([
    {
      uid: `booking-${bookingId}`,
      sequence: 0,
      wall: '2026-03-05T15:20',
      timezone: 'Europe/Berlin',
      startsAt: startsAt + 20 * minute,
      minutes: 20,
      title: 'Office hours with Mara Lindqvist',
      place: 'Room Ada',
      link: null,
      cancelled: false,
      changedAt: now,
    },
  ]);
  expect(JSON.stringify(events)).not.toContain('Quetzalcoatlus');
});

it('are the sittings somebody hosts, without who comes', async () => {
  expect(await officeHourEventsOf(mara.id, now)).toMatchObject([
    { uid: `sitting-${sittingId}`, title: 'Office hours', wall: '2026-03-05T15:00', minutes: 60 },
  ]);
});

it('that were given back or called off are off for some weeks, and then gone', async () => {
  const tom = await somebody('Tom Adeyemi');
  await booked(tom, { releasedAt: now + hour, sequence: 1 });
  await sittingOf(tom, { cancelledAt: now + hour, sequence: 1 });
  const events = await officeHourEventsOf(tom.id, now + day);
  expect(events.map(({ cancelled, sequence }) => [cancelled, sequence])).toEqual([
    [true, 1],
    [true, 1],
  ]);
  expect(await officeHourEventsOf(tom.id, now + 30 * day)).toEqual([]);
});

it('in a zone that is known no longer are at the moment that was kept', async () => {
  const noor = await somebody('Noor Haddad');
  await sittingOf(noor, { timezone: 'Mars/Base' });
  expect(await officeHourEventsOf(noor.id, now)).toMatchObject([{ timezone: 'Mars/Base', startsAt }]);
});
