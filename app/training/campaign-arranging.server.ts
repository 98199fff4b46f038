/** How campaigns are made, changed and called off. */
import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { campaigns } from '#db/schema/training.ts';

import { stateOf } from './campaign.ts';
import type { CampaignDraft } from './campaign-form.ts';
import type { Campaign } from './campaign-gathering.server.ts';
import { countingOf, daysOf, daysProblem, today, windowOf } from './campaign-window.ts';

type By = { id: string };

const valuesOf = ({ name, about, modules, audience, counting, ...days }: CampaignDraft, zone: string) => ({
  ...{ name, about, modules, audience },
  ...windowOf(days, counting, zone),
});

/** Makes a campaign. It opens by itself. Refuses days that are past or in the wrong order. */
export async function createCampaign(
  by: By,
  draft: CampaignDraft,
  now: number,
): Promise<{ id: string } | { refused: 'days' }> {
  const zone = await zoneHere();
  if (daysProblem(draft, today(now, zone), false)) return { refused: 'days' };
  const id = newId();
  await db.write((tx) =>
    tx
      .insert(campaigns)
      .values({ id, ...valuesOf(draft, zone), createdBy: by.id, createdAt: now, version: 1 }),
  );
  return { id };
}

export type ChangeRefusal = { refused: 'days' | 'over' | 'opened' } | { refused: 'stale'; now: Campaign };

/**
 * Changes a campaign that is planned or open. Refuses as `stale` when it changed since `version`, as `over` when it is
 * over or called off, and as `opened` other lessons, another first day or other passes once it has opened: what somebody
 * did for it stays done.
 */
export async function changeCampaign(
  id: string,
  version: number,
  draft: CampaignDraft,
  now: number,
): Promise<{ changed: true } | ChangeRefusal> {
  const zone = await zoneHere();
  return db.write(async (tx) => {
    const [before] = await tx.select().from(campaigns).where(eq(campaigns.id, id));
    if (!before) return { refused: 'over' };
    const state = stateOf(before, now);
    if (state === 'closed' || state === 'cancelled') return { refused: 'over' };
    if (before.version !== version) return { refused: 'stale', now: before };
    if (daysProblem(draft, today(now, zone), state === 'open')) return { refused: 'days' };
    if (state === 'open' && !keepsWhatStays(before, draft, zone)) return { refused: 'opened' };
    const { opensAt, countsFrom, ...values } = valuesOf(draft, zone);
    const changed = await tx
      .update(campaigns)
      .set({ ...values, ...(state === 'planned' && { opensAt, countsFrom }), version: version + 1 })
      .where(and(eq(campaigns.id, id), eq(campaigns.version, version), isNull(campaigns.cancelledAt)))
      .returning({ id: campaigns.id });
    return changed.length > 0 ? { changed: true } : { refused: 'stale', now: before };
  });
}

const keepsWhatStays = (before: Campaign, draft: CampaignDraft, zone: string): boolean =>
  draft.opens === daysOf(before, zone).opens &&
  draft.counting === countingOf(before) &&
  draft.modules.length === before.modules.length &&
  draft.modules.every((module) => before.modules.includes(module));

/** Calls a campaign off that is not over. Twice keeps the first moment. Returns whether it is called off now. */
export const cancelCampaign = (by: By, campaign: Campaign, now: number): Promise<boolean> =>
  turn(campaign, { cancelledAt: now, cancelledBy: by.id }, now);

/** Lets a campaign that was called off go on, unless its last day is over meanwhile. Returns whether it goes on. */
export const resumeCampaign = (campaign: Campaign, now: number): Promise<boolean> =>
  turn(campaign, { cancelledAt: null, cancelledBy: null }, now);

type Cancelled = Pick<Campaign, 'cancelledAt' | 'cancelledBy'>;

/** With a new version, so that everybody is looked at anew. */
async function turn({ id, version }: Campaign, to: Cancelled, now: number): Promise<boolean> {
  const [isSo, isNotYet] =
    to.cancelledAt === null
      ? [isNull(campaigns.cancelledAt), isNotNull(campaigns.cancelledAt)]
      : [isNotNull(campaigns.cancelledAt), isNull(campaigns.cancelledAt)];
  return db.write(async (tx) => {
    await tx
      .update(campaigns)
      .set({ ...to, version: version + 1 })
      .where(
        and(eq(campaigns.id, id), eq(campaigns.version, version), isNotYet, gt(campaigns.closesAt, now)),
      );
    return (await tx.$count(campaigns, and(eq(campaigns.id, id), isSo))) > 0;
  });
}
