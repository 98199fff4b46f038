/** The report by mail: once a month for each sponsor. */
import { and, eq, isNull, lt, notExists } from 'drizzle-orm';

import { organisation } from '#app/accounts/organisation.server.ts';
import { monthBefore } from '#app/champions/hours.ts';
import { postAll } from '#app/notices/outbox.server.ts';
import { monthOf } from '#app/recognition/season.ts';
import { db } from '#db/database.server.ts';
import { inParts } from '#db/parts.ts';
import { people } from '#db/schema/accounts.ts';
import { reportMails, sponsors } from '#db/schema/insight.ts';

import { countMonth } from './figures.server.ts';
import { spanOf } from './span.ts';

/**
 * Posts the report of the month that is over to every sponsor who was one before it ended and has not had it: on the first
 * of a month, or as soon after as the house is up. Who has left, or does without this mail, gets none.
 */
export async function postReports(now: number): Promise<void> {
  const here = await organisation();
  if (!here) return;
  const month = monthBefore(monthOf(now, here.timezone));
  const { until } = spanOf(month, here.timezone);
  if ((await waiting(month, until)).length === 0) return;
  await countMonth(month, now);
  await db.write(async (tx) => {
    // Asked again: another instance may have been faster.
    const personIds = await waiting(month, until);
    for (const part of inParts(personIds)) {
      const noted = await tx
        .insert(reportMails)
        .values(part.map((personId) => ({ personId, month, postedAt: now })))
        .onConflictDoNothing()
        .returning({ id: reportMails.personId });
      const ids = noted.map(({ id }) => id);
      await postAll(tx, ids, { kind: 'monthly-report', as: 'report', subjectId: month, now });
    }
  });
}

/** Who is still to get the report of a month. Inside of a write, as that sees it. */
async function waiting(month: string, until: number): Promise<string[]> {
  const hadIt = db.read
    .select({ personId: reportMails.personId })
    .from(reportMails)
    .where(and(eq(reportMails.personId, sponsors.personId), eq(reportMails.month, month)));
  const rows = await db.read
    .select({ id: sponsors.personId })
    .from(sponsors)
    .innerJoin(people, and(eq(people.id, sponsors.personId), isNull(people.deactivatedAt)))
    .where(and(isNull(sponsors.until), lt(sponsors.since, until), notExists(hadIt)));
  return rows.map(({ id }) => id);
}
