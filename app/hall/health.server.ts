import { db } from '#db/database.server.ts';

/** Whether the database answers. */
export const canReadDatabase = (): Promise<boolean> =>
  db.reach().then(
    () => true,
    () => false,
  );
