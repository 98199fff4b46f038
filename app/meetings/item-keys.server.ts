import { eq } from 'drizzle-orm';

import type { Tx } from '#db/database.ts';
import { agendaItems } from '#db/schema/meetings.ts';

/** Whether what an item comes from stands somewhere already; null: it comes from nothing. */
export const isTaken = async (tx: Tx, once: string | null): Promise<boolean> =>
  once !== null && (await tx.$count(agendaItems, eq(agendaItems.once, once))) > 0;
