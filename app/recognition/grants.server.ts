/** What stands of what people were given. */
import { asc, eq, inArray } from 'drizzle-orm';

import { notUndone } from '#app/facts/facts.server.ts';
import { db } from '#db/database.server.ts';
import { facts } from '#db/schema/facts.ts';
import { grants } from '#db/schema/recognition.ts';

const columns = {
  id: grants.id,
  personId: grants.personId,
  rule: grants.rule,
  version: grants.ruleVersion,
  factId: grants.factId,
  gives: grants.gives,
  /** key of the achievement or award; of points, the season they count in */
  what: grants.what,
  points: grants.points,
  squadId: grants.squadId,
  at: grants.at,
  grantedAt: grants.grantedAt,
  undoes: grants.undoes,
  /** its source: the fact, and the row of a room that knows more of it */
  fact: { kind: facts.kind, room: facts.room, sourceId: facts.sourceId, recordedAt: facts.recordedAt },
};
type Row = Awaited<ReturnType<typeof grantsEver>>[number];
/** Something that somebody was given, that stands. */
export type Grant = Omit<Row, 'undoes'>;

/** All grants of these people with their counter-rows, oldest first. */
export const grantsEver = (personIds: readonly string[]) =>
  db.read
    .select(columns)
    .from(grants)
    .innerJoin(facts, eq(facts.id, grants.factId))
    .where(inArray(grants.personId, [...personIds]))
    .orderBy(asc(grants.at), asc(grants.id));

/** What stands of what somebody was given, oldest first. Theirs alone, until they show it. */
export const grantsOf = async (personId: string): Promise<Grant[]> =>
  notUndone(await grantsEver([personId])).map(({ undoes: _, ...grant }) => grant);
