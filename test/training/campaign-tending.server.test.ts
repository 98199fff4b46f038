import { beforeEach, describe, expect, it } from 'vitest';

import { changeCampaign } from '#app/training/campaign-arranging.server.ts';
import { tendCampaigns } from '#app/training/campaign-tending.server.ts';
import { completionOf } from '#app/training/completion.server.ts';
import { db } from '#db/database.server.ts';
import { campaignPeople } from '#db/schema/training.ts';
import { day, hour, minute, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';
import { eq } from 'drizzle-orm';

import {
  campaignOfSquads,
  campaignRow,
  clearCampaigns,
  draft,
  joinsSquad,
  leavesHouse,
  leavesSquad,
  passes,
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

describe('reminders', () => {
  it('come a week and a day before the end, once each, to whoever is still asked', async () => {
    const noor = await somebody('Noor');
    await joinsSquad(noor, squad, now);
    const id = await campaignOfSquads(tove, [squad], { modules: [SIGN_INS] });
    await tendCampaigns(now);
    await passes(jonas, SIGN_INS, now + day);
    await leavesHouse(noor, now + 2 * day);
    for (let at = now; at < closing + 2 * day; at += 6 * hour) {
      await Promise.all([tendCampaigns(at), tendCampaigns(at)]);
    }
    expect(await toldTo(mara)).toHaveLength(3);
    expect(await toldTo(jonas)).toHaveLength(1);
    expect(await toldTo(noor)).toHaveLength(1);
    expect((await standing(id, mara))!.reminders).toBe(3);
  });

  it('that were missed are not made up for: only the newest is sent', async () => {
    await campaignOfSquads(tove, [squad]);
    await tendCampaigns(now);
    await tendCampaigns(closing - hour);
    await tendCampaigns(closing - hour / 2);
    expect(await toldTo(mara)).toHaveLength(2);
  });

  it('come again before a later end', async () => {
    const id = await campaignOfSquads(tove, [squad]);
    await tendCampaigns(closing - hour);
    expect(await toldTo(mara)).toHaveLength(1);
    const later = draft((await campaignRow(id)).audience as never, { closes: '2026-04-30' });
    expect(await changeCampaign(id, 1, later, closing - hour)).toEqual({ changed: true });
    await tendCampaigns(closing - minute);
    expect(await toldTo(mara)).toHaveLength(1);
    await tendCampaigns(Date.UTC(2026, 3, 23, 9));
    await tendCampaigns(Date.UTC(2026, 3, 29, 9));
    expect(await toldTo(mara)).toHaveLength(3);
  });
});

describe('while it is open', () => {
  it('asks who comes and releases who leaves; what was completed stays', async () => {
    const noor = await somebody('Noor');
    const id = await campaignOfSquads(tove, [squad], { modules: [SIGN_INS] });
    await tendCampaigns(now);
    await passes(jonas, SIGN_INS, now + hour);
    await leavesSquad(mara, squad, now + day);
    await leavesHouse(jonas, now + day);
    await joinsSquad(noor, squad, now + day);
    await tendCampaigns(now + 2 * day);
    expect((await standing(id, mara))!.releasedAt).toBe(now + 2 * day);
    expect(await standing(id, jonas)).toMatchObject({ completedAt: now + hour, releasedAt: null });
    expect(await standing(id, noor)).toMatchObject({ addedAt: now + 2 * day, reminders: 1 });
    expect(await completionOf(id)).toMatchObject([{ id: squad.id, asked: 2, through: 1 }]);
    await joinsSquad(mara, squad, now + 3 * day);
    await tendCampaigns(now + 3 * day);
    expect((await standing(id, mara))!.releasedAt).toBeNull();
    expect(await toldTo(mara)).toHaveLength(1);
  });

  it('brings its people in line with another audience', async () => {
    const noor = await somebody('Noor');
    const other = await squadOf(`Ledger ${made}`, noor);
    const id = await campaignOfSquads(tove, [squad]);
    await tendCampaigns(now);
    const changed = draft({ kind: 'squads', squads: [other.id] });
    expect(await changeCampaign(id, 1, changed, now + hour)).toEqual({ changed: true });
    await tendCampaigns(now + 2 * hour);
    expect((await standing(id, mara))!.releasedAt).toBe(now + 2 * hour);
    expect((await standing(id, noor))!.releasedAt).toBeNull();
    expect(await completionOf(id)).toMatchObject([{ id: other.id, asked: 1 }]);
  });

  it('counts somebody in two squads once, for the one they have been in longer', async () => {
    const ledger = await squadOf(`Ledger ${made}`);
    await joinsSquad(mara, ledger, now - 100 * day);
    const id = await campaignOfSquads(tove, [squad, ledger]);
    await tendCampaigns(now);
    const sums = await completionOf(id);
    expect(sums.reduce((sum, { asked }) => sum + asked, 0)).toBe(2);
    expect((await standing(id, mara))!.squadId).toBe(ledger.id);
  });
});

it('ends early when the house closes, and goes on the next time', async () => {
  const id = await campaignOfSquads(tove, [squad]);
  await tendCampaigns(now, AbortSignal.abort());
  expect(await askedIn(id)).toEqual([]);
  await tendCampaigns(now);
  expect(await askedIn(id)).toHaveLength(2);
});
