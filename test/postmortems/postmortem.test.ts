import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Audience } from '#app/audiences/audience.ts';
import {
  audienceOf,
  mayArrange,
  mayEdit,
  type Part,
  parts,
  type Reach,
  reaches,
  readyToPublish,
  type State,
  type Step,
  take,
} from '#app/postmortems/postmortem.ts';

const states: State[] = ['draft', 'in-review', 'published'];

/** Whether a person who belongs to these squads is in an audience. */
const holds = (audience: Audience, personId: string, squads: string[] = []) =>
  audience.scope === 'everyone' ||
  audience.people.includes(personId) ||
  (audience.scope === 'squads' && squads.some((squad) => audience.squads.includes(squad)));

describe('who sees it', () => {
  const people = parts.map((part) => ({ personId: part, part }));
  const seenBy = (state: State, reach: Reach) => {
    const audience = audienceOf({ state, reach, people, squads: ['payments'] });
    return [
      ...parts.filter((part) => holds(audience, part)),
      ...(holds(audience, 'squad member', ['payments']) ? ['squad'] : []),
      ...(holds(audience, 'stranger') ? ['stranger'] : []),
    ].join(' ');
  };
  const working = 'author participant';
  const reviewing = 'author participant reviewer';
  const named = 'author participant reviewer reader';

  it.each<[State, Reach, string]>([
    ['draft', 'everyone', working],
    ['draft', 'squads', working],
    ['draft', 'people', working],
    ['draft', 'private', named],
    ['in-review', 'everyone', reviewing],
    ['in-review', 'squads', reviewing],
    ['in-review', 'people', reviewing],
    ['in-review', 'private', named],
    ['published', 'everyone', `${named} squad stranger`],
    ['published', 'squads', `${named} squad`],
    ['published', 'people', named],
    ['published', 'private', named],
  ])('%s, for %s: %s', (state, reach, who) => expect(seenBy(state, reach)).toBe(who));
});

describe('whatever its people and squads', () => {
  const ids = ['amara', 'jonas', 'nina', 'petra', 'olga'];
  const squadIds = ['payments', 'search', 'platform'];
  const anyone = fc.record({
    id: fc.constantFrom(...ids, 'stranger'),
    squads: fc.subarray(squadIds),
  });
  const involved = fc
    .subarray(ids)
    .chain((some) =>
      fc.tuple(
        ...some.map((personId) =>
          fc.record({ personId: fc.constant(personId), part: fc.constantFrom(...parts) }),
        ),
      ),
    );
  const one = fc.record({
    state: fc.constantFrom(...states),
    reach: fc.constantFrom(...reaches),
    people: involved,
    squads: fc.subarray(squadIds),
  });

  it('nobody beyond its people and squads is in it, unless it is published for everyone', () => {
    fc.assert(
      fc.property(one, anyone, (postmortem, person) => {
        const audience = audienceOf(postmortem);
        if (!holds(audience, person.id, person.squads)) return;
        const isNamed = postmortem.people.some(({ personId }) => personId === person.id);
        const byState = postmortem.state === 'published' && postmortem.reach !== 'private';
        const bySquad =
          postmortem.reach === 'squads' && person.squads.some((id) => postmortem.squads.includes(id));
        expect(isNamed || (byState && (bySquad || postmortem.reach === 'everyone'))).toBe(true);
      }),
    );
  });

  it('a private one is seen by its list, no more and no less, in every state', () => {
    fc.assert(
      fc.property(one, (postmortem) => {
        const audience = audienceOf({ ...postmortem, reach: 'private' });
        expect(audience).toEqual({
          scope: 'people',
          people: postmortem.people.map(({ personId }) => personId),
          squads: [],
        });
      }),
    );
  });

  it('moving on never takes it from somebody', () => {
    fc.assert(
      fc.property(one, anyone, (postmortem, person) => {
        const seen = states.map((state) =>
          holds(audienceOf({ ...postmortem, state }), person.id, person.squads),
        );
        expect(seen).toEqual([...seen].sort());
      }),
    );
  });
});

it('is written by its author and participants, until it is published', () => {
  const may = (part: Part | null) => states.filter((state) => mayEdit(state, part));
  expect(may('author')).toEqual(['draft', 'in-review']);
  expect(may('participant')).toEqual(['draft', 'in-review']);
  for (const part of ['reviewer', 'reader', null] as const) expect(may(part)).toEqual([]);
});

it('is arranged by its author and participants', () => {
  expect([...parts, null].filter(mayArrange)).toEqual(['author', 'participant']);
});

describe('a step', () => {
  const from: Record<Step, [State, State][]> = {
    'sent-to-review': [['draft', 'in-review']],
    returned: [['in-review', 'draft']],
    published: [
      ['draft', 'published'],
      ['in-review', 'published'],
    ],
    reopened: [['published', 'draft']],
  };
  it.each(Object.entries(from) as [Step, [State, State][]][])('%s leads from and to', (step, leads) => {
    for (const state of states) {
      const to = leads.find(([start]) => start === state)?.[1];
      expect(take(step, state, 'author')).toEqual(to ?? { refused: 'not-now' });
    }
  });

  it.each<[Step, State, (Part | null)[]]>([
    ['sent-to-review', 'draft', ['author', 'participant']],
    ['returned', 'in-review', ['author', 'participant', 'reviewer']],
    ['published', 'in-review', ['author', 'participant', 'reviewer']],
    ['reopened', 'published', ['author', 'participant', 'reviewer']],
  ])('%s is for some', (step, state, whose) => {
    for (const part of [...parts, null]) {
      const taken = take(step, state, part);
      if (whose.includes(part)) expect(taken).toBeTypeOf('string');
      else expect(taken).toEqual({ refused: 'not-yours' });
    }
  });
});

describe('before it is published', () => {
  const ready = {
    timelineEntries: 1,
    cause: 'A check was missing.',
    actions: [{ owned: true, state: 'open' }],
  };
  const missing = (change: Partial<typeof ready>) => readyToPublish({ ...ready, ...change });

  it('nothing more is asked for than a timeline, a cause and owners', () => {
    expect(missing({})).toEqual([]);
    expect(missing({ actions: [] })).toEqual([]);
  });
  it('says what is missing, in the order of the page', () => {
    expect(missing({ timelineEntries: 0 })).toEqual(['no-timeline']);
    expect(missing({ cause: ' \n\t' })).toEqual(['no-cause']);
    expect(missing({ actions: [...ready.actions, { owned: false, state: 'imported' }] })).toEqual([
      'action-without-owner',
    ]);
    expect(
      readyToPublish({ timelineEntries: 0, cause: '', actions: [{ owned: false, state: 'open' }] }),
    ).toEqual(['no-timeline', 'no-cause', 'action-without-owner']);
  });
  it('what was dropped needs no owner', () => {
    expect(missing({ actions: [{ owned: false, state: 'dropped' }] })).toEqual([]);
  });
});
