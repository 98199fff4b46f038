import { db } from '#db/database.server.ts';
import { organisations } from '#db/schema/accounts.ts';

/** The organisation of this installation, or null before it is set up. */
export async function organisation() {
  const [row] = await db.read.select().from(organisations);
  return row ?? null;
}
