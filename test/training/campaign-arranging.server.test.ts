import { beforeEach, describe, expect, it } from 'vitest';

import { cancelCampaign, changeCampaign, resumeCampaign } from '#app/training/campaign-arranging.server.ts';
import { campaignsFor } from '#app/training/campaign-list.server.ts';
import { tendCampaigns } from '#app/training/campaign-tending.server.ts';
import { campaignsAskedOf } from '#app/training/campaigns.server.ts';
import { day, hour, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

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

describe('changing', () => {
  it('refuses who saw an older version, and what an open campaign keeps', async () => {
    const id = await campaignOfSquads(tove, [squad]);
    const audience = { kind: 'squads' as const, squads: [squad.id] };
    const change = (version: number, what: Parameters<typeof draft>[1], at = now) =>
      changeCampaign(id, version, draft(audience, what), at);
    expect(await change(1, { name: 'Spring' })).toEqual({ changed: true });
    expect(await change(1, { name: 'Summer' })).toMatchObject({ refused: 'stale', now: { name: 'Spring' } });
    expect(await change(2, { modules: [SIGN_INS] })).toEqual({ refused: 'opened' });
    expect(await change(2, { counting: 'anew' })).toEqual({ refused: 'opened' });
    expect(await change(2, { opens: '2026-03-05' })).toEqual({ refused: 'opened' });
    expect(await change(2, { closes: '2026-03-03' })).toEqual({ refused: 'days' });
    expect(await change(2, {}, closing)).toEqual({ refused: 'over' });
    expect((await campaignRow(id)).version).toBe(2);
  });

  it('of two at once lets one through', async () => {
    const id = await campaignOfSquads(tove, [squad]);
    const audience = { kind: 'squads' as const, squads: [squad.id] };
    const both = await Promise.all(
      ['One', 'Two'].map((name) => changeCampaign(id, 1, draft(audience, { name }), now)),
    );
    expect(both.filter((one) => 'changed' in one)).toHaveLength(1);
  });

  it('moves a planned campaign as a whole', async () => {
    const id = await campaignOfSquads(tove, [squad], { opens: '2026-04-01', closes: '2026-04-30' });
    const moved = draft(
      { kind: 'everyone' },
      { opens: '2026-05-01', closes: '2026-05-31', modules: [SECRETS] },
    );
    expect(await changeCampaign(id, 1, moved, now)).toEqual({ changed: true });
    const campaign = await campaignRow(id);
    expect(new Date(campaign.opensAt).toISOString()).toBe('2026-05-01T00:00:00.000Z');
    expect(campaign.modules).toEqual([SECRETS]);
  });
});

describe('called off', () => {
  it('asks and reminds nobody, and goes on with what was passed meanwhile', async () => {
    const id = await campaignOfSquads(tove, [squad], { modules: [SIGN_INS] });
    await tendCampaigns(now);
    expect(await cancelCampaign(tove, await campaignRow(id), now + hour)).toBe(true);
    expect(await campaignsAskedOf(mara.id, now + hour)).toEqual([]);
    await passes(mara, SIGN_INS, now + day);
    await tendCampaigns(closing - hour);
    expect(await toldTo(jonas)).toHaveLength(1);
    expect((await standing(id, mara))!.completedAt).toBeNull();
    expect(await resumeCampaign(await campaignRow(id), closing - hour)).toBe(true);
    await tendCampaigns(closing - hour);
    expect((await standing(id, mara))!.completedAt).toBe(now + day);
    expect(await toldTo(mara)).toHaveLength(1);
    expect(await toldTo(jonas)).toHaveLength(2);
  });

  it('stays so once its last day is over', async () => {
    const id = await campaignOfSquads(tove, [squad]);
    await cancelCampaign(tove, await campaignRow(id), now);
    expect(await resumeCampaign(await campaignRow(id), closing)).toBe(false);
    const { past, open } = await campaignsFor(mara.id, null, now);
    expect([past.map((one) => one.state), open]).toEqual([['cancelled'], []]);
  });
});

it('lists open campaigns with those that ask me first', async () => {
  const other = await squadOf(`Ledger ${made}`, await somebody('Noor'));
  const theirs = await campaignOfSquads(tove, [other], { closes: '2026-03-10' });
  const mine = await campaignOfSquads(tove, [squad]);
  const planned = await campaignOfSquads(tove, [squad], { opens: '2026-04-01', closes: '2026-04-02' });
  await tendCampaigns(now);
  const found = await campaignsFor(mara.id, null, now);
  expect(found.open.map(({ id, own }) => [id, own])).toEqual([
    [mine, 'asked'],
    [theirs, null],
  ]);
  expect(found.planned.map(({ id }) => id)).toEqual([planned]);
});
