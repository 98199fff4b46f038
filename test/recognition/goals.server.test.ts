import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { keepUp } from '#app/facts/keeping.server.ts';
import { celebrateGoals, celebrateMissedGoals } from '#app/recognition/celebrating.server.ts';
import { goalPageOf } from '#app/recognition/goal-page.server.ts';
import { noDifferences } from '#app/recognition/kept-grants.server.ts';
import { grantsKeeper } from '#app/recognition/keeping.server.ts';
import { setGoal, takeGoalBack } from '#app/recognition/goal-setting.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { squadGoals, squadGoalsReached } from '#db/schema/recognition.ts';
import { squadMembers, squadRoles, squads } from '#db/schema/squads.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { approved, keep, presented, told, undone, worth } from './recognition-world.ts';

const [shown, led] = [worth('evidence-points'), worth('led-agenda-item-points')];

let members: TestPerson[];
let mara: TestPerson;
let squad: { id: string; name: string };
beforeEach(async () => {
  members = [];
  for (const name of ['Mara', 'Jonas', 'Noor', 'Ines', 'Tomás']) members.push(await somebody(name));
  mara = members[0]!;
  squad = await squadOf(`Payments ${mara.id}`, ...members);
});

const aim = (target: number, by = mara, season: 'this' | 'next' = 'this', at = now) =>
  setGoal(by, squad.id, { season, target }, at);
const page = async (viewer: TestPerson = mara, at = now) => (await goalPageOf(viewer, squad.id, at))!;
const leaves = ({ id }: TestPerson, at: number) =>
  db.write((tx) =>
    tx
      .update(squadMembers)
      .set({ leftAt: at })
      .where(and(eq(squadMembers.personId, id), eq(squadMembers.squadId, squad.id))),
  );

describe('a goal', () => {
  it('is set for this season or the next, and measured by what the squad gathers itself', async () => {
    await aim(20);
    await aim(24, mara, 'next');
    await approved(mara, now);
    await presented(members[1]!, now);
    await presented(await somebody('Somebody elsewhere'), now);
    await keep(now);
    const { goal, next } = await page();
    expect(goal).toMatchObject({
      season: 'January to March 2026',
      figures: { points: shown + led, target: 20 },
    });
    expect(next).toMatchObject({ season: 'April to June 2026', figures: { points: 0, target: 24 } });
  });

  it('begins each season anew, and may begin with what the last one came to', async () => {
    expect((await page()).suggested).toBe(12);
    await approved(mara, now);
    await keep(now);
    const after = await page(mara, now + 40 * day);
    expect(after).toMatchObject({
      lastSum: shown,
      suggested: 12,
      goal: { figures: { points: 0, target: null } },
    });
    expect(await page(mara, now + 130 * day)).toMatchObject({ lastSum: 0, suggested: 12 });
  });

  it('loses what is undone', async () => {
    await aim(20);
    const scan = await approved(mara, now);
    await keep(now);
    await undone(scan, now);
    await keep(now);
    expect((await page()).goal.figures).toMatchObject({ points: 0, target: 20 });
  });

  it('of two who set it at once is the newest, and says what it was before', async () => {
    await Promise.all([aim(20), aim(30, members[1]!, 'this', now + 1)]);
    const { figures } = (await page()).goal;
    expect(figures).toMatchObject({ target: 30 });
    expect(figures!.setBy).toContain('Jonas');
    expect(figures!.before).toMatch(/20.*Mara/);
    expect(await db.read.$count(squadGoals, eq(squadGoals.squadId, squad.id))).toBe(2);
  });

  it('lies ahead', async () => {
    await approved(mara, now);
    await keep(now);
    expect(await aim(shown)).toEqual({ refused: 'reached' });
    expect(await aim(shown + 1)).toEqual({ id: expect.any(String) as string });
  });
});

describe('fewer than five people', () => {
  it('have no number, not even while one is away for good, and have it again with the fifth', async () => {
    await aim(20);
    await approved(mara, now);
    await keep(now);
    expect((await page()).goal.figures).toMatchObject({ points: shown });
    await leaves(members[4]!, now);
    expect(await page()).toMatchObject({
      isEnough: false,
      lastSum: 0,
      goal: { figures: null },
      next: { figures: null },
    });
    expect(await aim(30)).toEqual({ refused: 'too-few' });
    const fifth = await somebody('Ada');
    await db.write((tx) =>
      tx.insert(squadMembers).values({ id: newId(), squadId: squad.id, personId: fifth.id, joinedAt: now }),
    );
    expect((await page()).goal.figures).toMatchObject({ points: shown, target: 20 });
  });

  it('have none yet where the fifth has just come, or came for a while', async () => {
    await leaves(members[4]!, now);
    const late = now + 20 * day;
    const ada = await somebody('Ada');
    const row = { id: newId(), squadId: squad.id, personId: ada.id, joinedAt: late };
    await db.write((tx) => tx.insert(squadMembers).values(row));
    expect(await page(mara, late + day)).toMatchObject({ isEnough: false, goal: { figures: null } });
    expect(await aim(1, mara, 'this', late + day)).toEqual({ refused: 'too-few' });
    expect(await page(mara, late + 120 * day)).toMatchObject({ isEnough: true });
  });

  it('are told of no goal that is reached', async () => {
    await aim(shown);
    await leaves(members[4]!, now);
    await approved(mara, now);
    await keep(now);
    expect((await told(members[1]!)).filter((text) => text.includes('goal'))).toEqual([]);
    expect(await db.read.$count(squadGoalsReached, eq(squadGoalsReached.squadId, squad.id))).toBe(0);
  });
});

it('is celebrated once a season, with everybody in the squad', async () => {
  await aim(shown + led);
  await approved(mara, now);
  await keep(now);
  const heard = async (who: TestPerson) => (await told(who)).filter((text) => text.includes('its goal'));
  expect(await heard(members[1]!)).toEqual([]);
  const talk = await presented(members[2]!, now);
  await keep(now);
  for (const member of members) expect(await heard(member)).toHaveLength(1);
  await undone(talk, now + day);
  await keep(now + day);
  await presented(members[2]!, now + day);
  await keep(now + day);
  await Promise.all([celebrateGoals(new Set([squad.id]), now), celebrateGoals(new Set([squad.id]), now)]);
  for (const member of members) expect(await heard(member)).toHaveLength(1);
  expect((await page()).goal.figures!.reached).not.toBe('');
});

it('is celebrated later, should the process end before anybody hears; not of a squad that was put away', async () => {
  await aim(shown);
  await approved(mara, now);
  await keepUp(await grantsKeeper(now, noDifferences()), new AbortController().signal);
  const heard = async () => (await told(mara)).filter((text) => text.includes('its goal'));
  expect(await heard()).toEqual([]);
  const putAway = (archivedAt: number | null) =>
    db.write((tx) => tx.update(squads).set({ archivedAt }).where(eq(squads.id, squad.id)));
  await putAway(now);
  await celebrateMissedGoals(now);
  await putAway(null);
  expect(await heard()).toEqual([]);
  for (let times = 0; times < 2; times += 1) await celebrateMissedGoals(now);
  expect(await heard()).toHaveLength(1);
});

it('is taken back within the hour by whoever set it, and the one before holds again', async () => {
  await aim(20);
  const set = await aim(2000, mara, 'this', now + 1);
  const goal = { squadId: squad.id, id: (set as { id: string }).id };
  const target = async () => (await page(mara, now + 2)).goal.figures!.target;
  expect(await target()).toBe(2000);
  expect(await takeGoalBack(members[1]!, goal, now + 2)).toBe(false);
  expect(await takeGoalBack(mara, { ...goal, squadId: 'another' }, now + 2)).toBe(false);
  expect(await takeGoalBack(mara, goal, now + day)).toBe(false);
  expect(await target()).toBe(2000);
  const twice = [takeGoalBack(mara, goal, now + 2), takeGoalBack(mara, goal, now + 2)];
  expect((await Promise.all(twice)).sort()).toEqual([false, true]);
  expect(await target()).toBe(20);
});

describe('it is seen', () => {
  const seenBy = async (viewer: TestPerson) => {
    const seen = await goalPageOf(viewer, squad.id, now);
    return seen && { maySet: seen.maySet };
  };

  it('by the squad’s people and organisers, who set it, and by those who answer for it', async () => {
    const [lena, omar] = [await somebody('Lena'), await somebody('Omar', 'organiser')];
    for (const role of ['manager', 'product-owner', 'advocate'] as const) {
      const holder = await somebody(`The ${role}`);
      await db.write((tx) =>
        tx
          .insert(squadRoles)
          .values({ id: newId(), squadId: squad.id, personId: holder.id, role, assumedAt: now - day }),
      );
      expect(await seenBy(holder)).toEqual({ maySet: false });
      expect(await aim(20, holder)).toEqual({ refused: 'not-yours' });
    }
    expect(await seenBy(omar)).toEqual({ maySet: true });
    expect(await seenBy(members[4]!)).toEqual({ maySet: true });
    expect(await seenBy(lena)).toBeNull();
    expect(await aim(20, lena)).toEqual({ refused: 'not-yours' });
  });

  it('no more by whoever left the squad, nor after their role ended', async () => {
    await leaves(members[4]!, now - day);
    expect(await seenBy(members[4]!)).toBeNull();
    const was = await somebody('Was an advocate');
    await db.write((tx) =>
      tx.insert(squadRoles).values({
        id: newId(),
        squadId: squad.id,
        personId: was.id,
        role: 'advocate',
        assumedAt: now - 2 * day,
        renouncedAt: now - day,
      }),
    );
    expect(await seenBy(was)).toBeNull();
    expect(await goalPageOf(mara, 'no-such-squad', now)).toBeNull();
  });
});
