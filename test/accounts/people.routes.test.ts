import { beforeAll, expect, it } from 'vitest';

import { personById } from '#app/accounts/people.server.ts';
import { pageAfter, submit, textOf, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { eventsOf, noticesTold, password, rolesHeld, withPassword } from './known.ts';

let ada: TestPerson;
beforeAll(async () => {
  ada = await somebody('Ada', 'administrator');
});
const saidBy = async (response: Response, as: TestPerson) => (await pageAfter(response, as)).text();

it('gives a role and ends it, each with a way back', async () => {
  const nina = await somebody('Nina');
  const given = await submit(`/people/${nina.id}/roles`, { role: 'organiser' }, { as: ada });
  expect(await rolesHeld(nina)).toEqual(['organiser']);
  expect(await saidBy(given, ada)).toContain(`action="/people/${nina.id}/roles/organiser"`);
  const ended = await submit(`/people/${nina.id}/roles/organiser`, {}, { as: ada });
  expect(await rolesHeld(nina)).toEqual([]);
  const said = await saidBy(ended, ada);
  expect(said).toContain('Nina is no longer organiser.');
  expect(said).toContain(`action="/people/${nina.id}/roles"`);
});

it('what a role allows begins and ends with it', async () => {
  const nina = await somebody('Nina');
  expect((await visit('/people/invitations', { as: nina })).status).toBe(403);
  await submit(`/people/${nina.id}/roles`, { role: 'organiser' }, { as: ada });
  expect((await visit('/people/invitations', { as: nina })).status).toBe(200);
  await submit(`/people/${nina.id}/roles/organiser`, {}, { as: ada });
  expect((await visit('/people/invitations', { as: nina })).status).toBe(403);
});

it('gives no role that there is not', async () => {
  const nina = await somebody('Nina');
  await submit(`/people/${nina.id}/roles`, { role: 'owner' }, { as: ada });
  expect(await rolesHeld(nina)).toEqual([]);
  expect((await submit(`/people/${nina.id}/roles/owner`, {}, { as: ada })).status).toBe(404);
});

it('leaves the last administrator one, and says why', async () => {
  const kept = await submit(`/people/${ada.id}/roles/administrator`, {}, { as: ada });
  expect(await saidBy(kept, ada)).toContain('the last administrator');
  const self = await submit(`/people/${ada.id}/deactivation`, {}, { as: ada });
  expect(await saidBy(self, ada)).toContain('your own account');
  expect(await rolesHeld(ada)).toEqual(['administrator']);
  expect((await visit('/settings', { as: ada })).status).toBe(200);
});

it('deactivates: out everywhere at once, listed among those who left, and back by undo', async () => {
  const nina = await withPassword(await somebody('Nina Leaving'));
  const gone = await submit(`/people/${nina.id}/deactivation`, {}, { as: ada });
  expect(await saidBy(gone, ada)).toContain('name="undo"');
  expect((await visit('/account', { as: nina })).status).toBe(302);
  expect((await submit('/sign-in', { email: nina.email, password })).status).toBe(422);
  expect(await textOf(await visit('/people?search=leaving', { as: ada }))).not.toContain('Nina Leaving');
  expect(await textOf(await visit('/people?who=left', { as: ada }))).toContain('Nina Leaving');

  await submit(`/people/${nina.id}/deactivation`, { undo: 'yes' }, { as: ada });
  expect((await personById(nina.id))?.deactivatedAt).toBeNull();
  expect((await submit('/sign-in', { email: nina.email, password })).status).toBe(303);
});

it('makes a link for a new password, which ends every session but the new one', async () => {
  const nina = await withPassword(await somebody('Nina'));
  const made = await submit(`/people/${nina.id}/password-reset`, {}, { as: ada });
  const link = /http:\/\/guildhall\.test(\/password-resets\/[\w-]+)/.exec(await made.text())![1]!;
  expect(await noticesTold(nina)).toHaveLength(1);
  expect(await textOf(await visit('/notices', { as: nina }))).toContain('An administrator made a link');

  expect(await (await visit(link)).text()).toContain(`value="${nina.email}"`);
  expect((await submit(link, { password: 'password1234' })).status).toBe(422);
  const set = await submit(link, { password: 'nine purple badgers' });
  expect([set.status, set.headers.get('Location')]).toEqual([303, '/']);
  expect((await visit('/account', { as: nina })).status).toBe(302);
  const as = {
    cookie: set.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  };
  expect((await visit('/account', { as })).status).toBe(200);
  expect((await visit(link)).status).toBe(404);
  expect((await submit(link, { password: 'eleven brown herons' })).status).toBe(404);
  expect(await eventsOf(nina)).toEqual(['reset-link-used']);
});

it('a link can be withdrawn before it is used', async () => {
  const nina = await somebody('Nina');
  const made = await submit(`/people/${nina.id}/password-reset`, {}, { as: ada });
  const link = /http:\/\/guildhall\.test(\/password-resets\/[\w-]+)/.exec(await made.text())![1]!;
  await submit(`/people/${nina.id}/password-reset`, { undo: 'yes' }, { as: ada });
  expect((await visit(link)).status).toBe(404);
});

it('shows what somebody wrote as a name as text', async () => {
  const odd = await somebody('<script>alert(1)</script>');
  const page = await (await visit(`/people/${odd.id}`, { as: ada })).text();
  expect(page).not.toContain('<script>alert(1)');
  expect(page).toContain('&lt;script&gt;alert(1)');
});
