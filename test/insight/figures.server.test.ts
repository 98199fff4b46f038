import { afterEach, beforeAll, expect, it } from 'vitest';
import { and, eq } from 'drizzle-orm';

import { countFigures, countMonth } from '#app/insight/figures.server.ts';
import type { Cell } from '#app/insight/measure.ts';
import { measures } from '#app/insight/measures.server.ts';
import { reportCsv } from '#app/insight/report-csv.server.ts';
import { reportJson } from '#app/insight/report-json.ts';
import { report, reportOfMonth } from '#app/insight/report.server.ts';
import { db } from '#db/database.server.ts';
import { organisations } from '#db/schema/accounts.ts';
import { figures } from '#db/schema/insight.ts';
import { enrolled } from '#test/champions/coverage-known.ts';
import { day, hour, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { found, inAuckland, item, squadSince, ZONE } from './report-world.ts';

let mara: TestPerson;
const longAgo = Date.UTC(2024, 0, 10);
const flows = measures.filter(({ about }) => about !== 'now').length;

beforeAll(async () => {
  await found();
  mara = await somebody('Mara Lindqvist', 'organiser');
  await enrolled(mara, await squadSince('Payments', longAgo), { activeAt: Date.UTC(2026, 0, 15) });
});
afterEach(() => db.write((tx) => tx.delete(figures)));

const rows = () => db.read.select().from(figures);
const coverageIn = async (month: string) =>
  (
    await db.read
      .select()
      .from(figures)
      .where(and(eq(figures.measure, 'coverage'), eq(figures.month, month)))
  )[0]!;

it('keeps every measure of thirteen months, and of what is of now this month alone', async () => {
  await countFigures(now);
  const all = await rows();
  expect(all).toHaveLength(flows * 13 + (measures.length - flows));
  expect((await coverageIn('2025-12')).values).toMatchObject({ cells: [{ key: 'all', n: 0, of: 1 }] });
  expect((await coverageIn('2026-03')).values).toMatchObject({ cells: [{ key: 'all', n: 1, of: 1 }] });
});

it('counts fresh months anew each hour and old ones each day, so that what is corrected is found', async () => {
  await countFigures(now);
  const due = Date.UTC(2026, 1, 10);
  await item(mara, { severity: 3, clockFrom: due - day, dueAt: due });
  const older = Date.UTC(2025, 10, 10);
  await item(mara, { severity: 3, clockFrom: older - day, dueAt: older });
  const dueIn = async (month: string) =>
    (
      (
        await db.read
          .select()
          .from(figures)
          .where(and(eq(figures.measure, 'verified-in-time'), eq(figures.month, month)))
      )[0]!.values.cells as Cell[]
    )[0]!.of;
  await countFigures(now + hour / 2);
  expect([await dueIn('2026-02'), await dueIn('2025-11')]).toEqual([0, 0]);
  await countFigures(now + hour);
  expect([await dueIn('2026-02'), await dueIn('2025-11')]).toEqual([1, 0]);
  await countFigures(now + day);
  expect([await dueIn('2026-02'), await dueIn('2025-11')]).toEqual([1, 1]);
});

it('counts anew what was counted by an older definition, and shows none of it until then', async () => {
  await countFigures(now);
  const coverage = eq(figures.measure, 'coverage');
  const wrong = { cells: [{ key: 'all', words: 'Squads', unit: 'share', value: 0.07, n: 7, of: 100 }] };
  await db.write((tx) =>
    tx
      .update(figures)
      .set({ version: `0 ${ZONE}`, values: wrong })
      .where(coverage),
  );
  const before = (await report(now)).measures.find(({ key }) => key === 'coverage')!;
  expect([before.figure, before.countedAt, before.lines]).toEqual([null, null, []]);
  await countFigures(now + 60_000);
  const after = (await report(now)).measures.find(({ key }) => key === 'coverage')!;
  expect(after.figure).toMatchObject({ value: 1, n: 1, of: 1 });
  expect((await coverageIn('2025-06')).version).toBe(`1 ${ZONE}`);
});

it('counts the months of another zone anew', async () => {
  await countFigures(now);
  await db.write((tx) => tx.update(organisations).set({ timezone: 'UTC' }));
  await countFigures(now + 1000);
  const ofMonths = measures.filter(({ about }) => about !== 'now').map(({ key }) => key);
  const kept = (await rows()).filter(({ measure }) => ofMonths.includes(measure));
  expect(new Set(kept.map(({ version }) => version.split(' ')[1]))).toEqual(new Set(['UTC']));
  // What was known of now alone is as it was.
  expect((await report(now + 1000)).measures.find(({ key }) => key === 'policies')!.lines).not.toEqual([]);
  await db.write((tx) => tx.update(organisations).set({ timezone: ZONE }));
});

it('keeps what was counted when it is cut off, and goes on from there', async () => {
  const stopping = new AbortController();
  stopping.abort();
  await countFigures(now, stopping.signal);
  expect(await rows()).toEqual([]);
  await countFigures(now);
  await db.write((tx) => tx.delete(figures).where(eq(figures.measure, 'hours')));
  await countFigures(now + 60_000);
  expect((await rows()).filter(({ measure }) => measure === 'hours')).toHaveLength(13);
});

it('keeps the past of what is known of now alone', async () => {
  await countFigures(Date.UTC(2026, 1, 10));
  await countFigures(now);
  const policies = (await rows()).filter(({ measure }) => measure === 'policies');
  expect(policies.map(({ month }) => month).sort()).toEqual(['2026-02', '2026-03']);
});

it('counts a month once more after its end, and only then', async () => {
  await countFigures(Date.UTC(2026, 1, 20));
  await countMonth('2026-02', now);
  expect((await coverageIn('2026-02')).countedAt).toBe(now);
  await countMonth('2026-02', now + hour);
  expect((await coverageIn('2026-02')).countedAt).toBe(now);
});

it('tells a whole month where it is of what happened, and the newest state', async () => {
  await countFigures(now);
  const of = async (key: string) => (await report(now)).measures.find((one) => one.key === key)!;
  expect((await of('coverage')).latest).toBe('2026-03');
  expect((await of('attendance')).latest).toBe('2026-02');
  const february = await reportOfMonth('2026-02', now);
  const others = february.measures.filter(({ key }) => key !== 'hours');
  expect(new Set(others.map(({ latest }) => latest))).toEqual(new Set(['2026-02']));
  expect(february.months[0]).toBe('2025-02');
});

it('tells hours once those who report them have had ten days', async () => {
  const tenthIsOver = inAuckland('2026-03-11T00:00');
  const hoursOf = ({ measures: told }: Awaited<ReturnType<typeof report>>) =>
    told.find(({ key }) => key === 'hours')!.latest;
  expect(hoursOf(await report(tenthIsOver - 1))).toBe('2026-01');
  expect(hoursOf(await report(tenthIsOver))).toBe('2026-02');
  expect(hoursOf(await reportOfMonth('2026-02', now))).toBe('2026-01');
  expect(hoursOf(await reportOfMonth('2026-02', tenthIsOver))).toBe('2026-02');
});

it('has a target beside what has one, and says how it stands', async () => {
  await countFigures(now);
  const { measures: told } = await report(now);
  const verdict = (key: string) => told.find((one) => one.key === key)!.aims.map((aim) => aim.verdict);
  expect(verdict('coverage')).toEqual(['met']);
  expect(verdict('attendance')).toEqual(['open']);
  expect(verdict('open-items')).toEqual(['met', 'met']);
  expect(verdict('time-to-remediate')).toEqual([]);
});

it('is the same in a spreadsheet and for programs, and says few of few', async () => {
  await countFigures(now);
  const here = await report(now);
  const csv = reportCsv(here);
  expect(csv).toContain('Active champions,Active champions,count,2026-03,,,,fewer than five people\r\n');
  expect(csv).toContain('Coverage,Squads with a champion,share,2026-03,1,1,1,\r\n');
  const json = reportJson(here);
  expect(json.format).toBe(1);
  expect(json.months).toHaveLength(13);
  expect(json.measures.map(({ key }) => key)).toEqual(measures.map(({ key }) => key));
  const champions = json.measures.find(({ key }) => key === 'champions')!;
  expect(champions.lines[0]!.months.at(-1)).toEqual({
    ...{ month: '2026-03', counted: true, value: null, n: null, of: null, fewerThanFive: true },
  });
  expect(Object.keys(json.measures[0]!)).toEqual([
    ...['key', 'name', 'definition', 'cannotTell', 'about', 'month', 'countedAt', 'targets', 'lines'],
  ]);
});

it('takes no cell for a formula', async () => {
  const [told] = (await report(now)).measures;
  const months = [{ month: '2026-03', figure: null }];
  const line = { key: 'all', words: '=HYPERLINK("x")', unit: 'count' as const, months };
  const csv = reportCsv({ measures: [{ ...told!, name: '+cmd', lines: [line] }] });
  expect(csv).toContain("'+cmd");
  expect(csv).not.toMatch(/(^|,)"?[=+]/m);
});

it('says of no measure how bad a person is, nor what caused it', () => {
  const words = measures.map(({ name, definition }) => `${name} ${definition}`).join(' ');
  expect(words).not.toMatch(/bugs? found|tickets? closed|incidents per|because of|led to|thanks to/i);
  expect(new Set(measures.map(({ key }) => key)).size).toBe(measures.length);
  for (const { definition, cannotTell } of measures)
    expect([definition, cannotTell].every(Boolean)).toBe(true);
});
