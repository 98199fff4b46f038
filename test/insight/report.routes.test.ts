import { afterAll, beforeAll, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';

import { countFigures } from '#app/insight/figures.server.ts';
import { measures } from '#app/insight/measures.server.ts';
import { sponsoring } from '#app/insight/sponsors.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { figures } from '#db/schema/insight.ts';
import { enrolled } from '#test/champions/coverage-known.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { item, squadSince } from './report-world.ts';

const WORD = 'zanzibar';
const day = 86_400_000;
let jonas: TestPerson, priya: TestPerson, greta: TestPerson;

beforeAll(async () => {
  jonas = await somebody('Jonas Brandt');
  greta = await somebody('Greta Holm');
  priya = await somebody('Priya Raman', 'organiser');
  const long = Date.now() - 500 * day;
  for (const name of ['Payments', 'Search']) {
    const squad = await squadSince(`${name} ${WORD}`, long);
    for (const who of ['Noor', 'Wei', 'Ines'])
      await enrolled(await somebody(`${who} ${WORD}`), squad, { activeAt: long });
  }
  await squadSince(`Platform ${WORD}`, long);
  await item(priya, { severity: 1, clockFrom: long, dueAt: long + day, scope: 'people' });
});
afterAll(() => db.write((tx) => tx.delete(figures)));

it('is counted at once in a house that is new and small', async () => {
  expect(await db.read.select().from(figures)).toEqual([]);
  expect(await textOf(await visit(paths.report(), { as: jonas }))).toMatch(/2 of 3/);
});

it('tells everybody here each measure with its definition, target and what it cannot tell', async () => {
  const page = await visit(paths.report(), { as: jonas });
  expect(page.status).toBe(200);
  const html = await sentBy(page);
  for (const { key, name } of measures) {
    expect(html).toContain(name);
    expect(html).toContain(`href="${paths.reportMeasure(key)}"`);
  }
  const text = await textOf(await visit(paths.report(), { as: jonas }));
  expect(text).toMatch(/66 % Squads with a champion ?, 2 of 3/);
  expect(text).toMatch(/6 Active champions/);
  expect(html).toMatch(/<svg[^>]*role="img"[^>]*>\s*<title/);
  // Measures, and nobody: neither people, nor squads, nor what only some may see.
  expect(html).not.toContain(WORD);
  expect(html).not.toMatch(/style="/);
  expect(text).toMatch(/Open critical items[^.]*0/);
});

it('has a page for each measure with every month, and none for what is none', async () => {
  for (const { key } of measures)
    expect((await visit(paths.reportMeasure(key), { as: jonas })).status).toBe(200);
  const text = await textOf(await visit(paths.reportMeasure('time-to-remediate'), { as: jonas }));
  expect(text).toContain('Critical: median');
  expect((await visit(paths.reportMeasure('bugs-found'), { as: jonas })).status).toBe(404);
});

it('is had as CSV and as JSON, the same figures', async () => {
  const csv = await visit(paths.reportCsv(), { as: jonas });
  expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('Content-Disposition')).toContain('report.csv');
  const rows = (await csv.text()).split('\r\n');
  expect(rows[0]).toBe('Measure,Line,Unit,Month,Value,Measured,Of,Note');
  expect(rows.filter((row) => row.startsWith('Coverage,Squads with a champion'))).toHaveLength(13);
  const json = (await (await visit(paths.reportJson(), { as: jonas })).json()) as {
    measures: { key: string; lines: { months: { value: number }[] }[] }[];
  };
  const coverage = json.measures.find(({ key }) => key === 'coverage')!;
  expect(coverage.lines[0]!.months.at(-1)).toMatchObject({ n: 2, of: 3, counted: true });
  expect(JSON.stringify(json)).not.toContain(WORD);
  for (const path of [paths.report(), paths.reportCsv(), paths.reportJson()])
    expect((await visit(path)).headers.get('Location')).toMatch(/^\/sign-in/);
});

it('goes by mail to whom an organiser names, who ends it themself, with a way back', async () => {
  expect((await visit(paths.sponsors(), { as: jonas })).status).toBe(403);
  expect((await submit(paths.sponsors(), { person: greta.email }, { as: jonas })).status).toBe(403);
  const nobody = await submit(paths.sponsors(), { person: 'Nobody Known' }, { as: priya });
  expect(nobody.status).toBe(422);
  expect(await sentBy(nobody)).toContain('value="Nobody Known"');
  expect((await submit(paths.sponsors(), { person: greta.email }, { as: priya })).status).toBe(303);
  expect((await submit(paths.sponsors(), { person: greta.email }, { as: priya })).status).toBe(422);
  const id = (await sponsoring(greta.id))!;
  expect(await sentBy(await visit(paths.sponsors(), { as: priya }))).toContain('Greta Holm');

  const own = await sentBy(await visit(paths.report(), { as: greta }));
  expect(own).toContain(paths.sponsorEnding(id));
  expect(await sentBy(await visit(paths.report(), { as: jonas }))).not.toContain(paths.sponsorEnding(id));
  expect((await submit(paths.sponsorEnding(id), {}, { as: jonas })).status).toBe(404);
  const ended = await submit(paths.sponsorEnding(id), {}, { as: greta });
  expect([ended.status, ended.headers.get('Location')]).toEqual([303, paths.report()]);
  expect(await sponsoring(greta.id)).toBeNull();
  await submit(paths.sponsorEnding(id), { undo: 'yes' }, { as: greta });
  expect(await sponsoring(greta.id)).toBe(id);
  expect((await submit(paths.sponsorEnding(id), {}, { as: priya })).headers.get('Location')).toBe(
    paths.sponsors(),
  );
});

it('costs the page nothing but what was kept: what happens since shows when it is counted', async () => {
  await squadSince(`Since ${WORD}`, Date.now() - day);
  const text = await textOf(await visit(`${paths.report()}?again`, { as: jonas }));
  expect(text).toMatch(/2 of 3/);
  await db.write((tx) => tx.delete(figures).where(eq(figures.measure, 'coverage')));
  await countFigures(Date.now());
  expect(await textOf(await visit(`${paths.report()}?anew`, { as: jonas }))).toMatch(/2 of 4/);
});
