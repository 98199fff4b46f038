import { beforeAll, expect, it } from 'vitest';

import { takeStep } from '#app/champions/enrolments.server.ts';
import { enrolmentsOf } from '#app/champions/enrolments-of.server.ts';
import { reportedHours, reportHours } from '#app/champions/hours.server.ts';
import { saySpecialisms, specialismsOf } from '#app/champions/said-specialisms.server.ts';
import { summedHours } from '#app/champions/summed-hours.server.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { applied, champion } from './volunteers.ts';

let max: TestPerson;
beforeAll(async () => {
  max = await somebody('Max');
});
const zone = 'UTC';
const tell = (id: string, quarters: number, at = now, month = '2026-02') =>
  reportHours(id, { part: 'person' }, { month, quarters, word: '' }, { now: at, zone });

it('is told by the person alone, for months just gone by, and corrected by telling it again', async () => {
  const nina = await somebody('Nina');
  const { id } = await champion(nina, max, { at: now - 60 * day });
  const asked = async () => (await enrolmentsOf(nina.id, now, zone))[0]?.hoursToTell;
  expect(await asked()).toBe('2026-02');
  expect(await tell(id, 24)).toEqual({ reported: true });
  expect(await asked()).toBeNull();
  expect(await tell(id, 26, now + 1)).toEqual({ reported: true });
  expect(await tell(id, 8, now + 2, '2026-01')).toEqual({ reported: true });
  expect(await tell(id, 8, now, '2025-11')).toEqual({ refused: 'not-now' });
  expect(await tell(id, 8, now, '2026-04')).toEqual({ refused: 'not-now' });
  const report = { month: '2026-02', quarters: 99, word: '' };
  for (const part of ['manager', 'organiser', 'buddy'] as const)
    expect(await reportHours(id, { part }, report, { now, zone })).toEqual({ refused: 'not-yours' });
  expect(await reportedHours(id)).toMatchObject([
    { month: '2026-02', quarters: 26 },
    { month: '2026-01', quarters: 8 },
  ]);
});

it('is nothing to tell before anything is agreed', async () => {
  const ines = await somebody('Ines');
  const id = await applied(ines, await squadOf('Search', ines), max);
  expect(await tell(id, 8)).toEqual({ refused: 'not-now' });
});

it('is summed over five people or more, and never over fewer', async () => {
  const ids: string[] = [];
  for (const name of ['Ada', 'Bo', 'Cai', 'Dee', 'Eva']) {
    const person = await somebody(name);
    const { id } = await champion(person, max, { hours: 10 });
    if (ids.length < 4) expect(await summedHours([...ids, id], '2026-02')).toBeNull();
    ids.push(id);
  }
  for (const id of ids.slice(0, 4)) await tell(id, 12);
  expect(await summedHours(ids, '2026-02')).toEqual({ people: 5, promised: 50, told: null, reported: null });
  await tell(ids[4]!, 3);
  await tell(ids[4]!, 2, now + 1);
  expect(await summedHours(ids, '2026-02')).toEqual({ people: 5, promised: 50, told: 5, reported: 12.5 });
  expect(await summedHours([...ids.slice(0, 4), ...ids.slice(0, 4)], '2026-02')).toBeNull();
  expect(await summedHours([], '2026-02')).toBeNull();
});

it('counts one person with five enrolments as one', async () => {
  const busy = await somebody('Busy');
  const ids: string[] = [];
  for (let n = 0; n < 5; n++) {
    const { id } = await champion(busy, max, { squad: await squadOf(`Many ${n}`, busy) });
    ids.push(id);
    await tell(id, 4);
  }
  expect(await summedHours(ids, '2026-02')).toBeNull();
  const stepping = { by: { id: busy.id, part: 'person' as const }, now };
  expect(await takeStep(ids[0]!, 'stepped-down', stepping)).toHaveProperty('taken');
});

it('knows what champions say they know well, from when until when', async () => {
  const rosa = await somebody('Rosa');
  await saySpecialisms(rosa.id, ['cloud', 'identity', 'cloud'], now);
  await saySpecialisms(rosa.id, ['identity', 'privacy'], now + day);
  expect((await specialismsOf([rosa.id])).get(rosa.id)).toEqual(['identity', 'privacy']);
  await saySpecialisms(rosa.id, [], now + 2 * day);
  expect((await specialismsOf([rosa.id])).size).toBe(0);
});
