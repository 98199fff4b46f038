/** Codes that are shown in the room, and people who say with them that they are there. */
import { randomInt, timingSafeEqual } from 'node:crypto';

import { and, desc, eq, gt } from 'drizzle-orm';

import { countCheckIn, forgiveCheckIn } from '#app/accounts/throttle.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { checkInCodes, meetings } from '#db/schema/meetings.ts';

import { CODE_LENGTH, CODE_LIVES, codeSigns, codeTyped, type Door, doorOf } from './check-in.ts';
import { mark } from './marking.server.ts';

type Meeting = typeof meetings.$inferSelect;

const newCode = () =>
  Array.from({ length: CODE_LENGTH }, () => codeSigns[randomInt(codeSigns.length)]).join('');

/** Makes a code for a meeting; those that live already go on living. Refuses before its time and after it. */
export async function makeCode(
  meetingId: string,
  by: { id: string },
  now: number,
): Promise<{ code: string; expiresAt: number } | { refused: Exclude<Door, 'open'> }> {
  return db.write(async (tx) => {
    const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, meetingId));
    const door = meeting ? doorOf(meeting, now) : 'over';
    if (door !== 'open') return { refused: door };
    const made = { code: newCode(), expiresAt: now + CODE_LIVES };
    await tx.insert(checkInCodes).values({ id: newId(), meetingId, ...made, madeAt: now, madeBy: by.id });
    return made;
  });
}

/** The codes of a meeting that live, the one that lives longest first; for whoever runs it. */
export const liveCodes = (meetingId: string, now: number) =>
  db.read
    .select({ code: checkInCodes.code, expiresAt: checkInCodes.expiresAt })
    .from(checkInCodes)
    .where(and(eq(checkInCodes.meetingId, meetingId), gt(checkInCodes.expiresAt, now)))
    .orderBy(desc(checkInCodes.expiresAt), desc(checkInCodes.id));

const bytes = (code: string) => Buffer.from(code.slice(0, 32).padEnd(32), 'utf16le');

/** Whether a code is among others, in a time that says nothing of them. */
const isAmong = (code: string, codes: readonly string[]): boolean =>
  codes.map((one) => timingSafeEqual(bytes(one), bytes(code))).includes(true);

export type CheckIn =
  | { checkedIn: 'now' | 'before' }
  | { refused: 'wait'; seconds: number }
  | { refused: 'wrong' | 'marked-absent' | Exclude<Door, 'open'> };

/**
 * Marks somebody as present by a code they read in the room. Refuses whatever is not a code of this meeting that lives
 * now, in the same way whatever else it may be; after many tries, for a while; and whom the host marked as absent, with a
 * right code.
 */
export async function checkIn(
  meeting: Meeting,
  person: { id: string },
  text: string,
  now: number,
): Promise<CheckIn> {
  const door = doorOf(meeting, now);
  if (door === 'skipped' || door === 'early') return { refused: door };
  const seconds = await countCheckIn(person.id);
  if (seconds > 0) return { refused: 'wait', seconds };
  const live = await liveCodes(meeting.id, now);
  const isRight = isAmong(
    codeTyped(text),
    live.map(({ code }) => code),
  );
  if (!isRight) return { refused: door === 'over' ? 'over' : 'wrong' };
  await forgiveCheckIn(person.id);
  const marked = await mark(
    meeting.id,
    { personId: person.id, present: true, how: 'code', note: '', seen: 'whatever' },
    person,
    now,
  );
  if ('refused' in marked && marked.refused === 'marked-absent') return { refused: marked.refused };
  if ('refused' in marked) return { refused: marked.refused === 'skipped' ? 'skipped' : 'early' };
  return { checkedIn: marked.changed ? 'now' : 'before' };
}
