import { sql } from 'drizzle-orm';

import { db } from '#db/database.server.ts';

/** Whether the database answers. */
export async function canReadDatabase(): Promise<boolean> {
  try {
    await db.rows(sql`select count(*) from organisations`);
    return true;
  } catch {
    return false;
  }
}
