/** Every state of a concern x every kind of person: who finds it on a page, in a list, in a count, in a notice. */
import { beforeAll, describe, expect, it } from 'vitest';

import { concernsPage, countWaitingFor } from '#app/concerns/list.server.ts';
import { piles } from '#app/concerns/list.ts';
import { visibleConcern } from '#app/concerns/visible.server.ts';
import { noticesOf } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { advocate, champions, concernOf, row, step } from './known.ts';

const kinds = [
  'who raised it',
  'the champion',
  'another champion',
  'the advocate',
  'a colleague',
  'an organiser',
  'an administrator',
] as const;
type Kind = (typeof kinds)[number];
let people: Record<Kind, TestPerson>;
let squadId: string;

beforeAll(async () => {
  people = {
    'who raised it': await somebody('Mara'),
    'the champion': await somebody('Ines'),
    'another champion': await somebody('Jonas'),
    'the advocate': await somebody('Noor'),
    'a colleague': await somebody('Tove'),
    'an organiser': await somebody('Priya', 'organiser'),
    'an administrator': await somebody('Wei', 'administrator'),
  };
  const { 'who raised it': mara, 'a colleague': tove, 'the champion': ines } = people;
  squadId = (await squadOf('Payments', mara, tove, ines)).id;
  await champions(squadId, ines, people['another champion']);
  await advocate(squadId, people['the advocate']);
});

const atChampion: Kind[] = ['who raised it', 'the champion'];
const atAdvocate: Kind[] = [...atChampion, 'the advocate'];
const atTop: Kind[] = [...atAdvocate, 'an organiser'];
const told: Record<string, { reach(id: string): Promise<unknown>; see: Kind[]; waitsFor: Kind[] }> = {
  open: { reach: async () => {}, see: atChampion, waitsFor: ['the champion'] },
  answered: {
    reach: (id) => step(id, 'answered', people['the champion']),
    see: atChampion,
    waitsFor: [],
  },
  closed: { reach: (id) => step(id, 'closed', people['the champion']), see: atChampion, waitsFor: [] },
  'with the advocate': {
    reach: (id) => step(id, 'passed-up', people['the champion']),
    see: atAdvocate,
    waitsFor: ['the advocate'],
  },
  'with the security team': {
    reach: async (id) => {
      await step(id, 'passed-up', people['the champion']);
      await step(id, 'passed-up', people['the advocate']);
    },
    see: atTop,
    waitsFor: ['an organiser'],
  },
  'closed by the security team': {
    reach: async (id) => {
      await step(id, 'passed-up', people['the champion']);
      await step(id, 'passed-up', people['the advocate']);
      await step(id, 'closed', people['an organiser']);
    },
    see: atTop,
    waitsFor: [],
  },
};

const listed = async (viewer: TestPerson, id: string) => {
  for (const pile of piles)
    if ((await concernsPage(viewer, pile, null)).concerns.some((concern) => concern.id === id)) return true;
  return false;
};
const hasNotice = async (viewer: TestPerson, id: string) =>
  (await noticesOf(viewer, null)).notices.some(({ path }) => path === paths.concern(id));

describe.each(Object.entries(told))('a concern that is %s', (_, { reach, see, waitsFor }) => {
  let id: string;
  let before: number[];
  beforeAll(async () => {
    before = await Promise.all(kinds.map((kind) => countWaitingFor(people[kind])));
    id = await concernOf(people['who raised it'], squadId);
    await reach(id);
  });

  it.each(kinds)('is there, or not, for %s', async (kind) => {
    const viewer = people[kind];
    const sees = see.includes(kind);
    expect((await visibleConcern(viewer, id)) !== null).toBe(sees);
    expect(await listed(viewer, id)).toBe(sees);
    if (!sees) expect(await hasNotice(viewer, id)).toBe(false);
    const more = (await countWaitingFor(viewer)) - before[kinds.indexOf(kind)]!;
    expect(more).toBe(waitsFor.includes(kind) ? 1 : 0);
  });

  it('says nothing of itself in a notice', async () => {
    const { title, text } = await row(id);
    for (const kind of kinds)
      for (const notice of (await noticesOf(people[kind], null)).notices) {
        expect(notice.text).not.toContain(title);
        expect(notice.text).not.toContain(text);
      }
  });
});

it('is each time in one pile alone', async () => {
  const id = await concernOf(people['who raised it'], squadId);
  for (const [kind, pile] of [
    ['who raised it', 'mine'],
    ['the champion', 'with-me'],
  ] as const)
    for (const one of piles) {
      const there = (await concernsPage(people[kind], one, null)).concerns.some((row) => row.id === id);
      expect([one, there]).toEqual([one, one === pile]);
    }
});

it('an organiser who is one no more does not see what the security team has', async () => {
  const id = await concernOf(people['who raised it'], null);
  const { id: priya } = people['an organiser'];
  expect(await visibleConcern({ id: priya, roles: ['organiser'] }, id)).not.toBeNull();
  expect(await visibleConcern({ id: priya, roles: [] }, id)).toBeNull();
});
