/** Who comes: yes, maybe, no, until a meeting is over. */
import { and, asc, count, eq, inArray, isNotNull, isNull } from 'drizzle-orm';

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
  const [counted, own] = await Promise.all([
    db.read
      .select({
        meetingId: invitees.meetingId,
        answer: invitees.answer,
        people: count(),
        // A count leaves out where there is no moment.
        invited: count(invitees.invitedAt),
      })
      .from(invitees)
      .innerJoin(people, and(eq(people.id, invitees.personId), isNull(people.deactivatedAt)))
      .where(inArray(invitees.meetingId, ids))
      .groupBy(invitees.meetingId, invitees.answer),
    db.read
      .select({ meetingId: invitees.meetingId, answer: invitees.answer })
      .from(invitees)
      .where(
        and(inArray(invitees.meetingId, ids), eq(invitees.personId, personId), isNotNull(invitees.answer)),
      ),
  ]);
  for (const row of counted) {
    const replies = all.get(row.meetingId)!;
    replies.invited += row.invited;
    if (row.answer) replies[row.answer] += row.people;
  }
  for (const { meetingId, answer } of own) all.get(meetingId)!.own = answer;
  return all;
}

/** So many names a page shows of who comes. */
export const MOST_NAMES = 60;

/** Who said that they come to a meeting, by name; the first of them, where they are very many. */
export const comingTo = (meetingId: string): Promise<{ id: string; name: string }[]> =>
  db.read
    .select({ id: people.id, name: people.name })
    .from(invitees)
    .innerJoin(people, and(eq(people.id, invitees.personId), isNull(people.deactivatedAt)))
    .where(and(eq(invitees.meetingId, meetingId), eq(invitees.answer, 'yes')))
    .orderBy(asc(people.name), asc(people.id))
    .limit(MOST_NAMES);
