/** Invitations that came by mail: what they have to say, and what they are read to say. */
import { setTimeout as pause } from 'node:timers/promises';

import { paths } from '#app/paths.ts';
import type { readByPython } from '#test/calendars/programs.ts';
import { type Mailbox, partsOf } from '#test/support/mailbox.ts';

import { disturb, type Kept, keptMeetings } from './calendar-house.ts';
import { inLine, ofMeeting, ofReading, type Time } from './calendar-times.ts';
import type { Northwind, Somebody } from './northwind.ts';

const PATIENCE_MS = 120_000;
/** so many of the meetings made by rule are invited to, besides every one around a change of clocks */
const SOME = 40;

/** The iCalendar text of the letters that come: so many. */
async function letters(mailbox: Mailbox, many: number): Promise<string[]> {
  for (const deadline = Date.now() + PATIENCE_MS; mailbox.received.length < many && Date.now() < deadline;)
    await pause(200);
  const came = mailbox.received.splice(0);
  if (came.length !== many) throw new Error(`${came.length} invitations came instead of ${many}.`);
  return came.map(({ raw }) => partsOf(raw).find(({ type }) => type.startsWith('text/calendar'))?.text ?? '');
}

type Asked = { method: string; uid: string; sequence: number; attendee: string; time: Time };
const inWords = ({ method, uid, sequence, attendee, time }: Asked) =>
  [method, uid, sequence, attendee, inLine(time)].join(' | ');

/** Invites the guild, then moves and skips some meetings. Returns the letters that came, and what they have to say. */
export async function correspond(
  northwind: Northwind,
  guild: Somebody[],
  mailbox: Mailbox,
): Promise<{ texts: string[]; expected: string[] }> {
  const { founder } = northwind;
  const host = new URL(northwind.origin).hostname;
  const said = (meeting: Kept) =>
    guild.map(({ email }) =>
      inWords({
        method: meeting.state === 'skipped' ? 'CANCEL' : 'REQUEST',
        uid: `meeting-${meeting.id}@${host}`,
        sequence: meeting.sequence,
        attendee: `mailto:${email}`,
        time: ofMeeting(meeting),
      }),
    );
  const before = keptMeetings(northwind);
  const invited = before.filter(({ occurrence }, at) => occurrence === null || at < SOME);
  for (const { id } of invited) await founder.post(paths.meetingInvitations(id));
  const first = await letters(mailbox, invited.length * guild.length);

  const disturbed = new Set((await disturb(founder, before)).map(({ id }) => id));
  const changed = keptMeetings(northwind).filter(
    ({ id }) => disturbed.has(id) && invited.some((one) => one.id === id),
  );
  const second = await letters(mailbox, changed.length * guild.length);
  return { texts: [...first, ...second], expected: [...invited, ...changed].flatMap(said) };
}

/** What python3-icalendar read in letters, in the words of what they have to say. */
export const ofLetters = (read: ReturnType<typeof readByPython>): string[] =>
  read.map(({ method, times: [one, another] }) =>
    one && !another ? inWords({ ...one, method, time: ofReading(one) }) : 'not one time',
  );
