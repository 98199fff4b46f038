import { beforeEach, expect, it } from 'vitest';

import {
  askParticipant,
  noteActivity,
  restoreActivity,
  withdrawActivity,
} from '#app/belts/activities.server.ts';
import { visibleActivity } from '#app/belts/activity-page.server.ts';
import { answerAttestation } from '#app/belts/attestation-answer.server.ts';
import { attestationsOf } from '#app/belts/attestations.server.ts';
import { factsOf } from '#app/facts/facts.server.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

let mara: TestPerson, jonas: TestPerson, noor: TestPerson, ines: TestPerson;
const draft = { feature: 'Paying by invoice', day: '2026-03-02', outcome: 'https://example.com/model' };

beforeEach(async () => {
  mara = await somebody('Mara');
  jonas = await somebody('Jonas');
  noor = await somebody('Noor');
  ines = await somebody('Ines');
});

const note = async (...people: TestPerson[]) =>
  (
    (await noteActivity(
      mara,
      draft,
      people.map(({ id }) => id),
      now,
    )) as { id: string }
  ).id;
const answer = async (id: string, who: TestPerson, what: 'confirmed' | 'declined') => {
  const asked = (await attestationsOf('activity', id)).find(({ person }) => person.id === who.id)!;
  return answerAttestation(who, asked.id, what, now);
};
const facts = async () => (await factsOf(mara.id)).map(({ kind, at }) => [kind, at]);

it('counts from the day it took place once enough participants have confirmed it', async () => {
  const id = await note(jonas, noor, ines);
  await answer(id, jonas, 'confirmed');
  await answer(id, ines, 'declined');
  expect(await facts()).toEqual([]);
  await answer(id, noor, 'confirmed');
  expect(await facts()).toEqual([['session-led', Date.UTC(2026, 2, 2)]]);
  expect(await visibleActivity(mara, id)).toMatchObject({ state: 'confirmed', isOwn: true });
});

it('counts when the last two confirm at once', async () => {
  const id = await note(jonas, noor);
  await Promise.all([answer(id, jonas, 'confirmed'), answer(id, noor, 'confirmed')]);
  expect(await facts()).toHaveLength(1);
});

it('is refused with too few participants, or with oneself among them', async () => {
  expect(await noteActivity(mara, draft, [jonas.id], now)).toEqual({ refused: 'too-few' });
  expect(await noteActivity(mara, draft, [jonas.id, jonas.id], now)).toEqual({ refused: 'too-few' });
  expect(await noteActivity(mara, draft, [jonas.id, mara.id], now)).toEqual({ refused: 'oneself' });
});

it('may ask somebody else while it waits, and nobody once it is confirmed', async () => {
  const id = await note(jonas, noor);
  await answer(id, noor, 'declined');
  expect(await askParticipant(jonas, id, ines.id, now)).toEqual({ refused: 'not-now' });
  expect(await askParticipant(mara, id, mara.id, now)).toEqual({ refused: 'oneself' });
  expect(await askParticipant(mara, id, ines.id, now)).toEqual({ asked: true });
  await answer(id, jonas, 'confirmed');
  await answer(id, ines, 'confirmed');
  expect(await facts()).toHaveLength(1);
  expect(await askParticipant(mara, id, ines.id, now)).toEqual({ refused: 'not-now' });
});

it('is taken back by whoever led it alone, and brought back as it was', async () => {
  const id = await note(jonas, noor);
  await answer(id, jonas, 'confirmed');
  await answer(id, noor, 'confirmed');
  const before = await facts();
  expect(await withdrawActivity(jonas, id, now)).toBeNull();
  const writtenDown = (await factsOf(mara.id)).map(({ recordedAt }) => recordedAt);
  await withdrawActivity(mara, id, now + 100 * day);
  expect(await facts()).toEqual([]);
  expect(await restoreActivity(jonas, id)).toBeNull();
  await restoreActivity(mara, id);
  await restoreActivity(mara, id);
  expect(await facts()).toEqual(before);
  // Nor does a season's cap begin anew by it.
  expect((await factsOf(mara.id)).map(({ recordedAt }) => recordedAt)).toEqual(writtenDown);
});

it('is seen by those it concerns', async () => {
  const id = await note(jonas, noor);
  expect(await visibleActivity(jonas, id)).toMatchObject({ isOwn: false });
  expect(await visibleActivity(ines, id)).toBeNull();
  expect(await visibleActivity(await somebody('Priya', 'organiser'), id)).not.toBeNull();
});
