import { desc, eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { enrolments, hoursReports } from '#db/schema/champions.ts';

import type { Part } from './enrolment.ts';
import { tellableMonths } from './hours.ts';

type Report = { month: string; quarters: number; word: string };

/** Tells how long a month took, or corrects it: the last word counts. By the person alone, for months just gone by. */
export async function reportHours(
  enrolmentId: string,
  by: { part: Part },
  { month, quarters, word }: Report,
  { now, zone }: { now: number; zone: string },
): Promise<{ reported: true } | { refused: 'not-yours' | 'not-now' }> {
  if (by.part !== 'person') return { refused: 'not-yours' };
  if (!tellableMonths(now, zone).months.includes(month)) return { refused: 'not-now' };
  return db.write(async (tx) => {
    const [row] = await tx.select().from(enrolments).where(eq(enrolments.id, enrolmentId));
    if (!row || row.agreedAt === null) return { refused: 'not-now' };
    await tx
      .insert(hoursReports)
      .values({ id: newId(), enrolmentId, month, quarters, word: word || null, reportedAt: now });
    return { reported: true };
  });
}

/**
 * What somebody told of their months, newest month first; of several reports of a month the newest. Only for those who
 * may see the hours of this enrolment (`seesHours`).
 */
export async function reportedHours(enrolmentId: string) {
  const rows = await db.read
    .select()
    .from(hoursReports)
    .where(eq(hoursReports.enrolmentId, enrolmentId))
    .orderBy(desc(hoursReports.month), desc(hoursReports.reportedAt), desc(hoursReports.id));
  return rows
    .filter(({ month }, at) => rows[at - 1]?.month !== month)
    .map(({ month, quarters, word, reportedAt }) => ({ month, quarters, word, reportedAt }));
}
