import { beforeEach, expect, it } from 'vitest';

import type { Details, FactKind } from '#app/facts/fact.ts';
import { choose } from '#app/recognition/choices.server.ts';
import { takeBack } from '#app/recognition/giving.server.ts';
import { RECENT } from '#app/recognition/unthanked.ts';
import { unthanked } from '#app/recognition/unthanked.server.ts';
import { happened, undone } from '#test/belts/belt-world.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { leaves, managedBy, thanked } from './thanks-world.ts';

let oscar: TestPerson;
let world: Promise<TestPerson[]> | undefined;
let everybody: TestPerson[];
const [mara, tomasz, nina, ines] = [0, 1, 2, 3];
beforeEach(async () => {
  // One world for all: who did what stays.
  world ??= Promise.all(['Oscar', 'Mara', 'Tomasz', 'Nina', 'Ines'].map((name) => somebody(name)));
  [oscar, ...everybody] = (await world) as [TestPerson, ...TestPerson[]];
});
const did = <K extends FactKind>(person: TestPerson, kind: K, details: Details[K], at = now - day) =>
  happened(person, kind, at, details);
const held = { meeting: 'm', item: 'i' };
/** Everybody who is in any of some handfuls. */
async function everNamed(viewer = oscar): Promise<(string | undefined)[]> {
  const handfuls = Array.from({ length: 3 }, (_, nth) => unthanked(viewer, `2026-03-04 ${nth}`, now));
  const ids = new Set((await Promise.all(handfuls)).flat().map(({ id }) => id));
  return everybody.filter(({ id }) => ids.has(id)).map(({ name }) => name);
}

it('names who did something of late that nobody has thanked since, and a word of it where all may know', async () => {
  await did(everybody[mara]!, 'presented', held);
  await did(everybody[tomasz]!, 'near-miss-reported', { postmortem: 'p' });
  await did(everybody[nina]!, 'lesson-read', { module: 'm', version: 'v' });
  await did(everybody[ines]!, 'presented', held, now - RECENT - day);
  expect(await everNamed()).toEqual(['Mara', 'Tomasz']);
  const words = new Map((await unthanked(oscar, 'a', now)).map(({ name, did: what }) => [name, what]));
  expect(words.get('Mara')).toBeTypeOf('string');
  expect(words.get('Tomasz')).toBeNull();
  expect(await unthanked(oscar, 'a', now)).toEqual(await unthanked(oscar, 'a', now));
});

it('leaves out whoever was thanked since, until that is taken back; not what they were thanked for before', async () => {
  await thanked(everybody[ines]!, everybody[mara]!, {}, now - 3 * day);
  expect(await everNamed()).toEqual(['Mara', 'Tomasz']);
  const id = await thanked(everybody[nina]!, everybody[mara]!, {}, now);
  expect(await everNamed()).toEqual(['Tomasz']);
  await takeBack(everybody[nina]!, id, now);
  expect(await everNamed()).toEqual(['Mara', 'Tomasz']);
});

it('leaves out oneself, one’s own line, who left, who opted out, and what was undone', async () => {
  const fact = await did(everybody[ines]!, 'fix-verified', { item: 'i' });
  expect(await everNamed()).toEqual(['Mara', 'Tomasz', 'Ines']);
  await undone(fact, now);
  expect(await everNamed(everybody[mara])).toEqual(['Tomasz']);
  await leaves(everybody[tomasz]!);
  expect(await everNamed()).toEqual(['Mara']);
  await leaves(everybody[tomasz]!, null);
  await choose(everybody[tomasz]!, { choice: 'opted-out', holds: true }, now);
  expect(await everNamed()).toEqual(['Mara']);
  await managedBy(oscar, everybody[mara]!);
  expect(await everNamed()).toEqual([]);
});
