import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { coverageWaivers } from '#db/schema/champions.ts';
import { squads } from '#db/schema/squads.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { enrolled } from './coverage-known.ts';

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

let olga: TestPerson;
let tom: TestPerson;
let nina: TestPerson;
beforeAll(async () => {
  olga = await somebody('Olga', 'organiser');
  tom = await somebody('Tom');
  nina = await somebody('Nina');
});

const inArea = async (name: string, area: string, ...members: TestPerson[]) => {
  const squad = await squadOf(name, ...members);
  await db.write((tx) => tx.update(squads).set({ area }).where(eq(squads.id, squad.id)));
  return squad;
};
const waiversOf = (squad: { id: string }) =>
  db.read.select().from(coverageWaivers).where(eq(coverageWaivers.squadId, squad.id));

it('teaches what would stand there before there are squads', async () => {
  expect(await textOf(await visit(paths.coverage(), { as: tom }))).toContain('No squads yet');
});

it('shows everybody at a glance which squads are covered, and the list below', async () => {
  const payments = await inArea('Payments', 'Money', nina);
  const ledger = await inArea('Ledger', 'Money', tom);
  await enrolled(nina, payments);
  const page = await (await visit(paths.coverage(), { as: tom })).text();
  expect(page).toMatch(/1(<!-- -->)? of (<!-- -->)?2 squads/);
  for (const { id } of [payments, ledger]) expect(page).toContain(`href="${paths.squad(id)}"`);
  expect(page).toContain('#sign-covered');
  expect(page).toContain('#sign-without');
  expect(page).not.toMatch(/<[^>]+ style=/);
});

it('is narrowed by area and by what is missing, on the page and in the CSV', async () => {
  await inArea('Depots', 'Parcels', tom);
  await enrolled(nina, await inArea('Tracking', 'Parcels', nina));
  const list = async (query: string) => {
    const page = await (await visit(`${paths.coverage()}?${query}`, { as: tom })).text();
    const from = page.indexOf('<tbody', page.indexOf('id="squads"'));
    return page.slice(from, page.indexOf('</tbody>', from));
  };
  const parcels = await list('area=Parcels');
  expect([parcels.includes('Depots'), parcels.includes('Tracking'), parcels.includes('Payments')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(await list('area=Parcels&lack=champion')).not.toContain('>Tracking<');
  expect(await textOf(await visit(`${paths.coverage()}?area=Nowhere`, { as: tom }))).toContain(
    'No squad is like that',
  );

  const csv = await visit(`${paths.coverageCsv()}?area=Parcels&lack=champion`, { as: tom });
  expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('Content-Disposition')).toContain('coverage.csv');
  const rows = (await csv.text()).trimEnd().split('\r\n');
  expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual(['Depots']);
});

it('a waiver needs a reason and a day to come, and has a way back', async () => {
  const squad = await inArea('Routing', 'Parcels', nina);
  const at = paths.squadCoverage(squad.id);
  const empty = await submit(at, { policy: 'per-squad', reason: ' ', until: '' }, { as: olga });
  expect(empty.status).toBe(422);
  const words = await textOf(empty);
  expect(words).toContain('Please say why');
  expect(words).toContain('Write the day as 2026-03-04.');

  const past = await submit(
    at,
    { policy: 'per-squad', reason: 'It moves to Oslo.', until: inDays(-2) },
    { as: olga },
  );
  expect(past.status).toBe(422);
  expect(await past.text()).toContain('It moves to Oslo.');
  expect(await waiversOf(squad)).toEqual([]);

  const given = await submit(
    at,
    { policy: 'per-squad', reason: 'It moves to Oslo.', until: inDays(20) },
    { as: olga },
  );
  expect([given.status, given.headers.get('Location')]).toEqual([303, at]);
  const [waiver] = await waiversOf(squad);
  expect(waiver).toMatchObject({ policy: 'per-squad', reason: 'It moves to Oslo.', givenBy: olga.id });

  await submit(paths.waiverWithdrawal(waiver!.id), {}, { as: olga });
  expect((await waiversOf(squad))[0]).toMatchObject({ withdrawnBy: olga.id });
  await submit(paths.waiverWithdrawal(waiver!.id), { undo: 'yes' }, { as: olga });
  expect((await waiversOf(squad))[0]).toMatchObject({ withdrawnBy: null, withdrawnAt: null });
});

it('everybody sees that and until when; the reason is sent to organisers and the squad’s people alone', async () => {
  const squad = await inArea('Mobile', 'Parcels', nina);
  const at = paths.squadCoverage(squad.id);
  const reason = 'Quetzalcoatlus is sold to somebody else.';
  await submit(at, { policy: 'per-squad', reason, until: inDays(20) }, { as: olga });
  const told = async (as: TestPerson) => (await sentBy(await visit(at, { as }))).includes('Quetzalcoatlus');
  expect([await told(olga), await told(nina), await told(tom)]).toEqual([true, true, false]);
  expect(await textOf(await visit(at, { as: tom }))).toContain('Waived until');
  for (const path of [paths.coverage(), paths.coverageCsv(), `${paths.coverage()}?lack=waived`])
    expect(await sentBy(await visit(path, { as: olga }))).not.toContain('Quetzalcoatlus');
});

it('nobody but organisers gives or ends a waiver', async () => {
  const squad = await inArea('Identity', 'Money', nina);
  const at = paths.squadCoverage(squad.id);
  const draft = { policy: 'per-squad', reason: 'No.', until: inDays(20) };
  expect((await submit(at, draft, { as: nina })).status).toBe(403);
  expect(await waiversOf(squad)).toEqual([]);
  await submit(at, draft, { as: olga });
  const [waiver] = await waiversOf(squad);
  expect((await submit(paths.waiverWithdrawal(waiver!.id), {}, { as: nina })).status).toBe(403);
  expect((await waiversOf(squad))[0]!.withdrawnAt).toBeNull();
  expect((await visit(paths.squadCoverage('nobody'), { as: olga })).status).toBe(404);
});
