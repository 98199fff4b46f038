import { and, eq, isNotNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { concerns } from '#db/schema/concerns.ts';

import { around } from './around.server.ts';
import { tended } from './chain.ts';
import { tend } from './steps.server.ts';

const running = and(eq(concerns.state, 'open'), isNotNull(concerns.dueAt));

/**
 * Moves up what has waited too long, and hands over what somebody stands in for. Looks first and writes only where
 * there is something to do, each concern by itself; whoever comes second finds nothing left to do.
 */
export async function moveConcerns(now: number): Promise<void> {
  const waiting = await db.read.select().from(concerns).where(running);
  for (const concern of waiting) {
    if (!tended(concern, await around(concern, now), now)) continue;
    await db.write(async (tx) => {
      const [still] = await tx
        .select()
        .from(concerns)
        .where(and(eq(concerns.id, concern.id), running));
      if (still) await tend(tx, still, now);
    });
  }
}

/** The same at once for what one person holds or another holds for them: they are away, or back. */
export async function moveConcernsOf(personId: string, now: number): Promise<void> {
  await db.write(async (tx) => {
    const open = await tx.select().from(concerns).where(running);
    for (const concern of open)
      if (concern.holderId === personId || concern.standsInFor === personId) await tend(tx, concern, now);
  });
}
