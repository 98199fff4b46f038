import { and, eq, isNull, notExists } from 'drizzle-orm';

import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { grants } from '#db/schema/recognition.ts';

const undoing = aliasOf(grants, 'undoing');

/**
 * That a row of grants is something given, and nothing undid it. Asks among its person's rows: while nothing was ever
 * undone, the engine's statistics say that an index of what is undone is of no use.
 */
export const grantStands = and(
  isNull(grants.undoes),
  notExists(
    db.read
      .select({ id: undoing.id })
      .from(undoing)
      .where(and(eq(undoing.personId, grants.personId), eq(undoing.undoes, grants.id))),
  ),
);
