/** Hosts, their hours and what people book, through the commands that pages use. */
import { eq } from 'drizzle-orm';

import { noticesOf } from '#app/notices/notices.server.ts';
import { book } from '#app/office-hours/booking.server.ts';
import { makeHours } from '#app/office-hours/hours.server.ts';
import type { HoursDraft } from '#app/office-hours/hours.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { bookings, sittings } from '#db/schema/office-hours.ts';
import { now } from '#test/support/clock.ts';

type Person = { id: string };

/** Every Thursday at 14:00 in Berlin for an hour, in four parts. */
export const weekly: HoursDraft = {
  about: 'Threat models',
  rule: 'FREQ=WEEKLY;BYDAY=TH',
  firstDay: '2026-03-05',
  time: '14:00',
  timezone: 'Europe/Berlin',
  minutes: 60,
  slotMinutes: 15,
  place: 'Room Ada',
  link: null,
};

/** The first Thursday of those hours, 14:00 in Berlin. */
export const thursday = Date.UTC(2026, 2, 5, 13);
export const quarter = 15 * 60_000;

/** Hours of a host. Returns them with their sittings, soonest first. */
export async function hoursOf(host: Person, others: Partial<HoursDraft> = {}, at = now) {
  const id = await makeHours(host, { ...weekly, ...others, id: newId() }, at);
  return { id, sittings: await sittingsOf(id) };
}

export const sittingsOf = (officeHoursId: string) =>
  db.read.select().from(sittings).where(eq(sittings.officeHoursId, officeHoursId)).orderBy(sittings.startsAt);

type Wanted = { sittingId?: string | null; topic?: string; tried?: string; now?: number };

/** Books a time; with whoever is free unless a sitting is named. */
export const booking = (by: Person, at: number, wanted: Wanted = {}) =>
  book(
    by,
    {
      id: newId(),
      at,
      sittingId: wanted.sittingId ?? null,
      topic: wanted.topic ?? 'Signing our images',
      tried: wanted.tried ?? 'Read the lesson.',
    },
    wanted.now ?? now,
  );

/** The same, where it must succeed. Returns its row. */
export async function booked(by: Person, at: number, wanted: Wanted = {}) {
  const made = await booking(by, at, wanted);
  if ('refused' in made) throw new Error(made.refused);
  return bookingRow(made.id);
}

export const bookingRow = async (id: string) =>
  (await db.read.select().from(bookings).where(eq(bookings.id, id)))[0]!;

export const texts = async (person: Person) =>
  (await noticesOf(person, null)).notices.map(({ text }) => text);

export const leave = (person: Person, at: number) =>
  db.write((tx) => tx.update(people).set({ deactivatedAt: at }).where(eq(people.id, person.id)));
