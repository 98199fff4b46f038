import { beforeEach, expect, it } from 'vitest';

import { standingOf } from '#app/belts/standing.server.ts';
import { giveWaiver, restoreWaiver, waiversOf, withdrawWaiver } from '#app/belts/waivers.server.ts';
import { beltRules } from '#app/belts/rules.server.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { told } from './belt-world.ts';

let mara: TestPerson;
let priya: TestPerson;
const requirement = beltRules().belts[0]!.requirements[0]!.id;
const draft = { requirement, reason: 'She wrote the lesson herself.', until: '2026-09-01' };

beforeEach(async () => {
  mara = await somebody('Mara');
  priya = await somebody('Priya', 'organiser');
});

const state = async (at = now) => (await standingOf(mara.id, at)).belts[0]!.requirements[0]!;

it('stands in for a requirement through its last day, and is told', async () => {
  const given = await giveWaiver(priya, mara.id, draft, now);
  expect(given).toHaveProperty('id');
  expect(await state()).toMatchObject({ state: 'met', until: Date.UTC(2026, 8, 2) });
  expect(await state(Date.UTC(2026, 8, 2))).toMatchObject({ state: 'lapsed' });
  expect(await told(mara)).toHaveLength(1);
  expect(await waiversOf(mara.id, now)).toMatchObject([
    { reason: draft.reason, givenBy: 'Priya', stands: true },
  ]);
});

it.each([
  ['for oneself', 'oneself', (): [string, object] => [priya.id, {}]],
  ['for what is no requirement', 'unknown', (): [string, object] => [mara.id, { requirement: 'white/none' }]],
  ['for nobody', 'nobody', (): [string, object] => ['nobody', {}]],
  ['for a day that is over', 'past', (): [string, object] => [mara.id, { until: '2026-03-03' }]],
  ['for more than a year', 'too-long', (): [string, object] => [mara.id, { until: '2027-03-05' }]],
])('is refused %s', async (_, refused, how) => {
  const [personId, changed] = how();
  expect(await giveWaiver(priya, personId, { ...draft, ...changed }, now)).toEqual({ refused });
});

it('is given once at a time, may end early, and may come back', async () => {
  const { id } = (await giveWaiver(priya, mara.id, draft, now)) as { id: string };
  expect(await giveWaiver(priya, mara.id, draft, now)).toEqual({ refused: 'already' });
  expect(await withdrawWaiver(mara, id, now)).toBeNull();
  expect(await withdrawWaiver(priya, id, now + day)).toEqual({ personId: mara.id });
  expect(await state(now + day)).toMatchObject({ state: 'missing' });
  expect(await restoreWaiver(priya, id, now + day)).toEqual({ personId: mara.id });
  expect(await state(now + day)).toMatchObject({ state: 'met', from: now });
  await withdrawWaiver(priya, id, now + day);
  await giveWaiver(priya, mara.id, draft, now + day);
  expect(await restoreWaiver(priya, id, now + day)).toEqual({ refused: 'already', personId: mara.id });
});
