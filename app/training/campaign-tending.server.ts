/** What the house does for campaigns by itself: it asks, releases, reminds, and misses no pass. */
import { setImmediate } from 'node:timers/promises';

import { and, asc, eq, gt, gte, isNull, lte } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { db } from '#db/database.server.ts';
import { facts } from '#db/schema/facts.ts';
import { campaignPeople, campaigns } from '#db/schema/training.ts';

import { type Campaign, gather, whoIsThrough } from './campaign-gathering.server.ts';
import { campaignSettings } from './campaign-settings.server.ts';
import { markThrough } from './campaigns.server.ts';
import { dueBy, remindersOf } from './reminder.ts';
import { remind } from './reminders.server.ts';

const HOUR = 3_600_000;
/** Several times as long as it takes until the house looks again. */
const RECENT = HOUR / 2;
const PORTION = 500;

/**
 * Tends the campaigns that are open, and once more those that have just closed. It looks for what is to be done, so that it
 * may be late, cut off by `stopping`, or done by two at once.
 */
export async function tendCampaigns(now: number, stopping?: AbortSignal): Promise<void> {
  const zone = await zoneHere();
  const underWay = await db.read
    .select()
    .from(campaigns)
    .where(
      and(isNull(campaigns.cancelledAt), lte(campaigns.opensAt, now), gt(campaigns.closesAt, now - HOUR)),
    )
    .orderBy(asc(campaigns.closesAt), asc(campaigns.id));
  for (const campaign of underWay) {
    const due = dueBy(remindersOf(campaign, campaignSettings(), zone), now);
    if (campaign.closesAt > now) await gather(campaign, { due, now, stopping });
    if (stopping?.aborted) return;
    await markRecentPasses(campaign, now, stopping);
    if (campaign.closesAt > now) await remind(campaign, { due, zone, now, stopping });
  }
}

/**
 * A pass and the gathering of its person may happen in the same moment, where neither sees the other: whoever is still
 * asked and has passed something of late is looked at once more.
 */
async function markRecentPasses(campaign: Campaign, now: number, stopping?: AbortSignal): Promise<void> {
  const rows = await db.read
    .select({ personId: campaignPeople.personId })
    .from(facts)
    .innerJoin(
      campaignPeople,
      and(eq(campaignPeople.campaignId, campaign.id), eq(campaignPeople.personId, facts.personId)),
    )
    .where(
      and(
        eq(facts.kind, 'quiz-passed'),
        gte(facts.at, now - RECENT),
        isNull(campaignPeople.completedAt),
        isNull(campaignPeople.releasedAt),
      ),
    );
  const ids = [...new Set(rows.map(({ personId }) => personId))];
  for (let at = 0; at < ids.length; at += PORTION) {
    if (stopping?.aborted) return;
    const through = await whoIsThrough(campaign, ids.slice(at, at + PORTION));
    if (through.length > 0)
      await db.write(async (tx) => {
        for (const [personId, since] of through) await markThrough(tx, campaign.id, personId, since);
      });
    await setImmediate();
  }
}
