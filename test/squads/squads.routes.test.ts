import { beforeAll, expect, it } from 'vitest';

import { membersOf } from '#app/squads/members.server.ts';
import { openSquads, squadById } from '#app/squads/squads.server.ts';
import { submit, textOf, visit } from '#test/support/app.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

let olga: TestPerson;
beforeAll(async () => {
  olga = await somebody('Olga', 'organiser');
});
const saidBy = async (response: Response) => {
  const flash = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return (
    await visit(response.headers.get('Location')!, { as: { cookie: `${olga.cookie}; ${flash}` } })
  ).text();
};

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
  const renamed = await saidBy(await submit(`/squads/${squad.id}`, { name: 'Invoices' }, { as: olga }));
  expect(renamed).toContain('Billing is called Invoices from now on.');
  expect(renamed).toContain('value="Billing"');
  expect((await submit(`/squads/${squad.id}`, { name: 'SEARCH' }, { as: olga })).status).toBe(422);

  const archived = await saidBy(await submit(`/squads/${squad.id}/archival`, {}, { as: olga }));
  expect(archived).toContain('This squad was archived on');
  expect(await textOf(await visit('/squads', { as: olga }))).not.toContain('Invoices');
  expect(await textOf(await visit('/squads?archived=yes', { as: olga }))).toContain('Invoices');
  await submit(`/squads/${squad.id}/archival`, { undo: 'yes' }, { as: olga });
  expect((await squadById(squad.id))?.archivedAt).toBeNull();
});
