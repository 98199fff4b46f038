import { eq } from 'drizzle-orm';

import { db } from './database.server.ts';
import { recurringWork } from './schema/notices.ts';

const HOUR = 3_600_000;
/** timers and clocks are a little off */
const SLACK = 1000;

type Last = { begunAt: number; doneAt: number | null };

/** What failed, or was cut off, is tried again after an hour at the latest. A clock that was wrong stops nothing. */
function isDue({ begunAt, doneAt }: Last, every: number, now: number): boolean {
  const isDone = doneAt !== null && doneAt >= begunAt;
  return Math.abs(now - begunAt) >= (isDone ? every : Math.min(every, HOUR)) - SLACK;
}

/** Takes the turn at some work that is done every so often. Of all who ask, in whatever process, one gets it. */
export async function takeTurn(name: string, every: number, now: number): Promise<boolean> {
  const isFree = async () => {
    const [last] = await db.read.select().from(recurringWork).where(eq(recurringWork.name, name));
    return !last || isDue(last, every, now);
  };
  // Asked twice: most of the time it is not due, and nobody's writing has to wait for that.
  if (!(await isFree())) return false;
  return db.write(async (tx) => {
    if (!(await isFree())) return false;
    await tx
      .insert(recurringWork)
      .values({ name, begunAt: now })
      .onConflictDoUpdate({ target: recurringWork.name, set: { begunAt: now } });
    return true;
  });
}

/** Notes that the work of a turn is done. */
export async function endTurn(name: string, now: number): Promise<void> {
  await db.write((tx) => tx.update(recurringWork).set({ doneAt: now }).where(eq(recurringWork.name, name)));
}
