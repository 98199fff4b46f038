import { beforeAll, expect, it } from 'vitest';

import { lineManagerOf } from '#app/squads/managers.server.ts';
import { rolesInSquad } from '#app/squads/squad-roles.server.ts';
import { submit, textOf, visit } from '#test/support/app.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

let wei: TestPerson;
let nina: TestPerson;
beforeAll(async () => {
  wei = await somebody('Wei Chen', 'administrator');
  nina = await somebody('Nina Berg');
});
const rolesPage = async (query: string, as = wei) => textOf(await visit(`/roles?${query}`, { as }));
const give = (fields: Record<string, string>) => submit('/roles', fields, { as: wei });

it('shows who is an organiser, since when and by whom, also those who were', async () => {
  await give({ role: 'organiser', person: nina.email });
  expect(await rolesPage('role=organiser')).toMatch(/Nina Berg.*given by Wei Chen/);
  await submit(`/people/${nina.id}/roles/organiser`, {}, { as: wei });
  expect(await rolesPage('role=organiser')).toContain('Nobody is organiser');
  expect(await rolesPage('role=organiser&over=yes')).toMatch(/Nina Berg.*ended by Wei Chen/);
});

it('makes a manager of a squad; ending has a way back', async () => {
  const squad = await squadOf('Payments');
  expect((await give({ role: 'manager', person: 'Nina Berg', squads: 'PAYMENTS' })).status).toBe(303);
  const [role] = await rolesInSquad(squad.id, Date.now());
  expect(role).toMatchObject({ role: 'manager', name: 'Nina Berg' });
  const page = await rolesPage('role=manager');
  expect(page).toMatch(/Nina Berg.*Payments/);
  await submit(`/roles/${role!.id}/ending`, {}, { as: wei });
  expect(await rolesInSquad(squad.id, Date.now())).toEqual([]);
  await submit(`/roles/${role!.id}/ending`, { undo: 'yes' }, { as: wei });
  expect(await rolesInSquad(squad.id, Date.now())).toHaveLength(1);
});

it('says beside the field what is wrong, and keeps what was typed', async () => {
  const cases: [Record<string, string>, string][] = [
    [{ role: 'manager', person: 'No One', squads: 'Payments' }, 'Nobody here has that name'],
    [{ role: 'manager', person: nina.email, squads: 'No Such' }, 'No squad at work is called No Such'],
    [{ role: 'advocate', person: nina.email, squads: 'Payments' }, 'more than 10 squads'],
    [{ role: 'embedded', person: nina.email, squads: 'Payments', to: '2020-01-01' }, 'Choose a day to come'],
    [{ role: 'embedded', person: nina.email, squads: 'Payments', to: 'soon' }, 'Write the day as'],
  ];
  for (const [fields, words] of cases) {
    const refused = await give(fields);
    expect([words, refused.status]).toEqual([words, 422]);
  }
  const kept = await submit(
    '/roles?role=manager',
    { role: 'manager', person: nina.email, squads: 'No Such' },
    { as: wei },
  );
  const page = await kept.text();
  expect(page).toContain('No squad at work is called No Such');
  expect(page).toContain('value="No Such"');
});

it('is read by organisers, who give nothing, and by no member', async () => {
  const olga = await somebody('Olga Reader', 'organiser');
  const page = await rolesPage('role=manager', olga);
  expect(page).toContain('Nina Berg');
  expect(page).not.toContain('Give the role');
  expect((await submit('/roles', { role: 'organiser', person: olga.email }, { as: olga })).status).toBe(403);
  expect((await visit('/roles', { as: await somebody('Tom') })).status).toBe(403);
});

it('names a person’s manager; who was named meanwhile is shown, not overwritten', async () => {
  const [mara, jonas] = [await somebody('Mara Holm'), await somebody('Jonas Brandt')];
  const path = `/people/${jonas.id}/manager`;
  expect((await submit(path, { manager: mara.email, before: '' }, { as: wei })).status).toBe(303);
  expect(await textOf(await visit(`/people/${jonas.id}`, { as: nina }))).toContain('Mara Holm');
  const late = await submit(path, { manager: nina.email, before: '' }, { as: wei });
  expect(late.status).toBe(409);
  expect(await textOf(late)).toContain('Mara Holm');
  expect((await lineManagerOf(jonas.id))?.id).toBe(mara.id);
  expect((await submit(path, { manager: jonas.email, before: mara.id }, { as: wei })).status).toBe(422);
  expect((await submit(path, { manager: '', before: mara.id }, { as: wei })).status).toBe(303);
  expect(await lineManagerOf(jonas.id)).toBeNull();
});

it('offers names as one types: people, and for action items squads too', async () => {
  const asked = async (path: string) =>
    ((await (await visit(path, { as: nina })).json()) as { names: string[] }).names;
  expect(await asked('/people/names?q=MARA')).toEqual([expect.stringMatching(/^Mara Holm <.*>$/)]);
  expect(await asked('/action-items/owners?q=paym')).toEqual(['Payments']);
  expect([await asked('/people/names'), await asked('/people/names?q=zzz')]).toEqual([[], []]);
  expect((await visit('/people/names?q=mara')).status).toBe(302);
});
