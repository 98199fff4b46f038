import { setImmediate } from 'node:timers/promises';

import { isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { squads } from '#db/schema/squads.ts';

import { folded } from './people-plan.ts';

/** An engine takes only so many values at once. */
const PORTION = 500;

/** Does some work with a few of these at a time, one after the other. */
export async function inPortions<T>(all: T[], work: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += PORTION) {
    await work(all.slice(at, at + PORTION));
    // The embedded engine answers at once, so that awaiting it lets nobody in: readers would wait for the whole file.
    await setImmediate();
  }
}

/** The squads at work by their names in lower case. */
export async function openSquadsByName(): Promise<Map<string, { id: string; name: string }>> {
  const rows = await db.read
    .select({ id: squads.id, name: squads.name })
    .from(squads)
    .where(isNull(squads.archivedAt));
  return new Map(rows.map((squad) => [folded(squad.name), squad]));
}
