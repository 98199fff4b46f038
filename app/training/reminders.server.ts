import { setImmediate } from 'node:timers/promises';

import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm';

import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { campaignPeople, campaigns } from '#db/schema/training.ts';

import type { Campaign } from './campaign-gathering.server.ts';
import { reminderWords } from './reminder.ts';

/** People who are told in one transaction: each notice is a few rows. */
const PORTION = 100;

/**
 * Sends the newest of the reminders that are due to whoever is still asked and has not had it: once each, also with two
 * at it. Those that were missed before it are not sent any more.
 */
export async function remind(
  campaign: Campaign,
  {
    due,
    zone,
    now,
    stopping,
  }: { due: number; zone: string; now: number; stopping?: AbortSignal | undefined },
): Promise<void> {
  const { id, name, closesAt, modules, version } = campaign;
  const toTell = and(
    eq(campaignPeople.campaignId, id),
    isNull(campaignPeople.completedAt),
    isNull(campaignPeople.releasedAt),
    lt(campaignPeople.reminders, due),
  );
  const text = reminderWords(due, { name, modules: modules.length, closesAt }, zone);
  for (;;) {
    if (stopping?.aborted) return;
    const rows = await db.read
      .select({ personId: campaignPeople.personId })
      .from(campaignPeople)
      .where(toTell)
      .orderBy(asc(campaignPeople.reminders))
      .limit(PORTION);
    if (rows.length === 0) return;
    const ids = rows.map(({ personId }) => personId);
    const goesOn = await db.write(async (tx) => {
      const [same] = await tx
        .select({ id: campaigns.id })
        .from(campaigns)
        .where(and(eq(campaigns.id, id), eq(campaigns.version, version), isNull(campaigns.cancelledAt)));
      if (!same) return false;
      const told = await tx
        .update(campaignPeople)
        .set({ reminders: due })
        .where(and(toTell, inArray(campaignPeople.personId, ids)))
        .returning({ personId: campaignPeople.personId });
      for (const { personId } of told)
        await tell(tx, { personId, kind: 'training', text, path: paths.campaign(id), now });
      return true;
    });
    if (!goesOn) return;
    await setImmediate();
  }
}
