import { and, eq } from 'drizzle-orm';

import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';

import { audit } from './audit.server.ts';
import { hashPassword, verifyPassword } from './password.server.ts';
import { endSessionsOf } from './session.server.ts';
import { countOwnPassword, forgiveOwnPassword } from './throttle.server.ts';
import { withdrawTokens } from './tokens.server.ts';
import type { Viewer } from './viewer.ts';

/** Changes one's own name. */
export async function rename(who: Viewer, name: string, now: number): Promise<void> {
  await db.write(async (tx) => {
    const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, who.id));
    if (!person || person.name === name) return;
    await tx.update(people).set({ name }).where(eq(people.id, who.id));
    const details = { from: person.name, to: name };
    await audit(tx, { event: 'name-changed', actorId: who.id, details, at: now });
  });
}

/** Changes one's own password, given the one before. Every other session ends. */
export async function changePassword(
  who: Viewer & { sessionKey: string },
  { current, next }: { current: string; next: string },
  now: number,
): Promise<{ changed: true } | { refused: 'wrong' } | { refused: 'too-many'; seconds: number }> {
  const seconds = await countOwnPassword(who.id);
  if (seconds > 0) return { refused: 'too-many', seconds };
  const [person] = await db.read
    .select({ stored: people.passwordHash })
    .from(people)
    .where(eq(people.id, who.id));
  if (!person || !(await verifyPassword(person.stored, current))) return { refused: 'wrong' };
  await forgiveOwnPassword(who.id);

  const passwordHash = await hashPassword(next);
  return db.write(async (tx) => {
    // Only if it is still the password that was checked: of two changes at once, the second must know the first.
    const changed = await tx
      .update(people)
      .set({ passwordHash })
      .where(and(eq(people.id, who.id), eq(people.passwordHash, person.stored)))
      .returning({ id: people.id });
    if (changed.length === 0) return { refused: 'wrong' };
    await endSessionsOf(who.id, who.sessionKey);
    await withdrawTokens(tx, 'password-reset', { personId: who.id }, now);
    await audit(tx, { event: 'password-changed', actorId: who.id, at: now });
    await tell(tx, {
      personId: who.id,
      kind: 'account',
      text: 'Your password was changed, and your other sessions ended. If this was not you, tell an administrator now.',
      path: paths.accountSessions(),
      now,
    });
    return { changed: true };
  });
}
