/** Who is asked by an open campaign: brought in line with its audience, a stretch of people at a time. */
import { setImmediate } from 'node:timers/promises';

import { and, eq, gt, inArray, isNotNull, isNull, lte } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { campaignPeople, campaigns } from '#db/schema/training.ts';

import { type Audience, storedAudience } from './audience.ts';
import { askedWithin, type Stretch, stretchAfter } from './audience.server.ts';
import { countingPasses, doable, throughAt } from './campaign.ts';
import { passesSince } from './campaign-passes.server.ts';
import { markThrough } from './campaigns.server.ts';
import { moduleKeys } from './curriculum.server.ts';

export type Campaign = typeof campaigns.$inferSelect;

/** People who are looked at together: others write in between. */
const STRETCH = 250;

/** For what everybody has to be looked at: as soon as it is another, they are looked at anew. */
const asItIs = ({ version, modules }: Campaign) => [version, ...doable(modules, moduleKeys())].join(' ');

const audiencesFrom = ['people', 'squad_members', 'squads', 'enrolments'];
/** How often what audiences are read from had changed when each campaign was last gathered for, in this process. */
const lookedAt = new Map<string, string>();
const basisNow = async () => {
  const versions = await db.versions();
  return audiencesFrom.map((table) => versions.get(table) ?? 0).join('.');
};

/**
 * Brings the people of an open campaign in line: asks whoever has come, releases whoever is asked no more, and marks who
 * had passed everything already. Done again, or by two at once, it changes nothing more. `due` is how many reminders are
 * past. Ends early when the house closes, or the campaign is changed meanwhile.
 */
export async function gather(
  campaign: Campaign,
  { due, now, stopping }: { due: number; now: number; stopping?: AbortSignal | undefined },
): Promise<void> {
  const audience = storedAudience(campaign.audience);
  const anew = campaign.gathered !== asItIs(campaign);
  const basis = await basisNow();
  if (!anew && lookedAt.get(campaign.id) === basis) return;
  let after = '';
  for (;;) {
    const stretch = await stretchAfter(after, STRETCH);
    if (stretch === null) break;
    if (stopping?.aborted) return;
    if (!(await gatherStretch(campaign, audience, stretch, { due, now, anew }))) return;
    after = stretch.until;
    await setImmediate();
  }
  lookedAt.set(campaign.id, basis);
  if (!anew && campaign.openedAt !== null) return;
  await db.write((tx) =>
    tx
      .update(campaigns)
      .set({ gathered: asItIs(campaign), openedAt: campaign.openedAt ?? now })
      .where(and(eq(campaigns.id, campaign.id), eq(campaigns.version, campaign.version))),
  );
}

type Row = typeof campaignPeople.$inferSelect;
type Change = { added: Map<string, string | null>; returned: Map<string, string | null>; released: string[] };

/** What has to change in a stretch for these rows to be those who are asked. What was completed stays. */
function changeOf(rows: readonly Row[], asked: ReadonlyMap<string, string | null>): Change {
  const known = new Map(rows.map((row) => [row.personId, row]));
  const added = new Map([...asked].filter(([personId]) => !known.has(personId)));
  const open = rows.filter(({ completedAt }) => completedAt === null);
  const back = open.filter(({ personId, releasedAt }) => releasedAt !== null && asked.has(personId));
  return {
    added,
    returned: new Map(back.map(({ personId }) => [personId, asked.get(personId)!])),
    released: open
      .filter(({ personId, releasedAt }) => releasedAt === null && !asked.has(personId))
      .map(({ personId }) => personId),
  };
}

type Gathering = { due: number; now: number; anew: boolean };

/** False: the campaign is another now, and whoever comes next gathers for it. */
async function gatherStretch(
  campaign: Campaign,
  audience: Audience | null,
  stretch: Stretch,
  { due, now, anew }: Gathering,
): Promise<boolean> {
  const asked = audience ? await askedWithin(audience, stretch) : new Map<string, string | null>();
  const rows = await db.read
    .select()
    .from(campaignPeople)
    .where(
      and(
        eq(campaignPeople.campaignId, campaign.id),
        gt(campaignPeople.personId, stretch.after),
        lte(campaignPeople.personId, stretch.until),
      ),
    );
  const change = changeOf(rows, asked);
  const { added, returned, released } = change;
  const stay = rows.filter((row) => row.completedAt === null && row.releasedAt === null);
  const toCheck = [...added.keys(), ...returned.keys(), ...(anew ? stay.map((row) => row.personId) : [])];
  const early = anew ? rows.filter((row) => row.reminders > due).map((row) => row.personId) : [];
  if (toCheck.length + released.length + early.length === 0) return true;
  return db.write(async (tx) => {
    if (!(await isAsItWas(tx, campaign))) return false;
    await put(tx, campaign.id, change, now);
    // What an earlier last day had sent already is due once more before a later one.
    if (early.length > 0)
      await tx
        .update(campaignPeople)
        .set({ reminders: due })
        .where(and(inCampaign(campaign.id, early), gt(campaignPeople.reminders, due)));
    for (const [personId, at] of await whoIsThrough(campaign, toCheck))
      await markThrough(tx, campaign.id, personId, at);
    return true;
  });
}

const inCampaign = (campaignId: string, personIds: string[]) =>
  and(eq(campaignPeople.campaignId, campaignId), inArray(campaignPeople.personId, personIds));

async function isAsItWas(tx: Tx, { id, version }: Campaign): Promise<boolean> {
  const [row] = await tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.id, id), eq(campaigns.version, version), isNull(campaigns.cancelledAt)));
  return row !== undefined;
}

async function put(tx: Tx, campaignId: string, { added, returned, released }: Change, now: number) {
  if (added.size > 0)
    await tx
      .insert(campaignPeople)
      .values(
        [...added].map(([personId, squadId]) => ({
          campaignId,
          personId,
          squadId,
          addedAt: now,
          reminders: 0,
        })),
      )
      .onConflictDoNothing();
  for (const [personId, squadId] of returned)
    await tx
      .update(campaignPeople)
      .set({ releasedAt: null, squadId, addedAt: now })
      .where(and(inCampaign(campaignId, [personId]), isNotNull(campaignPeople.releasedAt)));
  if (released.length > 0)
    await tx
      .update(campaignPeople)
      .set({ releasedAt: now })
      .where(
        and(
          inCampaign(campaignId, released),
          isNull(campaignPeople.completedAt),
          isNull(campaignPeople.releasedAt),
        ),
      );
}

/** Who of some people (at most 500) has passed all that can be done, and since when. */
export async function whoIsThrough(campaign: Campaign, personIds: string[]): Promise<[string, number][]> {
  const modules = doable(campaign.modules, moduleKeys());
  const passes = await passesSince(personIds, campaign.countsFrom);
  return [...passes].flatMap(([personId, passed]) => {
    const through = throughAt(modules, countingPasses(passed, campaign));
    return through === null ? [] : [[personId, through]];
  });
}
