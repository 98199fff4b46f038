/** Who comes: yes, maybe, no, until a meeting is over. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { invitees, meetings } from '#db/schema/meetings.ts';

import { type Answer, mayAnswer } from './meeting.ts';

/** Keeps what a person answers, invited or not. Refuses a meeting that is over or does not take place. */
export async function reply(
  meetingId: string,
  personId: string,
  answer: Answer,
  now: number,
): Promise<{ answered: true } | { refused: 'not-now' }> {
  return db.write(async (tx) => {
    const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, meetingId));
    if (!meeting || !mayAnswer(meeting, now)) return { refused: 'not-now' };
    await tx
      .insert(invitees)
      .values({ meetingId, personId, answer, answeredAt: now })
      .onConflictDoUpdate({
        target: [invitees.meetingId, invitees.personId],
        set: { answer, answeredAt: now },
      });
    return { answered: true };
  });
}

export type Replies = Record<Answer, number> & { own: Answer | null; invited: number };

/** What was answered to each of these meetings, and by one person; who has left counts no more. */
export async function repliesTo(ids: string[], personId: string): Promise<Map<string, Replies>> {
  const all = new Map(ids.map((id) => [id, { yes: 0, maybe: 0, no: 0, own: null, invited: 0 } as Replies]));
  if (ids.length === 0) return all;
  const rows = await db.read
    .select({
      meetingId: invitees.meetingId,
      personId: invitees.personId,
      answer: invitees.answer,
      invitedAt: invitees.invitedAt,
    })
    .from(invitees)
    .innerJoin(people, and(eq(people.id, invitees.personId), isNull(people.deactivatedAt)))
    .where(inArray(invitees.meetingId, ids));
  for (const row of rows) {
    const replies = all.get(row.meetingId)!;
    if (row.invitedAt !== null) replies.invited += 1;
    if (row.answer) replies[row.answer] += 1;
    if (row.personId === personId) replies.own = row.answer;
  }
  return all;
}

/** Who said that they come to a meeting, by name. */
export const comingTo = (meetingId: string): Promise<{ id: string; name: string }[]> =>
  db.read
    .select({ id: people.id, name: people.name })
    .from(invitees)
    .innerJoin(people, and(eq(people.id, invitees.personId), isNull(people.deactivatedAt)))
    .where(and(eq(invitees.meetingId, meetingId), eq(invitees.answer, 'yes')))
    .orderBy(asc(people.name), asc(people.id));
