/** Campaigns as the people they ask meet them. */
import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { campaignPeople, campaigns } from '#db/schema/training.ts';

import { countingPasses, doable, throughAt } from './campaign.ts';
import { passesSince } from './campaign-passes.server.ts';
import { moduleKeys, moduleNamed } from './curriculum.server.ts';

const stillAsked = (personId: string) =>
  and(
    eq(campaignPeople.personId, personId),
    isNull(campaignPeople.completedAt),
    isNull(campaignPeople.releasedAt),
    isNull(campaigns.cancelledAt),
  );

/**
 * Notes that somebody passed a module, in the transaction that recorded the fact of it: whatever campaigns ask them for it
 * and were open at `at` are completed where nothing else is left.
 */
export async function notePass(tx: Tx, personId: string, module: string, at: number): Promise<void> {
  const asking = await tx
    .select({
      id: campaigns.id,
      modules: campaigns.modules,
      countsFrom: campaigns.countsFrom,
      closesAt: campaigns.closesAt,
    })
    .from(campaignPeople)
    .innerJoin(campaigns, eq(campaigns.id, campaignPeople.campaignId))
    .where(and(stillAsked(personId), lte(campaigns.countsFrom, at), gt(campaigns.closesAt, at)));
  const forIt = asking.filter(({ modules }) => modules.includes(module));
  if (forIt.length === 0) return;
  const since = Math.min(...forIt.map(({ countsFrom }) => countsFrom));
  const passes = (await passesSince([personId], since)).get(personId) ?? [];
  for (const campaign of forIt) {
    const asked = doable(campaign.modules, moduleKeys());
    const through = throughAt(asked, countingPasses(passes, campaign));
    if (through !== null) await markThrough(tx, campaign.id, personId, through);
  }
}

/** Marks somebody as through. Whoever is already stays so since they were. */
export const markThrough = async (
  tx: Tx,
  campaignId: string,
  personId: string,
  completedAt: number,
): Promise<void> => {
  await tx
    .update(campaignPeople)
    .set({ completedAt })
    .where(
      and(
        eq(campaignPeople.campaignId, campaignId),
        eq(campaignPeople.personId, personId),
        isNull(campaignPeople.completedAt),
      ),
    );
};

export type AskedOf = {
  id: string;
  name: string;
  /** the first moment at which it is over */
  closesAt: number;
  left: { key: string; title: string; minutes: number }[];
};

/** The open campaigns that ask somebody for something they have not done yet, the one that closes first coming first. */
export async function campaignsAskedOf(personId: string, now: number): Promise<AskedOf[]> {
  const open = await db.read
    .select({
      id: campaigns.id,
      name: campaigns.name,
      modules: campaigns.modules,
      countsFrom: campaigns.countsFrom,
      closesAt: campaigns.closesAt,
    })
    .from(campaignPeople)
    .innerJoin(campaigns, eq(campaigns.id, campaignPeople.campaignId))
    .where(and(stillAsked(personId), lte(campaigns.opensAt, now), gt(campaigns.closesAt, now)))
    .orderBy(asc(campaigns.closesAt), asc(campaigns.id));
  if (open.length === 0) return [];
  const since = Math.min(...open.map(({ countsFrom }) => countsFrom));
  const passes = (await passesSince([personId], since)).get(personId) ?? [];
  return open.flatMap((campaign) => {
    const counting = countingPasses(passes, campaign);
    const left = doable(campaign.modules, moduleKeys())
      .filter((module) => !counting.has(module))
      .map((key) => ({
        key,
        title: moduleNamed(key)?.title ?? key,
        minutes: moduleNamed(key)?.minutes ?? 0,
      }));
    return left.length === 0
      ? []
      : [{ id: campaign.id, name: campaign.name, closesAt: campaign.closesAt, left }];
  });
}
