import { and, asc, eq, gt, isNotNull, or } from 'drizzle-orm';

import { audit } from '#app/accounts/audit.server.ts';
import { zoneHere } from '#app/accounts/organisation.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { squads } from '#db/schema/squads.ts';
import { campaignPeople } from '#db/schema/training.ts';
import { stringify } from 'csv-stringify/sync';

import { countingPasses, scoreBand } from './campaign.ts';
import type { Campaign } from './campaign-gathering.server.ts';
import { passesSince } from './campaign-passes.server.ts';
import { campaignSettings } from './campaign-settings.server.ts';
import { withZone } from './campaign-window.ts';
import { moduleNamed } from './curriculum.server.ts';

const heads = ['Name', 'Email', 'Squad', 'Module', 'Title', 'Version', 'Passed at', 'Score band in percent'];
const PORTION = 500;

const lines = (rows: string[][], bom: boolean) =>
  stringify(rows, { bom, escape_formulas: true, record_delimiter: 'windows' });

/** Writes down that somebody took a campaign's list of completions with them. */
export const noteExport = (by: { id: string }, { name }: Campaign, now: number): Promise<void> =>
  db.write((tx) =>
    audit(tx, { event: 'campaign-exported', actorId: by.id, details: { campaign: name }, at: now }),
  );

/**
 * Who completed a campaign, by name, a row for each module they passed for it: what version, when, and in what band the
 * score lies. Comes in portions of 500 people. A cell that a spreadsheet would take for a formula is marked as text.
 */
export async function* campaignCsv(campaign: Campaign): AsyncGenerator<string> {
  const [zone, { bands }] = [await zoneHere(), campaignSettings()];
  yield lines([heads], true);
  let after: Completed | null = null;
  for (;;) {
    const portion = await completedAfter(campaign.id, after);
    if (portion.length === 0) return;
    const passes = await passesSince(
      portion.map(({ id }) => id),
      campaign.countsFrom,
    );
    const rows = portion.flatMap(({ id, name, email, squad }) => {
      const counting = countingPasses(passes.get(id) ?? [], campaign);
      return campaign.modules.flatMap((module) => {
        const pass = counting.get(module);
        const band = pass && scoreBand(pass, bands);
        if (!pass || !band) return [];
        const title = moduleNamed(module)?.title ?? '';
        return [[name, email, squad ?? '', module, title, pass.version, withZone(pass.at, zone), band]];
      });
    });
    if (rows.length > 0) yield lines(rows, false);
    after = portion.at(-1)!;
  }
}

type Completed = { id: string; name: string; email: string; squad: string | null };

const completedAfter = (campaignId: string, after: Completed | null): Promise<Completed[]> =>
  db.read
    .select({ id: people.id, name: people.name, email: people.email, squad: squads.name })
    .from(people)
    .innerJoin(
      campaignPeople,
      and(eq(campaignPeople.campaignId, campaignId), eq(campaignPeople.personId, people.id)),
    )
    .leftJoin(squads, eq(squads.id, campaignPeople.squadId))
    .where(
      and(
        isNotNull(campaignPeople.completedAt),
        after
          ? or(gt(people.name, after.name), and(eq(people.name, after.name), gt(people.id, after.id)))
          : undefined,
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(PORTION);
