/** What goes out about a meeting to whoever is invited: a notice, and a letter that their calendar reads. */
import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';

import { tellAll } from '#app/notices/notices.server.ts';
import { dropWaiting, postAll } from '#app/notices/outbox.server.ts';
import { paths } from '#app/paths.ts';
import type { Tx } from '#db/database.ts';
import { inParts } from '#db/parts.ts';
import { invitees } from '#db/schema/meetings.ts';

/** The kind of the letters; they are written by `invitation-letter.server.ts`, from what holds when they are sent. */
export const INVITATION = 'invitation';

type Telling = { meetingId: string; personIds: string[]; text: string; byId: string | null; now: number };

/**
 * Tells people of a meeting, and puts a letter for each into the outbox. One that still waits there is dropped for it:
 * the new one says all that it would have, and one that is being sent at this moment may say what is over.
 */
export async function postInvitations(tx: Tx, { meetingId, personIds, text, byId, now }: Telling) {
  for (const part of inParts(personIds))
    await dropWaiting(tx, { personIds: part, kind: INVITATION, subjectId: meetingId, now });
  const others = personIds.filter((personId) => personId !== byId);
  await tellAll(tx, others, { kind: 'meeting', text, path: paths.meeting(meetingId), now });
  await postAll(tx, personIds, { kind: INVITATION, as: 'meeting', subjectId: meetingId, now });
}

/** Who has a meeting in their calendar: whoever was invited, or said that they come. */
export async function invitedTo(tx: Tx, meetingId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: invitees.personId })
    .from(invitees)
    .where(
      and(
        eq(invitees.meetingId, meetingId),
        or(isNotNull(invitees.invitedAt), inArray(invitees.answer, ['yes', 'maybe'])),
      ),
    );
  return rows.map(({ id }) => id);
}
