import { beforeAll, describe, expect, it } from 'vitest';

import { stepsOf } from '#app/action-items/action-items.server.ts';
import { standing } from '#app/action-items/steps.server.ts';
import { day, hour, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { addItem, history, itemSeen, published, take } from './known.ts';

let amara: TestPerson;
let jonas: TestPerson;
let nina: TestPerson;
let postmortem: Awaited<ReturnType<typeof published>>;
beforeAll(async () => {
  [amara, jonas, nina] = [await somebody('Amara'), await somebody('Jonas'), await somebody('Nina')];
  postmortem = await published(amara);
});

const ownedByJonas = (how: Parameters<typeof addItem>[3] = {}) =>
  addItem(postmortem, amara, { owner: { personId: jonas.id }, severity: 1 }, how);
const state = async (id: string) => (await itemSeen(amara, id)).state;

describe('the clock', () => {
  it('runs from the moment an item is written', async () => {
    const id = await ownedByJonas();
    expect(await itemSeen(amara, id)).toMatchObject({
      state: 'open',
      clockFrom: now,
      dueAt: now + day,
      dueOrder: now + day,
    });
  });

  it('of an imported item runs from when somebody accepts it', async () => {
    const id = await ownedByJonas({ as: 'imported' });
    expect(await itemSeen(amara, id)).toMatchObject({ state: 'imported', clockFrom: null, dueAt: null });
    expect(await take(id, 'accepted', jonas, '', now + hour)).toEqual({ taken: 'accepted' });
    expect(await itemSeen(amara, id)).toMatchObject({
      state: 'open',
      clockFrom: now + hour,
      dueAt: now + hour + day,
    });
    expect(await history(id)).toEqual(['imported by Amara', 'accepted by Jonas']);
  });

  it('does not begin anew when an item is reopened', async () => {
    const id = await ownedByJonas();
    await take(id, 'completed', jonas, '', now + hour);
    await take(id, 'reopened', nina, '', now + 2 * hour);
    expect(await itemSeen(amara, id)).toMatchObject({ state: 'open', clockFrom: now, dueAt: now + day });
  });

  it('begins where an imported item is opened again that nobody had accepted', async () => {
    const id = await ownedByJonas({ as: 'imported', done: true });
    await take(id, 'reopened', nina, '', now + hour);
    expect(await itemSeen(amara, id)).toMatchObject({
      state: 'open',
      clockFrom: now + hour,
      dueAt: now + hour + day,
    });
  });

  it('leads to the day people agreed on', async () => {
    const id = await addItem(postmortem, amara, { severity: 1, dueOn: '2026-03-20' });
    expect((await itemSeen(amara, id)).dueAt).toBe(Date.UTC(2026, 2, 20, 23, 59, 59, 999));
  });
});

describe('done is not verified', () => {
  it('its owner cannot confirm their own fix, nor who completed it', async () => {
    const id = await ownedByJonas();
    await take(id, 'completed', nina);
    expect(await take(id, 'verified', jonas, 'Looks fine.')).toEqual({ refused: 'own-fix' });
    expect(await take(id, 'verified', nina, 'Looks fine.')).toEqual({ refused: 'own-fix' });
    expect(await take(id, 'verified', amara, '')).toEqual({ refused: 'no-evidence' });
    expect([await state(id), await history(id)]).toEqual(['done', ['opened by Amara', 'completed by Nina']]);
  });

  it('somebody else does, with evidence that is kept', async () => {
    const id = await ownedByJonas();
    await take(id, 'completed', jonas);
    expect(await take(id, 'verified', nina, 'Restored from backup on staging.')).toEqual({
      taken: 'verified',
    });
    expect(await state(id)).toBe('verified');
    expect((await stepsOf(id))[0]).toMatchObject({
      step: 'verified',
      by: 'Nina',
      note: 'Restored from backup on staging.',
    });
  });

  it('whoever completed it the last time counts, not an earlier one', async () => {
    const id = await ownedByJonas();
    await take(id, 'completed', nina);
    await take(id, 'reopened', amara);
    await take(id, 'completed', amara);
    expect(await standing(await itemSeen(amara, id))).toMatchObject({ completedBy: amara.id });
    expect(await take(id, 'verified', amara, 'It works.')).toEqual({ refused: 'own-fix' });
    expect(await take(id, 'verified', nina, 'It works.')).toEqual({ taken: 'verified' });
  });
});

it('is dropped with a reason, and can come back', async () => {
  const id = await ownedByJonas();
  expect(await take(id, 'dropped', jonas)).toEqual({ refused: 'no-reason' });
  expect(await take(id, 'dropped', jonas, 'The service is gone.')).toEqual({ taken: 'dropped' });
  expect(await take(id, 'reopened', amara)).toEqual({ taken: 'reopened' });
  expect([await state(id), await history(id)]).toEqual([
    'open',
    ['opened by Amara', 'dropped by Jonas', 'reopened by Amara'],
  ]);
});

it('of several who complete it at once, one does, and one row says so', async () => {
  const id = await ownedByJonas();
  const outcomes = await Promise.all([1, 2, 3].map(() => take(id, 'completed', jonas)));
  expect(outcomes.filter((outcome) => 'taken' in outcome)).toHaveLength(1);
  expect(outcomes.filter((outcome) => 'refused' in outcome && outcome.refused === 'not-now')).toHaveLength(2);
  expect(await history(id)).toEqual(['opened by Amara', 'completed by Jonas']);
  expect(await take('nonsense', 'completed', jonas)).toEqual({ refused: 'not-now' });
});
