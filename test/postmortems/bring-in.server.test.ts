import { count } from 'drizzle-orm';
import { expect, it } from 'vitest';

import { itemsOf } from '#app/action-items/action-items.server.ts';
import type { PostmortemDocument } from '#app/postmortems/document.ts';
import { bringIn, type Brought } from '#app/postmortems/drafting.server.ts';
import { keepImport } from '#app/postmortems/keep-import.server.ts';
import { milestonesOf } from '#app/postmortems/milestones.server.ts';
import { sectionsOf, sourceOf, timelineOf } from '#app/postmortems/postmortems.server.ts';
import { db } from '#db/database.server.ts';
import * as schema from '#db/schema/index.ts';
import { now } from '#test/support/clock.ts';
import { somebody, squadOf } from '#test/support/people.ts';

import { history, seen, template } from './known.ts';

const action = {
  text: 'Renew by machine',
  owner: null,
  done: false,
  kind: null,
  severity: null,
  due: null,
  ticket: null,
};
const document: PostmortemDocument = {
  title: 'A certificate expired',
  kind: 'incident',
  severity: 1,
  timezone: 'CET',
  sections: [{ key: 'root-cause', heading: 'Why', markdown: 'Nobody was told.' }],
  milestones: [{ kind: 'detected', at: '2026-03-04T09:30', written: '9.30', zone: null }],
  timeline: [
    { at: '2026-03-04T09:00', written: '9.00', zone: null, text: 'It expired.' },
    { at: '2026-03-04T09:30', written: '09:30 UTC', zone: 'UTC', text: 'The alarm rang.' },
    { at: '2026-03-04', written: 'that day', zone: null, text: 'It was renewed.' },
    { at: null, written: 'later', zone: null, text: 'All was well.' },
  ],
  actions: [action],
};
const markdown = '# A certificate expired\r\n\tand *so* on\u00a0\n\n';
const brought = (change: Partial<Brought> = {}): Brought => ({
  document,
  template,
  unplaced: '',
  source: { fileName: 'old one.md', markdown },
  reach: 'everyone',
  ownerOf: () => null,
  ...change,
});

it('keeps a document as a draft, and its source word for word', async () => {
  const amara = await somebody('Amara');
  const id = await bringIn(brought(), { byId: amara.id, now });
  expect(await seen(amara, id)).toMatchObject({
    title: document.title,
    severity: 1,
    timezone: 'CET',
    state: 'draft',
  });
  expect(await sourceOf(id)).toEqual({ fileName: 'old one.md', markdown });
  expect(await history({ id })).toEqual(['imported by Amara']);
});

it('knows the instants that a zone tells, and no more', async () => {
  const amara = await somebody('Amara');
  const id = await bringIn(brought(), { byId: amara.id, now });
  expect(
    (await timelineOf(id)).map(({ written, precision, instant }) => ({ written, precision, instant })),
  ).toEqual([
    { written: '9.00', precision: 'minute', instant: Date.UTC(2026, 2, 4, 8) },
    { written: '09:30 UTC', precision: 'minute', instant: Date.UTC(2026, 2, 4, 9, 30) },
    { written: 'that day', precision: 'day', instant: null },
    { written: 'later', precision: 'unknown', instant: null },
  ]);
  expect(await milestonesOf(id)).toMatchObject([{ kind: 'detected', instant: Date.UTC(2026, 2, 4, 8, 30) }]);
});

it('puts in the sections that the document lacks, and keeps what fitted nowhere as the last', async () => {
  const amara = await somebody('Amara');
  const id = await bringIn(brought({ unplaced: 'A stray line.' }), { byId: amara.id, now });
  const sections = await sectionsOf(id);
  expect(sections.map(({ key }) => key)).toEqual([...template.sections.map(({ key }) => key), 'unplaced']);
  expect(sections.find(({ key }) => key === 'root-cause')).toMatchObject({
    heading: 'Why',
    markdown: 'Nobody was told.',
  });
  expect(sections.find(({ key }) => key === 'summary')).toMatchObject({
    markdown: '',
    help: template.sections[0]!.help,
  });
  expect(sections.at(-1)).toMatchObject({ markdown: 'A stray line.' });
});

it('keeps both where the document has two sections of one name, or one named like ours', async () => {
  const amara = await somebody('Amara');
  const twice = ['summary', 'summary', 'unplaced'].map((key, at) => ({
    key,
    heading: key,
    markdown: `Text ${at}`,
  }));
  const id = await bringIn(
    brought({ document: { ...document, sections: twice }, unplaced: 'A stray line.' }),
    {
      byId: amara.id,
      now,
    },
  );
  const texts = (await sectionsOf(id)).map((section) => section.markdown);
  expect(texts).toEqual(expect.arrayContaining(['Text 0', 'Text 1', 'Text 2', 'A stray line.']));
});

it('its action items wait to be accepted, without a clock, also those that were done', async () => {
  const amara = await somebody('Amara');
  const actions = [
    { ...action, severity: 1 as const, due: '2021-03-01' },
    { ...action, text: 'Tell everybody', done: true },
  ];
  const id = await bringIn(brought({ document: { ...document, actions } }), { byId: amara.id, now });
  expect((await itemsOf(id)).map(({ item }) => item)).toMatchObject([
    {
      statement: 'Renew by machine',
      state: 'imported',
      clockFrom: null,
      dueAt: null,
      dueOn: '2021-03-01',
      severity: 1,
    },
    { statement: 'Tell everybody', state: 'done', clockFrom: null, dueAt: null },
  ]);
});

it('names as owners those who are beyond doubt; others stay as they were written', async () => {
  const amara = await somebody('Amara');
  const jonas = await somebody('Jonas Weber');
  await somebody('Kim Lee');
  await somebody('Kim Olsen');
  const payments = await squadOf('Payments');
  const actions = ['jonas', jonas.email, 'PAYMENTS', 'Kim', 'the database people', null].map((owner) => ({
    ...action,
    owner,
  }));
  const id = await keepImport(brought({ document: { ...document, actions } }), { byId: amara.id, now });
  const owners = (await itemsOf(id)).map(({ item }) => [item.ownerId, item.ownerSquadId, item.ownerWritten]);
  expect(owners).toEqual([
    [jonas.id, null, null],
    [jonas.id, null, null],
    [null, payments.id, null],
    [null, null, 'Kim'],
    [null, null, 'the database people'],
    [null, null, null],
  ]);
});

it('is kept wholly or not at all', async () => {
  const amara = await somebody('Amara');
  const tables = Object.entries(schema).flatMap(([name, table]) =>
    name.startsWith('is') ? [] : [[name, table] as const],
  );
  const rows = async () => {
    const counted: Record<string, number> = {};
    for (const [name, table] of tables)
      counted[name] = (await db.read.select({ rows: count() }).from(table))[0]!.rows;
    return counted;
  };
  const before = await rows();
  // the last of its parts belongs to a squad that is not there
  const failing = brought({ ownerOf: () => ({ squadId: 'no such squad' }) });
  await expect(bringIn(failing, { byId: amara.id, now })).rejects.toThrow();
  expect(await rows()).toEqual(before);
});
