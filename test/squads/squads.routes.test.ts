import { beforeAll, expect, it } from 'vitest';

import { membersOf } from '#app/squads/members.server.ts';
import { openSquads, squadById } from '#app/squads/squads.server.ts';
import { pageAfter, submit, textOf, visit } from '#test/support/app.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

let olga: TestPerson;
beforeAll(async () => {
  olga = await somebody('Olga', 'organiser');
});
const saidBy = async (response: Response) => (await pageAfter(response, olga)).text();

it('is made from the list; a name that is taken is refused beside the field', async () => {
  const made = await submit('/squads', { name: ' Payments ' }, { as: olga });
  const [squad] = await openSquads();
  expect([made.status, made.headers.get('Location')]).toEqual([303, `/squads/${squad!.id}`]);
  expect(squad!.name).toBe('Payments');

  const taken = await submit('/squads', { name: 'payments' }, { as: olga });
  expect(taken.status).toBe(422);
  const page = await taken.text();
  expect(page).toContain('A squad of this name is here already');
  expect(page).toContain('value="payments"');
  expect((await submit('/squads', { name: '' }, { as: olga })).status).toBe(422);
});

it('finds a person and adds them; removing has a way back', async () => {
  const nina = await somebody('Nina');
  const squad = await squadOf('Search');
  const found = await (await visit(`/squads/${squad.id}?who=NINA`, { as: olga })).text();
  expect(found).toContain('Add Nina');
  await submit(`/squads/${squad.id}/members`, { person: nina.id }, { as: olga });
  expect((await membersOf(squad.id)).map((one) => one.id)).toEqual([nina.id]);

  const removed = await submit(`/squads/${squad.id}/members/${nina.id}`, {}, { as: olga });
  expect(await membersOf(squad.id)).toEqual([]);
  const said = await saidBy(removed);
  expect(said).toContain('Nina is no longer in this squad.');
  expect(said).toMatch(new RegExp(`name="person" value="${nina.id}"`));
  await submit(`/squads/${squad.id}/members`, { person: nina.id }, { as: olga });
  expect((await membersOf(squad.id)).map((one) => one.id)).toEqual([nina.id]);
});

it('is renamed and archived, each with a way back', async () => {
  const squad = await squadOf('Billing');
  const edit = `/squads/${squad.id}/edit`;
  const renamed = await saidBy(await submit(edit, { name: 'Invoices', version: '1' }, { as: olga }));
  expect(renamed).toContain('value="Billing"');
  expect((await submit(edit, { name: 'SEARCH', version: '2' }, { as: olga })).status).toBe(422);

  const archived = await saidBy(await submit(`/squads/${squad.id}/archival`, {}, { as: olga }));
  expect(archived).toContain('This squad was archived on');
  expect(await textOf(await visit('/squads', { as: olga }))).not.toContain('Invoices');
  expect(await textOf(await visit('/squads?archived=yes', { as: olga }))).toContain('Invoices');
  await submit(`/squads/${squad.id}/archival`, { undo: 'yes' }, { as: olga });
  expect((await squadById(squad.id))?.archivedAt).toBeNull();
});

it('says what it is, and two who edit at once are shown both', async () => {
  const petra = await somebody('Petra Holm');
  const squad = await squadOf('Ledger', petra);
  const edit = `/squads/${squad.id}/edit`;
  const form = await (await visit(edit, { as: olga })).text();
  expect(form).toContain('name="version" value="1"');
  const fields = {
    name: 'Ledger',
    area: 'Money',
    developers: '9',
    criticality: '1',
    manager: petra.email,
    version: '1',
  };
  expect((await submit(edit, fields, { as: olga })).status).toBe(303);
  const page = await textOf(await visit(`/squads/${squad.id}`, { as: petra }));
  for (const word of ['Money', '9', 'critical', 'Petra Holm manager']) expect(page).toContain(word);
  expect(await textOf(await visit(`/people/${petra.id}`, { as: olga }))).toContain('Ledger manager');

  const late = await submit(edit, { ...fields, area: 'Finance' }, { as: olga });
  expect(late.status).toBe(409);
  const both = await late.text();
  for (const word of ['Money', 'Finance']) expect(both).toContain(word);
  expect(await textOf(await visit(`/squads/${squad.id}`, { as: petra }))).toContain('Money');

  for (const wrong of [{ developers: 'nine' }, { criticality: '7' }, { manager: 'Nobody At All' }])
    expect((await submit(edit, { ...fields, version: '2', ...wrong }, { as: olga })).status).toBe(422);
});

it('is found in the list by a part of its name, and by its area', async () => {
  const squad = await squadOf('Harbour');
  await submit(`/squads/${squad.id}/edit`, { name: 'Harbour', area: 'Ships', version: '1' }, { as: olga });
  await squadOf('Lighthouse');
  const listed = async (query: string) =>
    (await (await visit(`/squads?${query}`, { as: olga })).text()).split('<main')[1]!;
  expect(await listed('search=ARBO')).toContain('>Harbour<');
  expect(await listed('search=ARBO')).not.toContain('>Lighthouse<');
  expect(await listed('area=Ships')).toContain('>Harbour<');
  expect(await listed('area=Ships')).not.toContain('>Lighthouse<');
  expect(await listed('area=Nowhere')).toContain('No squad fits these choices');
});

it('keeps its former members in sight', async () => {
  const nina = await somebody('Nina Former');
  const squad = await squadOf('Archive', nina);
  await submit(`/squads/${squad.id}/members/${nina.id}`, {}, { as: olga });
  const page = await textOf(await visit(`/squads/${squad.id}`, { as: olga }));
  expect(page).toContain('Here before');
  expect(page).toContain('Nina Former');
});
