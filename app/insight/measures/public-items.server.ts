/** Which action items the report counts: those that everyone may see, so that no figure tells of a private incident. */
import { and, desc, eq, exists, or, type SQL, sql } from 'drizzle-orm';

import { asSeverity, type Severity, severities, severityWords } from '#app/action-items/severity.ts';
import { db } from '#db/database.server.ts';
import { actionItems, actionItemSteps } from '#db/schema/action-items.ts';
import { audiences } from '#db/schema/audiences.ts';
import { postmortems, postmortemSteps } from '#db/schema/postmortems.ts';

const isForEveryone = exists(
  db.read
    .select({ id: audiences.id })
    .from(audiences)
    .where(and(eq(audiences.id, actionItems.audienceId), eq(audiences.scope, 'everyone'))),
);

/** Of a postmortem that was published to everyone and is being worked on once more: what was counted stays so. */
const wasForEveryone = exists(
  db.read
    .select({ id: postmortems.id })
    .from(postmortems)
    .innerJoin(
      postmortemSteps,
      and(eq(postmortemSteps.postmortemId, postmortems.id), eq(postmortemSteps.step, 'published')),
    )
    .where(and(eq(postmortems.audienceId, actionItems.audienceId), eq(postmortems.reach, 'everyone'))),
);

/** Action items that everyone may see. */
export const isPublic: SQL = or(isForEveryone, wasForEveryone)!;

const lastStep = (step: 'verified' | 'dropped') =>
  db.read
    .select({ at: actionItemSteps.at })
    .from(actionItemSteps)
    .where(and(eq(actionItemSteps.actionItemId, actionItems.id), eq(actionItemSteps.step, step)))
    .orderBy(desc(actionItemSteps.at))
    .limit(1);

/** When an item that is over came to be; null of one that is not. */
export const overAt = sql<
  number | null
>`case ${actionItems.state} when 'verified' then (${lastStep('verified')}) when 'dropped' then (${lastStep('dropped')}) end`;

/** The lines of what is told by severity; `none`: nobody has rated it. */
export const severityLines: { key: string; words: string; severity: Severity | null }[] = [
  ...severities.map((severity) => ({
    key: `severity-${severity}`,
    words: severityWords[severity],
    severity,
  })),
  { key: 'severity-none', words: 'Not rated', severity: null },
];

/** Whether an item of this severity (as it is kept) belongs to a line. */
export const isOfLine = (kept: number | null, line: { severity: Severity | null }): boolean =>
  asSeverity(kept) === line.severity;
