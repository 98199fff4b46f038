import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { moveConcerns } from '#app/concerns/moving.server.ts';
import { raise } from '#app/concerns/raising.server.ts';
import { takeStep } from '#app/concerns/steps.server.ts';
import { noticesOf } from '#app/notices/notices.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { concerns } from '#db/schema/concerns.ts';
import { squads } from '#db/schema/squads.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { advocate, champions, concernOf, history, row, step } from './known.ts';

let mara: TestPerson;
let ines: TestPerson;
let noor: TestPerson;
let squadId: string;
let squad: string;
let made = 0;
beforeEach(async () => {
  [mara, ines, noor] = [await somebody('Mara'), await somebody('Ines'), await somebody('Noor')];
  ({ id: squadId, name: squad } = await squadOf(`Payments ${++made}`, mara, ines));
  await champions(squadId, ines);
  await advocate(squadId, noor);
});

const texts = async (person: TestPerson) => (await noticesOf(person, null)).notices.map(({ text }) => text);

describe('raising', () => {
  it('is one concern however often it is sent', async () => {
    const draft = { id: newId(), squadId, title: 'Twice', text: 'Twice.', raisedFrom: null };
    const sent = await Promise.all([raise(mara, draft, now), raise(mara, draft, now)]);
    expect(sent).toEqual([{ id: draft.id }, { id: draft.id }]);
    expect(await history(draft.id)).toEqual(['raised by Mara']);
  });

  it('with other words from the same form is another', async () => {
    const draft = { id: newId(), squadId, title: 'Once', text: 'Once.', raisedFrom: null };
    await raise(mara, draft, now);
    for (const change of [{ title: 'Other' }, { text: 'Other.' }, { squadId: null }]) {
      const raised = await raise(mara, { ...draft, ...change }, now);
      if ('refused' in raised) throw new Error(raised.refused);
      expect(raised.id).not.toBe(draft.id);
      const { id: _, ...said } = { ...draft, ...change };
      expect(await row(raised.id)).toMatchObject(said);
    }
    expect(await row(draft.id)).toMatchObject({ title: 'Once', text: 'Once.' });
  });

  it('with the id of somebody else’s tells nothing of it', async () => {
    const id = await concernOf(mara, squadId);
    const raised = await raise(ines, { id, squadId, title: 'Mine', text: 'Mine.', raisedFrom: null }, now);
    expect(raised).not.toEqual({ id });
    expect(await row(id)).toMatchObject({ title: 'Tokens in the log', raisedBy: mara.id });
  });

  it('by the only champion goes to the advocate', async () => {
    expect(await row(await concernOf(ines, squadId))).toMatchObject({ level: 'advocate', holderId: noor.id });
  });

  it('is refused with a squad that was archived, or is not theirs', async () => {
    const draft = { title: 'a', text: 'b', raisedFrom: null };
    const other = await squadOf(`Search ${made}`);
    expect(await raise(mara, { ...draft, id: newId(), squadId: other.id }, now)).toEqual({
      refused: 'no-squad',
    });
    await db.write((tx) => tx.update(squads).set({ archivedAt: now }).where(eq(squads.id, squadId)));
    expect(await raise(mara, { ...draft, id: newId(), squadId }, now)).toEqual({ refused: 'no-squad' });
  });
});

it('is answered, written about again, closed and opened again, and its clock follows', async () => {
  const id = await concernOf(mara, squadId);
  expect(await row(id)).toMatchObject({ state: 'open', holderId: ines.id, dueAt: now + 2 * day });
  await step(id, 'answered', ines);
  expect(await row(id)).toMatchObject({ state: 'answered', dueAt: null });
  await step(id, 'replied', mara, 'And in staging?', { at: now + day });
  expect(await row(id)).toMatchObject({ state: 'open', clockFrom: now + day });
  await step(id, 'closed', ines, '', { at: now + day });
  expect(await row(id)).toMatchObject({ state: 'closed', dueAt: null, closedAt: now + day });
  await step(id, 'reopened', mara, '', { at: now + day });
  expect(await row(id)).toMatchObject({ state: 'open', closedAt: null, holderId: ines.id });
  expect(await history(id)).toEqual([
    'raised by Mara',
    'answered by Ines',
    'replied by Mara',
    'closed by Ines',
    'reopened by Mara',
  ]);
  expect(await texts(mara)).toEqual(
    expect.arrayContaining([
      `There is an answer to your concern in ${squad}.`,
      `Your concern in ${squad} was closed.`,
    ]),
  );
  expect(await texts(ines)).toContain(`A concern in ${squad} waits for you.`);
});

it('takes a step that is sent twice once, and none from a page that is no longer true', async () => {
  const id = await concernOf(mara, squadId);
  const answer = () => takeStep(id, 'answered', ines, { note: 'Rotate it.', seen: 1 }, now);
  expect(await Promise.all([answer(), answer()])).toEqual([{ taken: 'answered' }, { taken: 'answered' }]);
  expect(await history(id)).toEqual(['raised by Mara', 'answered by Ines']);
  expect(await takeStep(id, 'passed-up', ines, { note: 'Up.', seen: 1 }, now)).toEqual({ refused: 'stale' });
  expect(await takeStep(id, 'answered', noor, { note: 'No.', seen: 2 }, now)).toEqual({
    refused: 'not-yours',
  });
});

describe('by itself', () => {
  it('moves up one level when its time is over, once, though two instances look', async () => {
    const id = await concernOf(mara, squadId);
    await moveConcerns(now + 2 * day - 1);
    expect((await row(id)).level).toBe('champion');
    await Promise.all([moveConcerns(now + 2 * day), moveConcerns(now + 2 * day)]);
    expect(await row(id)).toMatchObject({ level: 'advocate', holderId: noor.id, levelSince: now + 2 * day });
    expect(await history(id)).toEqual(['raised by Mara', 'moved-up']);
    expect(await texts(ines)).toContain(
      `A concern in ${squad} that was with you has gone on to another advocate.`,
    );
    await moveConcerns(now + 30 * day);
    await moveConcerns(now + 300 * day);
    expect(await row(id)).toMatchObject({ level: 'security-team', holderId: null, dueAt: null });
    expect(await history(id)).toEqual(['raised by Mara', 'moved-up', 'moved-up']);
  });

  it('tells all organisers once it reaches the security team, and nobody before', async () => {
    const priya = await somebody('Priya', 'organiser');
    const id = await concernOf(mara, squadId);
    await step(id, 'passed-up', ines);
    expect(await texts(priya)).toEqual([]);
    await step(id, 'passed-up', noor);
    expect(await texts(priya)).toEqual([`A concern in ${squad} has come to the security team.`]);
  });

  it('goes on from somebody whose account was closed', async () => {
    const id = await concernOf(mara, squadId);
    await db.write((tx) => tx.update(people).set({ deactivatedAt: now }).where(eq(people.id, ines.id)));
    await moveConcerns(now + day);
    expect(await row(id)).toMatchObject({ level: 'advocate', holderId: noor.id });
  });

  it('writes nothing while there is nothing to do', async () => {
    const id = await concernOf(mara, squadId);
    const before = (await db.versions()).get('concerns');
    await moveConcerns(now + day);
    expect((await db.versions()).get('concerns')).toBe(before);
    expect(await db.read.$count(concerns, eq(concerns.id, id))).toBe(1);
  });
});
