import fc from 'fast-check';
import { expect, it } from 'vitest';

import {
  type Here,
  type KnownPerson,
  peopleColumns,
  planPeople,
  squadsIn,
} from '#app/squads/import/people-plan.ts';
import { metBy } from '#app/squads/import/plan.ts';
import { planSquads, squadColumns } from '#app/squads/import/squads-plan.ts';
import { readTable, type Table } from '#app/squads/import/table.ts';

const tableOf = (...rows: string[]) =>
  readTable(['email,name,squads,manager', ...rows].join('\n'), peopleColumns) as Table;
const squads = new Map([
  ['payments', 'Payments'],
  ['search', 'Search'],
]);
const person = (name: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  name,
  left: false,
  squads: [],
  manager: null,
  ...more,
});
const here = (people: Record<string, KnownPerson> = {}): Here => ({
  people: new Map(Object.entries(people)),
  squads,
});

it('tells who is new, who changes from what to what, and who stays', () => {
  const plan = planPeople(
    tableOf(
      'new@x.example,New Person,PAYMENTS; search,olga@x.example',
      'nina@x.example,Nina Berg,Search,',
      'olga@x.example,,,',
    ),
    here({ 'nina@x.example': person('Nina', { squads: ['payments'] }), 'olga@x.example': person('Olga') }),
  );
  expect(plan.faults).toEqual([]);
  expect(plan.rows.map(({ kind, changes }) => [kind, changes])).toEqual([
    [
      'new',
      [
        { what: 'name', before: '', after: 'New Person' },
        { what: 'squads', before: '', after: 'Payments; Search' },
        { what: 'manager', before: '', after: 'olga@x.example' },
      ],
    ],
    [
      'changed',
      [
        { what: 'name', before: 'Nina', after: 'Nina Berg' },
        { what: 'squads', before: 'Payments', after: 'Search' },
      ],
    ],
    ['unchanged', []],
  ]);
});

it.each([
  ['nina', 'email', 'Nina,,'],
  ['a@x.example', 'name', ',,'],
  ['a@x.example', 'squads', 'A,No Such Squad,'],
  ['a@x.example', 'manager', 'A,,nobody@x.example'],
  ['a@x.example', 'manager', 'A,,a@x.example'],
  ['gone@x.example', 'email', 'Gustav,,'],
])('a row of %s is told by its column %s', (email, column, rest) => {
  const plan = planPeople(
    tableOf('good@x.example,Good,,', `${email},${rest}`),
    here({ 'gone@x.example': person('Gustav', { left: true }) }),
  );
  expect(plan.faults).toMatchObject([{ line: 3, column }]);
  expect(plan.rows.map(({ title }) => title)).toEqual(['good@x.example']);
});

it('an address that stands there twice is read once', () => {
  const plan = planPeople(tableOf('a@x.example,A,,', 'A@X.example,B,,'), here());
  expect([plan.rows.length, plan.faults[0]?.line]).toEqual([1, 3]);
});

it('a manager may stand in the same file, also below; not in a row that cannot be read', () => {
  const chain = ['a@x.example,A,,b@x.example', 'b@x.example,B,,c@x.example'];
  expect(planPeople(tableOf(...chain, 'c@x.example,C,,'), here()).faults).toEqual([]);
  const broken = planPeople(tableOf(...chain, 'c@x.example,C,No such,', 'd@x.example,D,,'), here());
  expect(broken.faults.map(({ line, column }) => [line, column])).toEqual([
    [2, 'manager'],
    [3, 'manager'],
    [4, 'squads'],
  ]);
  expect(broken.rows.map(({ title }) => title)).toEqual(['d@x.example']);
});

it('what a row met differs exactly when something it speaks of does', () => {
  const table = tableOf('nina@x.example,Nina Berg,Search,');
  const met = (known: KnownPerson) => metBy(planPeople(table, here({ 'nina@x.example': known })))[2];
  expect(met(person('Nina'))).toBe(met(person('Nina')));
  const others = [
    person('Ninette'),
    person('Nina', { squads: ['payments'] }),
    person('Nina', { manager: 'olga@x.example' }),
  ];
  for (const other of others) expect(met(other)).not.toBe(met(person('Nina')));
});

it('planned again after it was carried out, nothing changes any more', () => {
  const email = fc.constantFrom('a', 'b', 'c', 'd').map((name) => `${name}@x.example`);
  const row = fc.record({
    email,
    name: fc.constantFrom('', 'Ann', 'Ben', '=1'),
    squads: fc.constantFrom('', 'Payments', 'search;PAYMENTS', 'None such'),
    manager: fc.oneof(fc.constant(''), email),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), fc.array(email), (rows, known) => {
      const table = tableOf(...rows.map((one) => Object.values(one).join(',')));
      const people = new Map(known.map((one) => [one, person('Known')]));
      for (const { wanted } of planPeople(table, { people, squads }).rows) {
        const before = people.get(wanted.email) ?? person('');
        people.set(wanted.email, {
          left: false,
          name: wanted.name ?? before.name,
          squads: wanted.squads ?? before.squads,
          manager: wanted.manager ?? before.manager,
        });
      }
      expect([...people.keys()].length).toBeGreaterThanOrEqual(new Set(known).size);
      // rows that could not be read may be by now: those that could change nothing
      const again = planPeople(table, { people, squads }).rows.filter(({ kind }) => kind !== 'unchanged');
      const first = new Set(
        planPeople(table, { people: new Map(known.map((one) => [one, person('Known')])), squads }).rows.map(
          ({ line }) => line,
        ),
      );
      expect(again.filter(({ line }) => first.has(line))).toEqual([]);
    }),
  );
});

it('squads in a cell are told apart by semicolons, each once', () => {
  expect(squadsIn(' Search;;payments ; SEARCH ')).toEqual(['payments', 'search']);
});

it('squads are found by name whatever its case; empty cells say nothing', () => {
  const known = {
    id: '1',
    name: 'Payments',
    area: 'Checkout',
    developers: 9,
    criticality: 1,
    manager: null,
    productOwner: null,
  };
  const table = readTable(
    'Name,Area,Developers,Criticality,Manager,Product_Owner\npayments,,12,,olga@x.example,\nNew,Shop,x,,,\nOld,,,,,\nSearch,,,HIGH,,\n',
    squadColumns,
  ) as Table;
  const plan = planSquads(table, {
    squads: new Map([
      ['payments', { ...known, archived: false }],
      ['old', { ...known, name: 'Old', archived: true }],
    ]),
    people: new Set(['olga@x.example']),
  });
  expect(plan.rows.map(({ kind, changes }) => [kind, changes])).toEqual([
    [
      'changed',
      [
        { what: 'developers', before: '9', after: '12' },
        { what: 'manager', before: '', after: 'olga@x.example' },
      ],
    ],
    ['new', [{ what: 'criticality', before: '', after: '2' }]],
  ]);
  expect(plan.faults.map(({ line, column }) => [line, column])).toEqual([
    [3, 'developers'],
    [4, 'name'],
  ]);
});
