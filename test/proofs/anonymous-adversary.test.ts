/** The adversary is any good only if they find what is there: each trap is laid once, and found. */
import { describe, expect, it } from 'vitest';

import { type Asked, type Dump, type DumpedRow, type Truth, waysFound } from './anonymous-adversary.ts';
import { kendall } from './anonymous-order.ts';

const QUARTER = 15 * 60_000;
const mark = Date.UTC(2026, 2, 4, 12);
const order = [5, 2, 9, 0, 7, 3, 11, 8, 1, 10, 4, 6];
const name = (number: number) => String(number).padStart(3, '0');

const asked: Asked[] = order.map((_, number) => ({
  personId: `person-${name(number)}`,
  tokens: [`session-${name(number)}`],
  title: `Nameless ${name(number)}`,
  secret: `secret-${name(number)}`,
  at: mark + (number + 1) * 60_000,
  until: mark + (number + 1) * 60_000 + 100,
}));

const question = (number: number, place: number): DumpedRow => ({
  table: 'questions',
  place,
  transaction: '700',
  values: {
    id: `question-${name(place)}`,
    person_id: null,
    title: `Nameless ${name(number)}`,
    text: `Words ${name(number)}`,
    day: '2026-03-04',
    asked_at: null,
    secret_hash: `hash-${name((place * 7) % 12)}`,
    version: 1,
  },
});
const session = (number: number): DumpedRow => ({
  table: 'sessions',
  place: number,
  transaction: '9',
  values: {
    id: `session-${name(number)}`,
    person_id: `person-${name(number)}`,
    expires_at: mark + 20 * 86_400_000,
  },
});
const notice = (host: string): DumpedRow => ({
  table: 'notices',
  place: 1,
  transaction: '700',
  values: { person_id: host, text: 'Without a name: 12 questions', at: mark + QUARTER },
});
const line = (method: string, path: string) => JSON.stringify({ event: 'request', method, path });

const truth: Truth = { asked, hosts: ['host-1', 'host-2'], requests: ['GET /questions'] };
const clean = (): Dump => ({
  rows: [
    ...order.map((number, place) => question(number, place)),
    ...order.map((_, number) => session(number)),
    notice('host-1'),
    notice('host-2'),
  ],
  pages: [{ of: 'questions', where: 'file', bytes: Buffer.from(`..${asked[0]!.title}..`) }],
  log: [line('GET', '/questions')],
});
const of = (dump: Dump, table: string) => dump.rows.filter((row) => row.table === table);

it('finds nothing where there is nothing', () => expect(waysFound(clean(), truth)).toEqual([]));

describe('finds', () => {
  const traps: Record<string, (dump: Dump) => void> = {
    'a moment beside the question': (dump) => {
      of(dump, 'questions')[0]!.values.asked_at = asked[5]!.at;
    },
    'a session that was renewed in that request': (dump) => {
      of(dump, 'sessions')[3]!.values.expires_at = asked[3]!.at + 30 * 86_400_000;
    },
    'a row of anything that names them, of just then': (dump) => {
      dump.rows.push({ ...notice('person-004'), values: { person_id: 'person-004', at: asked[4]!.at } });
    },
    'the order in which they were asked': (dump) => {
      for (const row of of(dump, 'questions')) row.place = Number(String(row.values.title).slice(-3));
    },
    'that order turned round': (dump) => {
      for (const row of of(dump, 'questions')) row.place = -Number(String(row.values.title).slice(-3));
    },
    'ids that count': (dump) => {
      for (const row of of(dump, 'questions')) row.values.id = `0000${String(row.values.title).slice(-3)}`;
    },
    'a transaction of its own for each': (dump) => {
      for (const row of of(dump, 'questions')) row.transaction = String(row.values.title);
    },
    'the session that stands with it': (dump) => {
      of(dump, 'questions')[0]!.values.session = 'session-005';
    },
    'the path in the log': (dump) => void dump.log.push(line('POST', '/nameless')),
    'the secret in the log': (dump) => void dump.log.push(line('GET', `/x/${asked[2]!.secret}`)),
    'a line that no other request explains': (dump) => void dump.log.push(line('GET', '/questions')),
    'a host who was told nothing': (dump) => {
      dump.rows = dump.rows.filter(({ values }) => values.person_id !== 'host-2');
    },
    'a letter in a free page': (dump) =>
      void dump.pages.push({ of: null, where: 'file', bytes: Buffer.from(`..${asked[7]!.title}..`) }),
    'a letter in the journal': (dump) =>
      void dump.pages.push({ of: 'letter_box', where: 'journal', bytes: Buffer.from(asked[7]!.title) }),
    'the secret itself': (dump) =>
      void dump.pages.push({ of: 'questions', where: 'file', bytes: Buffer.from(asked[7]!.secret) }),
    'that what it looks for is not there': (dump) => void dump.rows.shift(),
  };
  it.each(Object.entries(traps))('%s', (_, lay) => {
    const dump = clean();
    lay(dump);
    expect(waysFound(dump, truth)).not.toEqual([]);
  });
});

it('measures how far an order is from chance', () => {
  const straight = order.map((_, at) => at);
  expect(kendall([straight])).toBeGreaterThan(4);
  expect(kendall([[...straight].reverse()])).toBeLessThan(-4);
  expect(Math.abs(kendall([order]))).toBeLessThan(2);
  expect(kendall([[1]])).toBe(0);
});
