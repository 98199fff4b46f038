import { and, asc, eq, inArray } from 'drizzle-orm';

import { FEWEST } from '#app/accounts/fewest.ts';
import { db } from '#db/database.server.ts';
import { enrolments, hoursReports } from '#db/schema/champions.ts';

/**
 * Hours promised and reported for a month ("2026-03"), summed over enrolments, for pages that others see. Null where
 * fewer than five people promised; `reported` null where fewer than five of them have told.
 */
export async function summedHours(
  enrolmentIds: readonly string[],
  month: string,
): Promise<{ people: number; promised: number; told: number | null; reported: number | null } | null> {
  const promises = await inPortions(enrolmentIds, (ids) =>
    db.read
      .select({ id: enrolments.id, personId: enrolments.personId, hours: enrolments.hoursPerMonth })
      .from(enrolments)
      .where(inArray(enrolments.id, ids)),
  );
  const promising = promises.filter(({ hours }) => hours !== null);
  const whose = new Map(promising.map(({ id, personId }) => [id, personId]));
  const people = new Set(whose.values());
  if (people.size < FEWEST) return null;
  const rows = await inPortions([...whose.keys()], (ids) =>
    db.read
      .select()
      .from(hoursReports)
      .where(and(inArray(hoursReports.enrolmentId, ids), eq(hoursReports.month, month)))
      .orderBy(asc(hoursReports.reportedAt), asc(hoursReports.id)),
  );
  const newest = new Map(rows.map((row) => [row.enrolmentId, row.quarters]));
  const told = new Set([...newest.keys()].map((id) => whose.get(id)));
  const isEnough = told.size >= FEWEST;
  return {
    people: people.size,
    promised: promising.reduce((sum, { hours }) => sum + hours!, 0),
    told: isEnough ? told.size : null,
    reported: isEnough ? [...newest.values()].reduce((sum, quarters) => sum + quarters, 0) / 4 : null,
  };
}

/** An engine takes only so many values at once. */
async function inPortions<Row>(
  ids: readonly string[],
  ask: (ids: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += 500) rows.push(...(await ask(ids.slice(at, at + 500))));
  return rows;
}
