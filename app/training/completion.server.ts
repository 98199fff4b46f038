import { and, count, eq, isNotNull, isNull, or } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { memory, remember } from '#db/remember.server.ts';
import { squads } from '#db/schema/squads.ts';
import { campaignPeople } from '#db/schema/training.ts';

import type { SquadSum } from './completion.ts';

const known = memory<SquadSum[]>(20_000, (sums) => sums.length + 1);

/** How many a campaign asks and how many of them are through, by squad: one query, that reads an index alone. */
export const completionOf = (campaignId: string): Promise<SquadSum[]> =>
  remember(known, campaignId, async () => {
    const rows = await db.read
      .select({
        squadId: campaignPeople.squadId,
        asked: count(),
        through: count(campaignPeople.completedAt),
      })
      .from(campaignPeople)
      .where(
        and(
          eq(campaignPeople.campaignId, campaignId),
          or(isNull(campaignPeople.releasedAt), isNotNull(campaignPeople.completedAt)),
        ),
      )
      .groupBy(campaignPeople.squadId);
    const called = new Map((await squadNames()).map((squad) => [squad.id, squad]));
    return rows.map(({ squadId, ...sum }) => ({
      ...sum,
      id: squadId,
      name: (squadId && called.get(squadId)?.name) ?? 'In no squad',
      area: (squadId && called.get(squadId)?.area) ?? null,
    }));
  });

const named = memory<{ id: string; name: string; area: string | null }[]>(1);

/** Every squad there is or was, by id. */
const squadNames = () =>
  remember(named, 'all', () =>
    db.read.select({ id: squads.id, name: squads.name, area: squads.area }).from(squads),
  );
