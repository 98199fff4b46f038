import { eq } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { db } from '#db/database.server.ts';
import { memory, remember } from '#db/remember.server.ts';
import { enrolments } from '#db/schema/champions.ts';

import { monthBefore, tellableMonths } from './hours.ts';
import { summedHours } from './summed-hours.server.ts';

export type HoursTogether = {
  month: string;
  /** how many agreed hours, and how many of them reported */
  people: number;
  told: number;
  promised: number;
  reported: number;
};

const known = memory<HoursTogether | null>(1);

/** What champions reported for the last whole month, of what they had agreed, summed; null for fewer than five of them. */
export async function hoursTogether(now: number): Promise<HoursTogether | null> {
  const month = monthBefore(tellableMonths(now, await zoneHere()).months[0]!);
  return remember(known, month, async () => {
    const serving = await db.read
      .select({ id: enrolments.id })
      .from(enrolments)
      .where(eq(enrolments.state, 'active'));
    const sum = await summedHours(
      serving.map(({ id }) => id),
      month,
    );
    if (!sum || sum.told === null || sum.reported === null) return null;
    return { month, people: sum.people, told: sum.told, promised: sum.promised, reported: sum.reported };
  });
}
