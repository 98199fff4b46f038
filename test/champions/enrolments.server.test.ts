import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { agreedHours } from '#app/champions/agreed-hours.server.ts';
import {
  activeEnrolments,
  championedBy,
  championsOf,
  isActiveChampion,
} from '#app/champions/champions.server.ts';
import { apply, takeStep } from '#app/champions/enrolments.server.ts';
import { enrolmentsOf } from '#app/champions/enrolments-of.server.ts';
import { nameManager } from '#app/champions/named-manager.server.ts';
import { marksOf } from '#app/champions/onboarding.server.ts';
import { askForRenewal, endForLeavers, remindManagers } from '#app/champions/reminders.server.ts';
import { historyOf } from '#app/champions/steps.server.ts';
import { visibleEnrolment } from '#app/champions/visible.server.ts';
import { archiveSquad } from '#app/squads/squads.server.ts';
import { db } from '#db/database.server.ts';
import { enrolments } from '#db/schema/champions.ts';
import { notices } from '#db/schema/notices.ts';
import { squadMembers } from '#db/schema/squads.ts';
import { newId } from '#db/ids.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { applied, champion, onboarded } from './volunteers.ts';

let olga: TestPerson;
let max: TestPerson;
beforeAll(async () => {
  olga = await somebody('Olga', 'organiser', 'administrator');
  await somebody('Wei', 'administrator');
  max = await somebody('Max');
});

const told = async (person: { id: string }, kind: string) =>
  (
    await db.read
      .select({ text: notices.text, path: notices.path })
      .from(notices)
      .where(and(eq(notices.personId, person.id), eq(notices.kind, kind)))
  ).map(({ path }) => path);
const rowsOf = (person: { id: string }) =>
  db.read.select().from(enrolments).where(eq(enrolments.personId, person.id));
const by = (person: { id: string }, part: 'person' | 'manager') => ({ id: person.id, part });
const stepsOf = async (id: string) =>
  (await historyOf(id, { withHours: true })).map(({ step, by: who }) => `${who} ${step}`);

describe('applying', () => {
  it('is kept once, however many tabs apply at the same moment, and the others are led to it', async () => {
    const nina = await somebody('Nina');
    const squad = await squadOf('Payments', nina);
    const application = { squadId: squad.id, managerEmail: max.email, word: 'I would like to.' };
    const answers = await Promise.all([1, 2, 3].map(() => apply(nina, application, now)));
    const rows = await rowsOf(nina);
    expect(rows).toHaveLength(1);
    expect(answers.map((answer) => 'id' in answer && answer.id)).toEqual([
      rows[0]!.id,
      rows[0]!.id,
      rows[0]!.id,
    ]);
    expect(answers.filter((answer) => 'refused' in answer)).toHaveLength(2);
    expect(await told(max, 'agreement')).toEqual([`/enrolments/${rows[0]!.id}/agreement`]);
  });

  it('is for one’s own squads at work, and asks somebody else for the time', async () => {
    const ines = await somebody('Ines');
    const [mine, other] = [await squadOf('Search', ines), await squadOf('Platform')];
    const asking = { managerEmail: max.email, word: '' };
    expect(await apply(ines, { ...asking, squadId: other.id }, now)).toEqual({ refused: 'not-a-member' });
    expect(await apply(ines, { ...asking, squadId: 'none' }, now)).toEqual({ refused: 'not-a-member' });
    expect(await apply(ines, { ...asking, squadId: mine.id, managerEmail: ines.email }, now)).toEqual({
      refused: 'own-manager',
    });
    expect(await apply(ines, { ...asking, squadId: mine.id, managerEmail: null }, now)).toEqual({
      refused: 'no-manager',
    });
    await archiveSquad(olga, mine.id, now);
    expect(await apply(ines, { ...asking, squadId: mine.id }, now)).toEqual({ refused: 'squad-archived' });
    expect(await rowsOf(ines)).toEqual([]);
  });

  it('tells organisers where the manager has no account yet, and the manager who is named instead', async () => {
    const amara = await somebody('Amara');
    const squad = await squadOf('Catalogue', amara);
    const id = await applied(amara, squad, { email: 'unknown@northwind.example' });
    expect(await told(olga, 'enrolment')).toEqual([`/enrolments/${id}`]);
    const ruth = await somebody('Ruth');
    expect(await visibleEnrolment(ruth, id)).toBeNull();
    expect(await nameManager(id, amara, amara.email, now)).toEqual({ refused: 'own-manager' });
    expect(await nameManager(id, ruth, max.email, now)).toEqual({ refused: 'not-now' });
    expect(await nameManager(id, amara, ruth.email, now)).toEqual({ named: ruth.email });
    expect(await told(ruth, 'agreement')).toEqual([`/enrolments/${id}/agreement`]);
    expect((await visibleEnrolment(ruth, id))?.part).toBe('manager');
  });
});

describe('the way', () => {
  it('writes down each step with who and when, and makes a champion of whoever walks it', async () => {
    const tom = await somebody('Tom');
    const { id, squadId } = await champion(tom, max, { at: now });
    expect(await stepsOf(id)).toEqual(['Tom applied', 'Max agreed', 'Tom started']);
    expect((await championsOf(squadId)).map(({ name }) => name)).toEqual(['Tom']);
    expect([await isActiveChampion(tom.id), await isActiveChampion(max.id)]).toEqual([true, false]);
    expect(await agreedHours(tom.id)).toBe(35);
    expect(await agreedHours(max.id)).toBeNull();
    expect(await activeEnrolments()).toContainEqual({
      id,
      squadId,
      personId: tom.id,
      activeAt: now,
      endedAt: null,
    });
    expect(await told(tom, 'enrolment')).toEqual([`/enrolments/${id}`]);
  });

  it('keeps what others tried out of it', async () => {
    const kofi = await somebody('Kofi');
    const squad = await squadOf('Identity', kofi);
    const id = await applied(kofi, squad, max);
    const hours = { hoursPerMonth: 20, now: now + 1 };
    for (const part of ['person', 'buddy', 'organiser'] as const)
      expect(await takeStep(id, 'agreed', { by: { id: kofi.id, part }, ...hours })).toEqual({
        refused: 'not-yours',
      });
    expect(await takeStep(id, 'agreed', { by: null, ...hours })).toEqual({ refused: 'not-yours' });
    await takeStep(id, 'agreed', { by: by(max, 'manager'), ...hours });
    expect(await takeStep(id, 'started', { by: by(kofi, 'person'), now })).toEqual({ refused: 'not-ready' });
    await onboarded(id, kofi);
    expect(await takeStep(id, 'started', { by: by(max, 'manager'), now })).toEqual({ refused: 'not-yours' });
    expect(await stepsOf(id)).toEqual(['Kofi applied', 'Max agreed']);
  });

  it('keeps an application of a squad that was archived meanwhile, and can be withdrawn', async () => {
    const lena = await somebody('Lena');
    const squad = await squadOf('Legacy', lena);
    const id = await applied(lena, squad, max);
    await archiveSquad(olga, squad.id, now);
    const agreeing = { by: by(max, 'manager'), hoursPerMonth: 20, now };
    expect(await takeStep(id, 'agreed', agreeing)).toEqual({ refused: 'squad-archived' });
    expect((await rowsOf(lena))[0]).toMatchObject({ state: 'applied', hoursPerMonth: null });
    const [mine] = await enrolmentsOf(lena.id, now, 'UTC');
    expect(mine?.next).toContain('archived');
    expect(await takeStep(id, 'withdrawn', { by: by(lena, 'person'), now })).toHaveProperty('taken');
  });

  it('does not take up an old one while a newer goes on', async () => {
    const rosa = await somebody('Rosa');
    const squad = await squadOf('Mobile', rosa);
    const old = await applied(rosa, squad, max);
    await takeStep(old, 'declined', { by: by(max, 'manager'), note: 'Not this quarter.', now });
    await applied(rosa, squad, max, now + day);
    const undo = { by: by(max, 'manager'), now: now + 2 * day };
    expect(await takeStep(old, 'decline-undone', undo)).toEqual({ refused: 'another-goes-on' });
    expect((await rowsOf(rosa)).filter(({ ongoing }) => ongoing !== null)).toHaveLength(1);
  });

  it('lets an alumnus come back, knowing what was done, and not what a new squad asks for again', async () => {
    const ada = await somebody('Ada');
    const { id } = await champion(ada, max);
    await takeStep(id, 'stepped-down', { by: by(ada, 'person'), now: now + 90 * day });
    expect(await isActiveChampion(ada.id)).toBe(false);
    const again = await applied(ada, await squadOf('Data', ada), max, now + 200 * day);
    const kept = [...(await marksOf(again)).keys()];
    expect(kept).toContain('read-postmortems');
    expect(kept).not.toContain('draw-system');
    expect((await marksOf(again)).get('read-postmortems')?.doneAt).toBe(now);
  });
});

describe('who sees it', () => {
  it('are the person, the manager asked, the buddy and organisers', async () => {
    const [nils, bo, tess] = [await somebody('Nils'), await somebody('Bo'), await somebody('Tess')];
    const { id } = await champion(nils, max);
    await db.write((tx) => tx.update(enrolments).set({ buddyId: bo.id }).where(eq(enrolments.id, id)));
    const seen = await Promise.all([nils, max, bo, olga, tess].map((one) => visibleEnrolment(one, id)));
    expect(seen.map((one) => one?.part ?? null)).toEqual(['person', 'manager', 'buddy', 'organiser', null]);
    expect(await visibleEnrolment(await somebody('Ad', 'administrator'), id)).toBeNull();
  });
});

describe('what the house does by itself', () => {
  it('asks each champion once a year whether they stay', async () => {
    const uma = await somebody('Uma');
    const { id } = await champion(uma, max);
    const asked = async () => (await stepsOf(id)).filter((step) => step.endsWith('renewal-asked')).length;
    await askForRenewal(now + 330 * day);
    expect(await asked()).toBe(0);
    for (const at of [336, 337, 400]) await askForRenewal(now + at * day);
    expect(await asked()).toBe(1);
    expect(await takeStep(id, 'renewed', { by: by(uma, 'person'), now: now + 350 * day })).toHaveProperty(
      'taken',
    );
    await askForRenewal(now + 400 * day);
    expect(await asked()).toBe(1);
    await askForRenewal(now + 690 * day);
    expect(await asked()).toBe(2);
  });

  it('reminds a manager once, after five working days', async () => {
    const yan = await somebody('Yan');
    const vera = await somebody('Vera');
    await applied(yan, await squadOf('Print', yan), vera);
    await remindManagers(now + 6 * day);
    expect(await told(vera, 'agreement')).toHaveLength(1);
    for (const at of [7, 8, 30]) await remindManagers(now + at * day);
    expect(await told(vera, 'agreement')).toHaveLength(2);
  });

  it('ends what goes on of people whose account is closed; at once they are no champions', async () => {
    const zoe = await somebody('Zoe');
    const { id, squadId } = await champion(zoe, max);
    await deactivate(olga, zoe.id, now + day);
    expect(await championsOf(squadId)).toEqual([]);
    expect(await championedBy(zoe.id)).toEqual([]);
    expect(await activeEnrolments()).toContainEqual(expect.objectContaining({ id, endedAt: now + day }));
    await endForLeavers(now + 2 * day);
    expect((await rowsOf(zoe))[0]).toMatchObject({
      state: 'stepped-down',
      ongoing: null,
      endedAt: now + 2 * day,
    });
  });
});

it('lists the champions of a squad, longest serving first', async () => {
  const [late, early] = [await somebody('Late'), await somebody('Early')];
  const squad = await squadOf('Two of them', late);
  await champion(late, max, { squad, at: now + day });
  await db.write((tx) =>
    tx.insert(squadMembers).values({ id: newId(), squadId: squad.id, personId: early.id, joinedAt: now }),
  );
  await champion(early, max, { squad, at: now });
  expect((await championsOf(squad.id)).map(({ name }) => name)).toEqual(['Early', 'Late']);
});
