import { and, eq, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { milestones, postmortems, timelineEntries } from '#db/schema/postmortems.ts';

import { instantOf } from './moment.ts';
import type { Kind } from './postmortem.ts';
import { touch } from './words.server.ts';

export type Facts = { title: string; kind: Kind; severity: number | null; timezone: string | null };

/** Saves title, kind, severity and zone. Refuses with the facts as they are when somebody saved since `version`. */
export async function changeFacts(id: string, version: number, facts: Facts, now: number) {
  return db.write(async (tx) => {
    const [current] = await tx.select().from(postmortems).where(eq(postmortems.id, id));
    if (!current || current.version !== version) return { refused: 'stale' as const, now: current ?? null };
    await tx
      .update(postmortems)
      .set({ ...facts, version: version + 1 })
      .where(eq(postmortems.id, id));
    if (facts.timezone !== current.timezone) {
      // Times stay as written; what instant they name follows the zone.
      for (const times of [timelineEntries, milestones]) {
        const rows = await tx
          .select({ id: times.id, at: times.at })
          .from(times)
          .where(and(eq(times.postmortemId, id), isNull(times.zone)));
        for (const row of rows) {
          await tx
            .update(times)
            .set({ instant: instantOf(row.at, facts.timezone) })
            .where(eq(times.id, row.id));
        }
      }
    }
    await touch(tx, id, now);
    return { saved: version + 1 };
  });
}
