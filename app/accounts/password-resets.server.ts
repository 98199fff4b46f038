import { eq } from 'drizzle-orm';

import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';

import { audit } from './audit.server.ts';
import { forgetDevices } from './known-devices.server.ts';
import { hashPassword } from './password.server.ts';
import { endSessionsOf } from './session.server.ts';
import { forgiveAccount } from './throttle.server.ts';
import { makeToken, spendToken, withdrawTokens } from './tokens.server.ts';
import type { Viewer } from './viewer.ts';

/** Makes a link by which a person chooses a new password; it is shown once, and the person is told. */
export async function makePasswordReset(
  by: Viewer,
  personId: string,
  now: number,
): Promise<{ token: string } | { refused: 'unknown' | 'left' }> {
  return db.write(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    if (!person) return { refused: 'unknown' };
    if (person.deactivatedAt !== null) return { refused: 'left' };
    await withdrawTokens(tx, 'password-reset', { personId }, now);
    const token = await makeToken(tx, { purpose: 'password-reset', personId, madeBy: by.id, now, days: 1 });
    await audit(tx, { event: 'reset-link-made', actorId: by.id, subjectId: personId, at: now });
    await tell(tx, {
      personId,
      kind: 'account',
      text: `An administrator made a link to reset your password. If you did not ask for one, ask ${by.name} about it.`,
      path: paths.account(),
      now,
    });
    return { token };
  });
}

/** Ends a person's open reset links. Answers whether there were any. */
export async function withdrawPasswordReset(
  by: Viewer,
  personId: string,
  now: number,
): Promise<{ withdrawn: boolean }> {
  return db.write(async (tx) => {
    if ((await withdrawTokens(tx, 'password-reset', { personId }, now)) === 0) return { withdrawn: false };
    await audit(tx, { event: 'reset-link-withdrawn', actorId: by.id, subjectId: personId, at: now });
    return { withdrawn: true };
  });
}

/** Chooses a new password by a link. Every session, known browser and other such link of the person ends. */
export async function resetPassword(
  token: string,
  password: string,
  now: number,
): Promise<{ personId: string } | { refused: 'dead' }> {
  const passwordHash = await hashPassword(password);
  const reset = await db.write(async (tx) => {
    const used = await spendToken(tx, 'password-reset', token, now);
    if (!used?.personId) return null;
    const { personId } = used;
    const [person] = await tx.update(people).set({ passwordHash }).where(eq(people.id, personId)).returning();
    await endSessionsOf(personId);
    await forgetDevices(tx, personId);
    await withdrawTokens(tx, 'password-reset', { personId }, now);
    await audit(tx, { event: 'reset-link-used', actorId: personId, at: now });
    await tell(tx, {
      personId,
      kind: 'account',
      text: 'The link to reset your password was used, and you were signed out everywhere. If this was not you, tell an administrator now.',
      path: paths.accountSessions(),
      now,
    });
    return { personId, email: person!.email };
  });
  if (!reset) return { refused: 'dead' };
  await forgiveAccount(reset.email);
  return { personId: reset.personId };
}
