/** What the page of a campaign shows to somebody. */
import { and, eq, isNull } from 'drizzle-orm';

import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { squadsOf } from '#app/squads/squads.server.ts';
import { squadsManagedBy } from '#app/squads/squad-roles.server.ts';
import { db } from '#db/database.server.ts';
import { campaignPeople } from '#db/schema/training.ts';

import { audienceSaid, storedAudience } from './audience.ts';
import { countingPasses, doable, stateOf } from './campaign.ts';
import type { Campaign } from './campaign-gathering.server.ts';
import { squadsNamedBy } from './campaign-list.server.ts';
import { passesSince } from './campaign-passes.server.ts';
import { byArea, shownTo, type SquadSum } from './completion.ts';
import { completionOf } from './completion.server.ts';
import { moduleKeys, moduleNamed } from './curriculum.server.ts';

const PAGE = 50;

/** Everything but the picture: the campaign, its lessons, and how the one who looks stands with it. */
export async function campaignPage(viewer: Viewer, campaign: Campaign, now: number) {
  const { id, name, about, modules, opensAt, closesAt, countsFrom, cancelledAt, openedAt } = campaign;
  const audience = storedAudience(campaign.audience);
  const arranges = may(viewer, 'arrange-training');
  const there = new Set(doable(modules, moduleKeys()));
  const [own] = await db.read
    .select({ completedAt: campaignPeople.completedAt })
    .from(campaignPeople)
    .where(
      and(
        eq(campaignPeople.campaignId, id),
        eq(campaignPeople.personId, viewer.id),
        isNull(campaignPeople.releasedAt),
      ),
    );
  const passes = countingPasses((await passesSince([viewer.id], countsFrom)).get(viewer.id) ?? [], campaign);
  return {
    id,
    name,
    about,
    state: stateOf({ opensAt, closesAt, cancelledAt }, now),
    opensAt,
    closesAt,
    countsFrom,
    gathered: openedAt !== null,
    audience: audienceSaid(audience, await squadsNamedBy([audience])),
    lessons: modules.map((key) => ({
      key,
      there: there.has(key),
      title: moduleNamed(key)?.title ?? key,
      minutes: moduleNamed(key)?.minutes ?? null,
      passedAt: passes.get(key)?.at ?? null,
    })),
    own: own ? { completedAt: own.completedAt } : null,
    arranges,
  };
}

/** The picture of completion by squad: the viewer's own squads, and a page of those whose name holds `search`. */
export async function completionPage(
  viewer: Viewer,
  campaign: Campaign,
  { search, after }: { search: string; after: string | null },
) {
  const arranges = may(viewer, 'arrange-training');
  const sums = await completionOf(campaign.id);
  const { total, squads, together } = shownTo(arranges, sums);
  const mine = new Set(
    [...(await squadsOf(viewer.id)), ...(await squadsManagedBy(viewer.id))].map((squad) => squad.id),
  );
  const found = squads.filter((squad) => holds(squad, search));
  const from = after === null ? 0 : 1 + found.findIndex((squad) => keyOf(squad) === after);
  const page = found.slice(from, from + PAGE);
  return {
    total,
    own: squads.filter((squad) => squad.id !== null && mine.has(squad.id)),
    squads: page,
    found: found.length,
    all: squads.length,
    next: from + PAGE < found.length ? keyOf(page.at(-1)!) : null,
    together: from + PAGE < found.length || search ? null : together,
    areas: arranges ? byArea(sums.filter(({ asked }) => asked > 0)) : null,
  };
}

const keyOf = ({ id }: SquadSum) => id ?? '-';
const holds = ({ name }: SquadSum, search: string) =>
  name.normalize('NFC').toLowerCase().includes(search.normalize('NFC').toLowerCase());
