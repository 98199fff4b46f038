import { and, count, gte, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { actionItems } from '#db/schema/action-items.ts';

import { cell } from '../cell.ts';
import type { Aim, Measure } from '../measure.ts';
import { endOf } from '../span.ts';
import { isPublic, overAt } from './public-items.server.ts';

/** Critical and high fixes that are not verified yet. */
export const openItems: Measure = {
  key: 'open-items',
  name: 'Open critical and high action items',
  definition:
    'How many critical and how many high action items whose clock had begun were neither verified nor dropped at the month’s end; of the running month, now. One that is done and waits to be verified is open. Only items that everyone here may see are counted.',
  cannotTell:
    'How dangerous any of them is, and how many there are that only few may see. One that was opened again counts as open since its clock began, and each as it is rated today.',
  about: 'state',
  version: 2,
  shown: ['criticals', 'highs'],
  drawn: ['criticals', 'highs'],
  aims: ({ 'open-items': aim }): Aim[] =>
    aim
      ? [
          { line: 'criticals', side: 'at-most', value: aim.criticals, source: aim.source },
          { line: 'highs', side: 'at-most', value: aim.highs, source: aim.source },
        ]
      : [],
  async count(span, now) {
    const end = endOf(span, now);
    const rows = await db.read
      .select({ severity: actionItems.severity, open: count() })
      .from(actionItems)
      .where(
        and(
          inArray(actionItems.severity, [1, 2]),
          isNotNull(actionItems.clockFrom),
          lt(actionItems.clockFrom, end),
          or(isNull(overAt), gte(overAt, sql`${end}`)),
          isPublic,
        ),
      )
      .groupBy(actionItems.severity);
    const openOf = (wanted: number) => rows.find(({ severity }) => severity === wanted)?.open ?? 0;
    return [
      cell({ key: 'criticals', words: 'Open critical items' }, 'count', openOf(1)),
      cell({ key: 'highs', words: 'Open high items' }, 'count', openOf(2)),
    ];
  },
};
