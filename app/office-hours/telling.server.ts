/** What people are told of office hours. Of what somebody wants to talk about, no notice says a word. */
import { namesOf } from '#app/accounts/people.server.ts';
import { zoneHere } from '#app/accounts/organisation.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { dropWaiting, post } from '#app/notices/outbox.server.ts';
import type { Tx } from '#db/database.ts';

import type { Slot } from './slot.ts';
import { whenInWords } from './when.ts';

/** A moment and the name of somebody, as notices say them. */
export async function namedAt(at: number, personId: string): Promise<{ when: string; who: string }> {
  const [zone, names] = [await zoneHere(), await namesOf([personId])];
  return { when: whenInWords(at, zone), who: names.get(personId) ?? 'somebody' };
}

/** Tells somebody something about office hours. */
export const tellOf = (tx: Tx, personId: string, text: string, path: string, now: number) =>
  tell(tx, { personId, kind: 'office-hours', text, path, now });

/**
 * Has a booking written into both calendars, or out of them: the letter says what is true when it is sent, so that one
 * which still waits is dropped for it.
 */
export async function postBooking(
  tx: Tx,
  booking: { id: string; personId: string },
  { hostId }: Pick<Slot, 'hostId'>,
  now: number,
): Promise<void> {
  const [personIds, about] = [
    [...new Set([booking.personId, hostId])],
    { kind: 'booking', subjectId: booking.id },
  ];
  await dropWaiting(tx, { ...about, personIds, now });
  for (const personId of personIds) await post(tx, { ...about, personId, now });
}
