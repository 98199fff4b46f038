import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm';

import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { beyond } from '#db/keyset.ts';
import { squads } from '#db/schema/squads.ts';
import { campaignPeople, campaigns } from '#db/schema/training.ts';

import { type Audience, audienceSaid, storedAudience } from './audience.ts';
import { type CampaignState, stateOf } from './campaign.ts';
import type { Campaign } from './campaign-gathering.server.ts';

/** A campaign; null when there is none of this id. */
export async function campaignOf(id: string): Promise<Campaign | null> {
  const [campaign] = await db.read.select().from(campaigns).where(eq(campaigns.id, id));
  return campaign ?? null;
}

/** The names of the squads that audiences name, archived ones too. */
export async function squadsNamedBy(audiences: readonly (Audience | null)[]): Promise<Map<string, string>> {
  const ids = audiences.flatMap((audience) => (audience?.kind === 'squads' ? audience.squads : []));
  if (ids.length === 0) return new Map();
  const rows = await db.read
    .select({ id: squads.id, name: squads.name })
    .from(squads)
    .where(inArray(squads.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export type Listed = {
  id: string;
  name: string;
  state: CampaignState;
  opensAt: number;
  closesAt: number;
  modules: number;
  audience: string;
  /** what the one who looks has to do with it; null: they are not asked */
  own: 'asked' | 'through' | null;
};

const PAST = 20;

/** The campaigns that are open or planned, those that ask this person first, and a page of what is over, newest first. */
export async function campaignsFor(personId: string, before: Cursor | null, now: number) {
  const ahead = and(isNull(campaigns.cancelledAt), gt(campaigns.closesAt, now));
  const over = or(isNotNull(campaigns.cancelledAt), lte(campaigns.closesAt, now));
  const [current, past] = await Promise.all([
    db.read.select().from(campaigns).where(ahead).orderBy(asc(campaigns.opensAt), asc(campaigns.id)),
    db.read
      .select()
      .from(campaigns)
      .where(and(over, beyond(campaigns.opensAt, campaigns.id, before, 'descending')))
      .orderBy(desc(campaigns.opensAt), desc(campaigns.id))
      .limit(PAST + 1),
  ]);
  const page = past.slice(0, PAST);
  const all = [...current, ...page];
  const own = await ownIn(personId, all);
  const names = await squadsNamedBy(all.map(({ audience }) => storedAudience(audience)));
  const listed = (campaign: Campaign): Listed => ({
    id: campaign.id,
    name: campaign.name,
    state: stateOf(campaign, now),
    opensAt: campaign.opensAt,
    closesAt: campaign.closesAt,
    modules: campaign.modules.length,
    audience: audienceSaid(storedAudience(campaign.audience), names),
    own: own.get(campaign.id) ?? null,
  });
  const rank = ({ own: mine }: Listed) => (mine === 'asked' ? 0 : mine === 'through' ? 1 : 2);
  const here = current.map(listed);
  const last = page.at(-1);
  return {
    open: here
      .filter(({ state }) => state === 'open')
      .sort((a, b) => rank(a) - rank(b) || a.closesAt - b.closesAt),
    planned: here.filter(({ state }) => state === 'planned'),
    past: page.map(listed),
    next: past.length > PAST && last ? writeCursor({ order: last.opensAt, id: last.id }) : null,
  };
}

async function ownIn(
  personId: string,
  all: readonly { id: string }[],
): Promise<Map<string, 'asked' | 'through'>> {
  if (all.length === 0) return new Map();
  const rows = await db.read
    .select({ id: campaignPeople.campaignId, completedAt: campaignPeople.completedAt })
    .from(campaignPeople)
    .where(
      and(
        eq(campaignPeople.personId, personId),
        inArray(
          campaignPeople.campaignId,
          all.map(({ id }) => id),
        ),
        or(isNull(campaignPeople.releasedAt), isNotNull(campaignPeople.completedAt)),
      ),
    );
  return new Map(rows.map(({ id, completedAt }) => [id, completedAt === null ? 'asked' : 'through']));
}
