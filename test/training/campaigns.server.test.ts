import { beforeEach, describe, expect, it } from 'vitest';

import { undoFacts } from '#app/facts/facts.server.ts';
import { createCampaign } from '#app/training/campaign-arranging.server.ts';
import { tendCampaigns } from '#app/training/campaign-tending.server.ts';
import { campaignsAskedOf } from '#app/training/campaigns.server.ts';
import { db } from '#db/database.server.ts';
import { campaignPeople } from '#db/schema/training.ts';
import { champions } from '#test/concerns/known.ts';
import { day, hour, minute, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';
import { eq } from 'drizzle-orm';

import {
  campaignOfSquads,
  campaignRow,
  clearCampaigns,
  draft,
  passes,
  SECRETS,
  SIGN_INS,
  standing,
  toldTo,
} from './campaign-world.ts';

let tove: TestPerson;
let mara: TestPerson;
let jonas: TestPerson;
let squad: { id: string; name: string };
let made = 0;
beforeEach(async () => {
  await clearCampaigns();
  [tove, mara, jonas] = [
    await somebody('Tove', 'organiser'),
    await somebody('Mara'),
    await somebody('Jonas'),
  ];
  squad = await squadOf(`Payments ${++made}`, mara, jonas);
});

/** The last moment of 31 March in UTC, which is the zone of the house. */
const closing = Date.UTC(2026, 3, 1);
const askedIn = async (id: string) =>
  (await db.read.select().from(campaignPeople).where(eq(campaignPeople.campaignId, id))).map(
    ({ personId }) => personId,
  );

describe('a campaign that opens', () => {
  it('asks its people once, with several at it at the same time', async () => {
    const id = await campaignOfSquads(tove, [squad]);
    expect(await campaignsAskedOf(mara.id, now)).toEqual([]);
    await Promise.all([tendCampaigns(now), tendCampaigns(now), tendCampaigns(now)]);
    await tendCampaigns(now + minute);
    expect((await askedIn(id)).sort()).toEqual([mara.id, jonas.id].sort());
    expect(await toldTo(mara)).toHaveLength(1);
    expect(await toldTo(jonas)).toHaveLength(1);
    expect((await campaignRow(id)).openedAt).toBe(now);
    const [asked] = await campaignsAskedOf(mara.id, now);
    expect(asked).toMatchObject({ id, name: 'First quarter', closesAt: closing });
    expect(asked!.left.map(({ key }) => key)).toEqual([SIGN_INS, SECRETS]);
  });

  it('asks nobody before its first day', async () => {
    const id = await campaignOfSquads(tove, [squad], { opens: '2026-03-05' });
    await tendCampaigns(now);
    expect(await askedIn(id)).toEqual([]);
    await tendCampaigns(Date.UTC(2026, 2, 5));
    expect(await askedIn(id)).toHaveLength(2);
    expect(await toldTo(mara)).toEqual([]);
    await tendCampaigns(Date.UTC(2026, 2, 5, 8));
    expect(await toldTo(mara)).toHaveLength(1);
  });

  it('lets through at once whoever passed everything within the year, and tells them nothing', async () => {
    await passes(mara, SIGN_INS, now - 300 * day);
    await passes(mara, SECRETS, now - 20 * day);
    await passes(jonas, SIGN_INS, now - 20 * day);
    await passes(jonas, SECRETS, now - 366 * day);
    const id = await campaignOfSquads(tove, [squad]);
    await tendCampaigns(now);
    expect((await standing(id, mara))!.completedAt).toBe(now - 20 * day);
    expect((await standing(id, jonas))!.completedAt).toBeNull();
    expect(await toldTo(mara)).toEqual([]);
    expect((await campaignsAskedOf(jonas.id, now))[0]!.left.map(({ key }) => key)).toEqual([SECRETS]);
  });

  it('wants everybody anew where it says so', async () => {
    await passes(mara, SIGN_INS, now - day);
    await passes(mara, SECRETS, now - day);
    const id = await campaignOfSquads(tove, [squad], { counting: 'anew' });
    await tendCampaigns(now);
    expect((await standing(id, mara))!.completedAt).toBeNull();
  });

  it('counts no pass that was undone', async () => {
    await passes(mara, SECRETS, now - day);
    const source = await passes(mara, SIGN_INS, now - day);
    await db.write((tx) => undoFacts(tx, source, { by: tove.id, now }));
    const id = await campaignOfSquads(tove, [squad]);
    await tendCampaigns(now);
    expect((await standing(id, mara))!.completedAt).toBeNull();
  });
});

describe('a pass', () => {
  it('completes the campaigns that ask for it once nothing is left, and no other', async () => {
    const id = await campaignOfSquads(tove, [squad]);
    const other = await campaignOfSquads(tove, [squad], { modules: ['green/01-reading-a-scan'] });
    await tendCampaigns(now);
    await passes(mara, SIGN_INS, now + hour);
    expect((await standing(id, mara))!.completedAt).toBeNull();
    await passes(mara, SECRETS, now + 2 * hour);
    expect((await standing(id, mara))!.completedAt).toBe(now + 2 * hour);
    expect((await standing(other, mara))!.completedAt).toBeNull();
    expect((await standing(id, jonas))!.completedAt).toBeNull();
    expect((await campaignsAskedOf(mara.id, now + 3 * hour)).map((asked) => asked.id)).toEqual([other]);
    await passes(mara, SECRETS, now + 4 * hour);
    expect((await standing(id, mara))!.completedAt).toBe(now + 2 * hour);
  });

  it('counts in the last second before the end, and not in the first after it', async () => {
    const id = await campaignOfSquads(tove, [squad], { modules: [SIGN_INS] });
    await tendCampaigns(now);
    await passes(mara, SIGN_INS, closing - 1000);
    await passes(jonas, SIGN_INS, closing);
    await tendCampaigns(closing + minute);
    expect((await standing(id, mara))!.completedAt).toBe(closing - 1000);
    expect((await standing(id, jonas))!.completedAt).toBeNull();
    expect(await campaignsAskedOf(jonas.id, closing)).toEqual([]);
  });

  it('that fell between two gatherings is found by the next', async () => {
    const id = await campaignOfSquads(tove, [squad], { modules: [SIGN_INS] });
    await passes(mara, SIGN_INS, now + minute);
    await tendCampaigns(now + 2 * minute);
    await db.write((tx) => tx.update(campaignPeople).set({ completedAt: null }));
    await tendCampaigns(now + 7 * minute);
    expect((await standing(id, mara))!.completedAt).toBe(now + minute);
  });

  it('of all that is left completes a campaign one of whose lessons was taken out', async () => {
    const id = await campaignOfSquads(tove, [squad], { modules: [SIGN_INS, 'white/99-gone'] });
    const empty = await campaignOfSquads(tove, [squad], { modules: ['white/99-gone'] });
    await tendCampaigns(now);
    expect((await campaignsAskedOf(mara.id, now)).map((asked) => asked.id)).toEqual([id]);
    await passes(mara, SIGN_INS, now + hour);
    expect((await standing(id, mara))!.completedAt).toBe(now + hour);
    expect((await standing(empty, mara))!.completedAt).toBeNull();
  });

  it('at the very moment in which its person is asked is not lost', async () => {
    for (const at of [1, 2, 3].map((number) => now + number * hour)) {
      await clearCampaigns();
      const person = await somebody('Ines');
      const crew = await squadOf(`Crew ${made} ${at}`, person);
      const id = await campaignOfSquads(tove, [crew], { modules: [SIGN_INS] });
      await Promise.all([tendCampaigns(at), passes(person, SIGN_INS, at)]);
      await tendCampaigns(at + 5 * minute);
      expect((await standing(id, person))!.completedAt).toBe(at);
    }
  });
});

describe('audiences', () => {
  it('take in engineers, everybody, champions', async () => {
    await champions(squad.id, jonas);
    const ask = async (kind: 'engineers' | 'everyone' | 'champions') => {
      const outcome = await createCampaign(tove, draft({ kind }), now);
      return 'id' in outcome ? outcome.id : '';
    };
    const [engineers, everyone, champs] = [
      await ask('engineers'),
      await ask('everyone'),
      await ask('champions'),
    ];
    await tendCampaigns(now);
    expect(await standing(engineers, mara)).not.toBeNull();
    expect(await standing(engineers, tove)).toBeNull();
    expect((await standing(everyone, tove))!.squadId).toBeNull();
    expect((await standing(everyone, mara))!.squadId).toBe(squad.id);
    expect(await askedIn(champs)).toEqual([jonas.id]);
  });
});
