import { setTimeout as pause } from 'node:timers/promises';

import { and, eq, isNull } from 'drizzle-orm';

import { configuration } from '#app/configuration.server.ts';
import type { Writer } from '#app/notices/notice-letter.server.ts';
import { post } from '#app/notices/outbox.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';

import { audit } from './audit.server.ts';
import { organisation } from './organisation.server.ts';
import { countResetRequest } from './throttle.server.ts';
import { makeToken } from './tokens.server.ts';

/** Longer than writing takes, so that the time of an answer does not tell whose address is known. */
const ANSWER_AFTER = 400;
const HOURS = 1;

/**
 * Has a link to choose a new password sent to an address (lower case). Whether it belongs to anybody here is told to
 * nobody: neither by what is answered nor by how long that takes.
 */
export async function askForReset(
  email: string,
  address: string,
  now: number,
): Promise<{ asked: true } | { refused: 'too-many'; seconds: number }> {
  const seconds = await countResetRequest(email, address);
  if (seconds > 0) return { refused: 'too-many', seconds };
  const asking = db.write(async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.email, email), isNull(people.deactivatedAt)));
    if (!person) return;
    await post(tx, { personId: person.id, kind: 'password-reset', now });
    await audit(tx, { event: 'reset-link-asked', actorId: null, subjectId: person.id, at: now });
  });
  await Promise.all([asking, pause(ANSWER_AFTER)]);
  return { asked: true };
}

/** The letter with such a link, which is made as it is sent. Links that are on their way already stay good. */
export const writeResetLetter: Writer = async ({ personId }, now) => {
  const here = await organisation();
  const token = await db.write(async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.deactivatedAt)));
    return person ? makeToken(tx, { purpose: 'password-reset', personId, now, days: HOURS / 24 }) : null;
  });
  if (token === null) return null;
  return {
    subject: 'Choose a new password',
    text: [
      `Somebody, most likely you, asked for a new password for your account at ${here?.name ?? 'Guildhall'}.`,
      `Choose it here, within the hour:\n${configuration.origin}${paths.passwordReset(token)}`,
      'The link works once. If it was not you, you need not do anything: your password stays as it is.',
    ].join('\n\n'),
  };
};
