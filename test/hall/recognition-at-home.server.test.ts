/** What of recognition stands on a start page. */
import { beforeEach, expect, it } from 'vitest';

import { readsReport, recognitionAskedOf, recognitionAtHome } from '#app/hall/home/recognition.server.ts';
import { addSponsor } from '#app/insight/sponsors.server.ts';
import { choose } from '#app/recognition/choices.server.ts';
import { give } from '#app/recognition/giving.server.ts';
import { setGoal } from '#app/recognition/goal-setting.server.ts';
import { nominate } from '#app/recognition/nominating.server.ts';
import { show } from '#app/recognition/showing.server.ts';
import { newId } from '#db/ids.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

let jonas: TestPerson;
let ines: TestPerson;
let priya: TestPerson;
beforeEach(async () => {
  jonas = await somebody('Jonas Brandt');
  ines = await somebody('Ines Moreau');
  priya = await somebody('Priya Raman', 'organiser');
});

const thank = async (at: number): Promise<string> => {
  const draft = { id: newId(), toId: jonas.id, reason: 'for the drill', meant: 'wall' as const };
  const given = await give(ines, draft, at);
  if ('refused' in given) throw new Error(given.refused);
  return given.given;
};

it('is what is new and not shown yet, for two weeks', async () => {
  const id = await thank(now);
  expect(await recognitionAtHome(jonas, now + day)).toEqual([
    { to: `/thanks/${id}`, words: 'Ines Moreau thanks you' },
  ]);
  expect(await recognitionAtHome(jonas, now + 15 * day)).toEqual([]);
  await show(jonas, { kind: 'thanks', subject: id }, now + day);
  expect(await recognitionAtHome(jonas, now + day)).toEqual([]);
});

it('is nothing for who has opted out', async () => {
  await thank(now);
  await choose(jonas, { choice: 'opted-out', holds: true }, now);
  expect(await recognitionAtHome(jonas, now + day)).toBeNull();
});

it('is the goal of a squad where five may have a number, and of no other', async () => {
  const others = await Promise.all(['Tom', 'Ada', 'Wei', 'Noor'].map((name) => somebody(name)));
  const atlas = await squadOf('Atlas', jonas, ...others);
  await setGoal(jonas, atlas.id, { season: 'this', target: 12 }, now);
  const [line] = (await recognitionAtHome(jonas, now))!;
  expect(line).toMatchObject({ to: `/squads/${atlas.id}/goal` });
  expect(line!.words).toContain('Atlas');
  expect(await recognitionAtHome(ines, now)).toEqual([]);

  const few = await squadOf('Few', ines);
  expect(await setGoal(ines, few.id, { season: 'this', target: 12 }, now)).toEqual({ refused: 'too-few' });
  expect(await recognitionAtHome(ines, now)).toEqual([]);
});

it('asks organisers for a vote, and nobody else', async () => {
  const draft = { id: newId(), award: 'automation', personId: jonas.id, reason: 'the scan runs by itself' };
  await nominate(ines, { ...draft, known: true }, now);
  expect((await recognitionAskedOf(priya, now)).map(({ to }) => to)).toEqual(['/nominations']);
  for (const other of [jonas, ines]) expect(await recognitionAskedOf(other, now)).toEqual([]);
});

it('leads sponsors to the report', async () => {
  expect(await readsReport(jonas)).toBe(false);
  await addSponsor(priya, jonas, now);
  expect(await readsReport(jonas)).toBe(true);
});
