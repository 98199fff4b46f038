/** For the routes below one campaign, and for its forms. */
import { type AppLoadContext, data } from '@remix-run/node';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import type { Permission } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { openSquads } from '#app/squads/squads.server.ts';
import { areas } from '#app/squads/squad-roles.server.ts';

import { storedAudience } from './audience.ts';
import { stateOf } from './campaign.ts';
import { type CampaignDraft, draftOf, type Filled, typedCampaign } from './campaign-form.ts';
import type { Campaign } from './campaign-gathering.server.ts';
import { campaignOf, squadsNamedBy } from './campaign-list.server.ts';
import { countingOf, daysOf, today } from './campaign-window.ts';
import { curriculum, moduleNamed } from './curriculum.server.ts';
import { byBelt } from './overview.ts';

type Asked = { request: Request; context: AppLoadContext; params: { id?: string } };

/** Who asks, and the campaign; 404 where there is none. */
export async function scopedCampaign(args: Asked, permission: Permission) {
  const viewer = await requirePermission(args, permission);
  const campaign = await campaignOf(args.params.id ?? '');
  if (!campaign) throw data(null, { status: 404 });
  return { viewer, campaign };
}

type Belt = Parameters<typeof byBelt>[1][number];

/** What a form offers: the lessons there are, in the order of the belts, those a campaign names besides, and the areas. */
export async function offered(campaign: Campaign | null, belts: readonly Belt[]) {
  const lessons = byBelt(curriculum(), belts).flatMap(({ belt, modules }) =>
    modules.map(({ key, title, minutes }) => ({ key, title, minutes, belt: belt?.name ?? null })),
  );
  const gone = (campaign?.modules ?? []).filter((key) => !lessons.some((lesson) => lesson.key === key));
  const audience = storedAudience(campaign?.audience);
  const named = audience?.kind === 'areas' ? audience.areas : [];
  return {
    lessons: [
      ...lessons,
      ...gone.map((key) => ({ key, title: moduleNamed(key)?.title ?? key, minutes: null, belt: null })),
    ],
    areas: [...new Set([...(await areas()), ...named])],
  };
}

/** What an open campaign keeps, whatever its form says; null for one that has not opened. */
export const keptBy = (campaign: Campaign, zone: string, now: number) =>
  stateOf(campaign, now) === 'open'
    ? {
        opens: daysOf(campaign, zone).opens,
        counting: countingOf(campaign),
        modules: campaign.modules,
      }
    : null;

/** The draft that a filled-in form means, or what to do about its fields. */
export async function readDraft(filled: Filled, campaign: Campaign | null, now: number) {
  const zone = await zoneHere();
  const { lessons, areas: known } = await offered(campaign, []);
  const modules = new Set(lessons.map(({ key }) => key));
  return draftOf(filled, {
    known: { modules, areas: new Set(known), squads: await openSquads() },
    fixed: campaign && keptBy(campaign, zone, now),
    today: today(now, zone),
  });
}

/** A campaign as somebody would type it into its form. */
export async function typed(campaign: Campaign, zone: string): Promise<Record<string, string>> {
  const { name, about, modules } = campaign;
  const audience = storedAudience(campaign.audience) ?? ({ kind: 'engineers' } as const);
  const draft: CampaignDraft = {
    ...{ name, about, modules, audience },
    ...daysOf(campaign, zone),
    counting: countingOf(campaign),
  };
  return typedCampaign(draft, await squadsNamedBy([audience]));
}
