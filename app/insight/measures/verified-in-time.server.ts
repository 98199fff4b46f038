import { and, count, eq, exists, gte, isNotNull, lt, lte, ne, sql } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { actionItems, actionItemSteps } from '#db/schema/action-items.ts';

import { shareCell } from '../cell.ts';
import type { Measure } from '../measure.ts';
import { endOf } from '../span.ts';
import { isOfLine, isPublic, severityLines } from './public-items.server.ts';

/** Verified once by the day: what became of it later changes no month that is over. */
const wasInTime = exists(
  db.read
    .select({ id: actionItemSteps.id })
    .from(actionItemSteps)
    .where(
      and(
        eq(actionItemSteps.actionItemId, actionItems.id),
        eq(actionItemSteps.step, 'verified'),
        lte(actionItemSteps.at, actionItems.dueAt),
      ),
    ),
);

/** Fixes that were verified by the day they were due. */
export const verifiedInTime: Measure = {
  key: 'verified-in-time',
  name: 'Action items verified in time',
  definition:
    'Of the action items whose clock began and whose due date fell in the month, the share that somebody else had verified by then. Dropped ones are left out. Only items that everyone here may see are counted, so that nothing tells of a private incident.',
  cannotTell:
    'Whether the fix was the right one, or the date a sensible one. What was left out because few may see it can differ. Items count as they are due and rated today: one that was put off is in the month to which it was.',
  about: 'month',
  version: 2,
  shown: ['all'],
  drawn: ['all'],
  aims: ({ 'verified-in-time': aim }) =>
    aim ? [{ line: 'all', side: 'at-least', value: aim.atLeast / 100, source: aim.source }] : [],
  async count(span, now) {
    const rows = await db.read
      .select({
        severity: actionItems.severity,
        due: count(),
        inTime: count(sql`case when ${wasInTime} then 1 end`),
      })
      .from(actionItems)
      .where(
        and(
          // the same moment as due_at, and there is an index on it
          gte(actionItems.dueOrder, span.from),
          lt(actionItems.dueOrder, endOf(span, now)),
          isNotNull(actionItems.clockFrom),
          ne(actionItems.state, 'dropped'),
          isPublic,
        ),
      )
      .groupBy(actionItems.severity);
    const sums = (of: typeof rows) => ({
      n: of.reduce((sum, { inTime }) => sum + inTime, 0),
      of: of.reduce((sum, { due }) => sum + due, 0),
    });
    const all = sums(rows);
    return [
      shareCell({ key: 'all', words: 'Verified by the due date' }, all.n, all.of),
      ...severityLines.map((line) => {
        const { n, of } = sums(rows.filter(({ severity }) => isOfLine(severity, line)));
        return shareCell(line, n, of);
      }),
    ];
  },
};
