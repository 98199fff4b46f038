import { eq } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { heldRoles } from '#app/accounts/roles.server.ts';
import { configuration } from '#app/configuration.server.ts';
import { asSubject } from '#app/notices/letter.ts';
import type { Writer } from '#app/notices/notice-letter.server.ts';
import { paths } from '#app/paths.ts';
import { shortly } from '#app/calendars/when.ts';
import { db } from '#db/database.server.ts';
import { meetings } from '#db/schema/meetings.ts';

import { isBare } from './minutes.ts';
import { minutesMarkdown } from './minutes-markdown.ts';
import { minutesOf } from './minutes.server.ts';

/**
 * The minutes as a letter, as its receiver may read them at the moment it is sent; null where that is nothing. The mail
 * server gets nothing that the receiver would not find on the page.
 */
export const writeMinutesLetter: Writer = async ({ personId, subjectId }) => {
  const [meeting] = await db.read
    .select()
    .from(meetings)
    .where(eq(meetings.id, subjectId ?? ''));
  if (!meeting || meeting.minutesAt === null) return null;
  const minutes = await minutesOf({ id: personId, roles: await heldRoles(personId) }, meeting);
  if (isBare(minutes)) return null;
  const { origin } = configuration;
  return {
    subject: asSubject(`Minutes: ${meeting.title}, ${shortly(meeting.startsAt, meeting.timezone)}`),
    text: [
      minutesMarkdown(minutes, await zoneHere()).trimEnd(),
      `These minutes, with whatever has changed since:\n${origin}${paths.meetingMinutes(meeting.id)}`,
      `-- \nYou can do without mail of this kind: ${origin}${paths.accountNotices()}`,
    ].join('\n\n'),
  };
};
