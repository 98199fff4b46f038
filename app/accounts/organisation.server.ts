import { eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { memory, remember } from '#db/remember.server.ts';
import { organisations } from '#db/schema/accounts.ts';

import { audit } from './audit.server.ts';
import type { postmortemWords } from './organisation.ts';
import type { Viewer } from './viewer.ts';

const known = memory<typeof organisations.$inferSelect | null>(1);

/** The organisation of this installation, or null before it is set up. */
export const organisation = () =>
  remember(known, 'here', async () => {
    const [row] = await db.read.select().from(organisations);
    return row ?? null;
  });

/** The time zone in which moments are told here. */
export const zoneHere = async (): Promise<string> => (await organisation())?.timezone ?? 'UTC';

export type Settings = { name: string; postmortemWord: (typeof postmortemWords)[number]; timezone: string };

const called: Record<keyof Settings, string> = {
  name: 'name',
  postmortemWord: 'word for a postmortem',
  timezone: 'time zone',
};

/** Changes what administrators may set. What stays the same is not written down. */
export async function changeSettings(by: Viewer, settings: Settings, now: number): Promise<void> {
  await db.write(async (tx) => {
    const [before] = await tx.select().from(organisations);
    if (!before) return;
    const changed = (Object.keys(called) as (keyof Settings)[]).filter(
      (key) => before[key] !== settings[key],
    );
    if (changed.length === 0) return;
    await tx.update(organisations).set(settings).where(eq(organisations.id, before.id));
    const details = Object.fromEntries(
      changed.map((key) => [called[key], `from “${before[key]}” to “${settings[key]}”`]),
    );
    await audit(tx, { event: 'settings-changed', actorId: by.id, details, at: now });
  });
}
