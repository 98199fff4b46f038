import { and, eq, gte, lt, notExists, gt } from 'drizzle-orm';

import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { actionItems, actionItemSteps } from '#db/schema/action-items.ts';

import { cell } from '../cell.ts';
import type { Cell, Measure } from '../measure.ts';
import { mean, median, percentile } from '../percentile.ts';
import { isOfLine, isPublic, severityLines } from './public-items.server.ts';

const DAY = 86_400_000;
const later = aliasOf(actionItemSteps, 'later');
const isLast = notExists(
  db.read
    .select({ id: later.id })
    .from(later)
    .where(
      and(
        eq(later.actionItemId, actionItemSteps.actionItemId),
        eq(later.step, 'verified'),
        gt(later.at, actionItemSteps.at),
      ),
    ),
);

type Line = { key: string; words: string };
type Fix = { severity: number | null; days: number | null };

/** Median and 90th percentile beside the mean, over so many of so many that were verified. */
function lines({ key, words }: Line, fixes: readonly Fix[]): Cell[] {
  const days = fixes.flatMap((one) => one.days ?? []);
  const told = (which: string, named: string, value: number | null) =>
    cell({ key: `${key}-${which}`, words: `${words}: ${named}` }, 'days', value, days.length, fixes.length);
  return [
    told('median', 'median', median(days)),
    told('p90', 'nine in ten within', percentile(days, 0.9)),
    told('mean', 'mean', mean(days)),
  ];
}

/** How long fixes take. */
export const timeToRemediate: Measure = {
  key: 'time-to-remediate',
  name: 'Time to remediate',
  definition:
    'For the action items verified in the month, the days from when their clock began until somebody else verified the fix: the median, the time within which nine in ten were verified, and the mean. Only items that everyone here may see are counted.',
  cannotTell:
    'How long what is still open will take: a month in which an old item is verified at last looks worse for it. Small numbers jump. Items count as they are rated today.',
  about: 'month',
  version: 2,
  shown: ['all-median', 'all-p90', 'all-mean'],
  drawn: ['all-median', 'all-p90'],
  aims: () => [],
  async count({ from, until }) {
    const rows = await db.read
      .selectDistinct({
        id: actionItems.id,
        severity: actionItems.severity,
        clockFrom: actionItems.clockFrom,
        at: actionItemSteps.at,
      })
      .from(actionItemSteps)
      .innerJoin(actionItems, eq(actionItems.id, actionItemSteps.actionItemId))
      .where(
        and(
          eq(actionItemSteps.step, 'verified'),
          gte(actionItemSteps.at, from),
          lt(actionItemSteps.at, until),
          eq(actionItems.state, 'verified'),
          isLast,
          isPublic,
        ),
      );
    const fixes = rows.map(({ severity, clockFrom, at }) => ({
      severity,
      days: clockFrom === null ? null : Math.max(0, at - clockFrom) / DAY,
    }));
    return [
      ...lines({ key: 'all', words: 'Time to remediate' }, fixes),
      ...severityLines.flatMap((line) =>
        lines(
          line,
          fixes.filter(({ severity }) => isOfLine(severity, line)),
        ),
      ),
    ];
  },
};
