import ICAL from 'ical.js';
import { beforeEach, expect, it, vi } from 'vitest';

import { writeBookingLetter } from '#app/office-hours/booking-letter.server.ts';
import { release, takeAgain } from '#app/office-hours/release.server.ts';
import { hour, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { booked, hoursOf, leave, thursday } from './known.ts';

vi.hoisted(() => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:2525';
  process.env.MAIL_FROM = 'guildhall@northwind.example';
});

let mara: TestPerson;
let ines: TestPerson;
let id: string;
beforeEach(async () => {
  [mara, ines] = [await somebody('Mara'), await somebody('Ines', 'organiser')];
  const { sittings } = await hoursOf(ines, { link: 'https://meet.example/42' });
  ({ id } = await booked(mara, thursday, { sittingId: sittings[0]!.id, topic: 'Tokens in the log' }));
});

const letterTo = (person: { id: string }, at = now) =>
  writeBookingLetter({ personId: person.id, kind: 'booking', subjectId: id }, at);
async function event(person: { id: string }) {
  const { method, content } = (await letterTo(person))!.calendar!;
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  const of = calendar.getFirstSubcomponent('vevent')!;
  return {
    method,
    said: calendar.getFirstPropertyValue('method'),
    uid: String(of.getFirstPropertyValue('uid')),
    sequence: of.getFirstPropertyValue('sequence'),
    summary: of.getFirstPropertyValue('summary'),
    attendee: String(of.getFirstPropertyValue('attendee')),
    at: new Date((of.getFirstPropertyValue('dtstart') as ICAL.Time).toString()).toISOString().slice(0, 16),
  };
}

it('puts a booking into both calendars, and out of them, under one name and a rising number', async () => {
  const first = await event(mara);
  expect(first).toMatchObject({
    method: 'REQUEST',
    said: 'REQUEST',
    sequence: 0,
    summary: 'Office hours with Ines',
    attendee: `mailto:${mara.email}`,
  });
  expect(first.uid).toContain(`booking-${id}`);
  expect(await event(ines)).toMatchObject({ uid: first.uid, summary: 'Office hours with Mara' });
  await release(mara, id, now);
  expect(await event(ines)).toMatchObject({ method: 'CANCEL', said: 'CANCEL', sequence: 1, uid: first.uid });
  await takeAgain(mara, id, now);
  expect(await event(mara)).toMatchObject({ method: 'REQUEST', sequence: 2, uid: first.uid });
});

it('says nothing of what it is about, to nobody else, and nothing once it is over', async () => {
  expect(JSON.stringify([await letterTo(mara), await letterTo(ines)])).not.toContain('Tokens');
  expect(await letterTo(await somebody('Wei', 'organiser'))).toBeNull();
  expect(await letterTo(mara, thursday + hour)).toBeNull();
  await leave(ines, now);
  expect((await letterTo(mara))?.subject).toContain('Ines');
});
