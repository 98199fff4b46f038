import { beforeEach, describe, expect, it } from 'vitest';

import { arrangeAbsence, arrangementsOf, callOff } from '#app/concerns/deputies.server.ts';
import { moveConcerns } from '#app/concerns/moving.server.ts';
import { visibleConcern } from '#app/concerns/visible.server.ts';
import { noticesOf } from '#app/notices/notices.server.ts';
import { day, hour, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { champions, concernOf, history, row, step } from './known.ts';

let mara: TestPerson;
let ines: TestPerson;
let wei: TestPerson;
let squadId: string;
let squad: string;
let made = 0;
beforeEach(async () => {
  [mara, ines, wei] = [await somebody('Mara'), await somebody('Ines'), await somebody('Wei')];
  ({ id: squadId, name: squad } = await squadOf(`Payments ${++made}`, mara));
  await champions(squadId, ines);
});

const away = async (from: number, until: number, deputyId: string | null = null, at = now) => {
  const arranged = await arrangeAbsence(ines, { from, until, deputyId, zone: 'UTC' }, at);
  if ('refused' in arranged) throw new Error(arranged.refused);
  return arranged.arranged;
};
const callItOff = (id: string, at: number, back = false) => callOff(ines, id, { back, zone: 'UTC' }, at);

describe('a deputy', () => {
  it('has what waits for somebody away from the moment they are, and hears of it', async () => {
    const id = await concernOf(mara, squadId);
    await away(now + hour, now + 5 * day, wei.id);
    expect(await row(id)).toMatchObject({ holderId: ines.id });
    await moveConcerns(now + hour);
    expect(await row(id)).toMatchObject({ holderId: wei.id, standsInFor: ines.id, level: 'champion' });
    const texts = (await noticesOf(wei, null)).notices.map(({ text }) => text);
    expect(texts).toContain(`A concern in ${squad} waits for you while Ines is away.`);
    expect(texts).toContain('Ines is away from 4 Mar 2026 to 9 Mar 2026 and named you to stand in.');
    expect(await step(id, 'answered', wei)).toEqual({ taken: 'answered' });
  });

  it('goes on seeing what they held, and not what comes after', async () => {
    const id = await concernOf(mara, squadId);
    await away(now, now + day, wei.id);
    await moveConcerns(now + day);
    expect(await row(id)).toMatchObject({ holderId: ines.id, standsInFor: null });
    expect(await visibleConcern(wei, id)).not.toBeNull();
    const another = await concernOf(mara, squadId, { at: now + day });
    expect(await visibleConcern(wei, another)).toBeNull();
    expect(await history(id)).toEqual(['raised by Mara', 'handed-over', 'handed-over']);
  });

  it('is never who raised it: then it waits', async () => {
    await away(now, now + 10 * day, mara.id);
    const id = await concernOf(mara, squadId);
    await moveConcerns(now + 9 * day);
    expect(await row(id)).toMatchObject({ holderId: ines.id, level: 'champion' });
  });
});

it('without a deputy the clock waits, and goes on afterwards', async () => {
  const id = await concernOf(mara, squadId);
  await away(now, now + 12 * day);
  expect((await row(id)).dueAt).toBe(now + 14 * day);
  await moveConcerns(now + 13 * day);
  expect((await row(id)).level).toBe('champion');
  await moveConcerns(now + 14 * day);
  expect((await row(id)).level).toBe('security-team');
});

it('called off, it ends at once; what was away stays away', async () => {
  const id = await concernOf(mara, squadId);
  const absence = await away(now, now + 12 * day);
  await callItOff(absence, now + day);
  expect((await row(id)).dueAt).toBe(now + 5 * day);
  expect(await arrangementsOf(ines.id, now + day)).toEqual([]);
  await callItOff(absence, now + day, true);
  expect((await row(id)).dueAt).toBe(now + 14 * day);
});

it('is refused over days that are taken, and is nobody else’s to call off', async () => {
  const absence = await away(now, now + day);
  const again = { from: now + hour, until: now + 2 * day, deputyId: null, zone: 'UTC' };
  expect(await arrangeAbsence(ines, again, now)).toEqual({ refused: 'overlaps' });
  expect(await callOff(wei, absence, { back: false, zone: 'UTC' }, now)).toBeNull();
  await callItOff(absence, now);
  expect(await arrangeAbsence(ines, again, now)).toHaveProperty('arranged');
  expect(await callItOff(absence, now, true)).toEqual({ refused: 'overlaps' });
});
