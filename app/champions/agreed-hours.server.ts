import { and, eq, inArray, sum } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { enrolments } from '#db/schema/champions.ts';

/**
 * Hours a month a person has agreed with their managers, over everything they are enrolled for; null where nothing is
 * agreed. For their own pages, their manager's and organisers' alone; wider pages ask `summedHours`.
 */
export async function agreedHours(personId: string): Promise<number | null> {
  const [row] = await db.read
    .select({ hours: sum(enrolments.hoursPerMonth) })
    .from(enrolments)
    .where(and(eq(enrolments.personId, personId), inArray(enrolments.state, ['onboarding', 'active'])));
  return row?.hours ? Number(row.hours) : null;
}
