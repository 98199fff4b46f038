import { lt, lte, or } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { sessions, tokens } from '#db/schema/accounts.ts';

import { forgetStaleDevices } from './known-devices.server.ts';

/** How long a link that no longer opens is remembered. */
const REMEMBERED = 30 * 86_400_000;

/**
 * Deletes what lets nobody in any more: sessions that have run out, links that ended a month ago (and the address an
 * invitation was for with it), browsers that nobody has signed in from for a year.
 */
export async function sweep(now: number): Promise<void> {
  const longAgo = now - REMEMBERED;
  await db.write(async (tx) => {
    await tx.delete(sessions).where(lte(sessions.expiresAt, now));
    await tx
      .delete(tokens)
      .where(or(lt(tokens.expiresAt, longAgo), lt(tokens.usedAt, longAgo), lt(tokens.withdrawnAt, longAgo)));
    await forgetStaleDevices(tx, now);
  });
}
