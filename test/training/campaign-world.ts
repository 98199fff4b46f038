/** Campaigns for the squads of a test, and people who pass modules. */
import { and, eq } from 'drizzle-orm';

import { recordFact } from '#app/facts/facts.server.ts';
import type { Audience } from '#app/training/audience.ts';
import { createCampaign } from '#app/training/campaign-arranging.server.ts';
import type { CampaignDraft } from '#app/training/campaign-form.ts';
import { campaignOf } from '#app/training/campaign-list.server.ts';
import { notePass } from '#app/training/campaigns.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { notices } from '#db/schema/notices.ts';
import { squadMembers } from '#db/schema/squads.ts';
import { campaignPeople, campaigns } from '#db/schema/training.ts';
import { now } from '#test/support/clock.ts';
import type { TestPerson } from '#test/support/people.ts';

export const SIGN_INS = 'white/01-accounts-and-sign-ins';
export const SECRETS = 'white/02-secrets-stay-out-of-code';

type Person = { id: string };

/** 4 to 31 March 2026; `now` is the morning of the first day. */
export const draft = (audience: Audience, change: Partial<CampaignDraft> = {}): CampaignDraft => ({
  name: 'First quarter',
  about: '',
  modules: [SIGN_INS, SECRETS],
  audience,
  opens: '2026-03-04',
  closes: '2026-03-31',
  counting: 'year',
  ...change,
});

/** A campaign of these squads. Returns its id. */
export async function campaignOfSquads(
  by: TestPerson,
  squads: Person[],
  change: Partial<CampaignDraft> & { at?: number } = {},
): Promise<string> {
  const { at = now, ...rest } = change;
  const audience: Audience = { kind: 'squads', squads: squads.map(({ id }) => id) };
  const made = await createCampaign(by, draft(audience, rest), at);
  if ('refused' in made) throw new Error(made.refused);
  return made.id;
}

/** Passes a module as a quiz does. Returns what it came from, to be undone. */
export async function passes({ id: personId }: Person, module: string, at: number, right = 8) {
  const source = { room: 'training', id: newId() };
  const details = { module, version: 'v1', right, asked: 8 };
  await db.write(async (tx) => {
    await recordFact(tx, { kind: 'quiz-passed', personId, at, source, details, by: null, now: at });
    await notePass(tx, personId, module, at);
  });
  return source;
}

export const campaignRow = async (id: string) => (await campaignOf(id))!;

export const standing = async (campaignId: string, { id }: Person) => {
  const [row] = await db.read
    .select()
    .from(campaignPeople)
    .where(and(eq(campaignPeople.campaignId, campaignId), eq(campaignPeople.personId, id)));
  return row ?? null;
};

/** What somebody was told of campaigns, oldest first. */
export const toldTo = async ({ id }: Person): Promise<string[]> =>
  (
    await db.read
      .select({ text: notices.text })
      .from(notices)
      .where(and(eq(notices.personId, id), eq(notices.kind, 'training')))
      .orderBy(notices.at)
  ).map(({ text }) => text);

export const leavesSquad = ({ id }: Person, squad: Person, at: number) =>
  db.write((tx) =>
    tx
      .update(squadMembers)
      .set({ leftAt: at })
      .where(and(eq(squadMembers.personId, id), eq(squadMembers.squadId, squad.id))),
  );
export const joinsSquad = ({ id }: Person, squad: Person, at: number) =>
  db.write((tx) =>
    tx.insert(squadMembers).values({ id: newId(), squadId: squad.id, personId: id, joinedAt: at }),
  );
export const leavesHouse = ({ id }: Person, at: number) =>
  db.write((tx) => tx.update(people).set({ deactivatedAt: at }).where(eq(people.id, id)));

/** No campaign of a test before is under way any more. */
export const clearCampaigns = () =>
  db.write(async (tx) => {
    await tx.delete(campaignPeople);
    await tx.delete(campaigns);
  });
