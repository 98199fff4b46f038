import { beforeAll, expect, it } from 'vitest';

import { sha256 } from '#app/accounts/secrets.server.ts';
import { limits } from '#app/accounts/throttle.ts';
import { submit, textOf, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { password } from './known.ts';

let olga: TestPerson;
beforeAll(async () => {
  olga = await somebody('Olga', 'organiser');
});

const linkIn = (html: string) => /http:\/\/guildhall\.test(\/invitations\/[\w-]+)/.exec(html)?.[1];
const invite = async (email: string) => {
  const page = await submit('/people/invitations', { email }, { as: olga });
  const link = linkIn(await page.text());
  if (!link) throw new Error(`no link, ${page.status}`);
  return link;
};

it('is shown once, and leads to an account for the address it was made for', async () => {
  const link = await invite('Nina@Northwind.example');
  const list = await (await visit('/people/invitations', { as: olga })).text();
  expect(list).toContain('nina@northwind.example');
  expect(linkIn(list)).toBeUndefined();

  const page = await (await visit(link)).text();
  expect(page).toContain('value="nina@northwind.example"');
  expect(page).toContain('autoComplete="new-password"');

  const short = await submit(link, { name: 'Nina Weber', password: 'short' });
  expect(short.status).toBe(422);
  expect(await short.text()).toContain('value="Nina Weber"');
  expect((await submit(link, { name: 'Nina Weber', password: 'nina and northwind' })).status).toBe(422);

  const joined = await submit(link, { name: 'Nina Weber', password, email: 'mallory@evil.example' });
  expect([joined.status, joined.headers.get('Location')]).toEqual([303, '/']);
  const as = {
    cookie: joined.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  };
  expect(await (await visit('/account', { as })).text()).toContain('nina@northwind.example');

  const dead = await visit(link);
  expect(dead.status).toBe(404);
  expect(await textOf(dead)).toContain('Ask whoever invited you');
  expect((await submit(link, { name: 'Mallory', password })).status).toBe(404);
});

it('refuses an address that has an account, beside the field', async () => {
  const page = await submit('/people/invitations', { email: olga.email }, { as: olga });
  expect(page.status).toBe(422);
  const html = await page.text();
  expect(html).toContain('There is an account for this address already.');
  expect(html).toContain(`value="${olga.email}"`);
  expect((await submit('/people/invitations', { email: 'no address' }, { as: olga })).status).toBe(422);
});

it('is withdrawn in one step, and undone in one', async () => {
  const link = await invite('amara@northwind.example');
  const path = `/people/invitations/${sha256(link.split('/').at(-1)!)}/withdrawal`;
  const withdrawn = await submit(path, {}, { as: olga });
  expect(withdrawn.status).toBe(303);
  const cookie = withdrawn.headers.getSetCookie()[0]!.split(';')[0]!;
  const said = await (
    await visit('/people/invitations', { as: { cookie: `${olga.cookie}; ${cookie}` } })
  ).text();
  expect(said).toContain('is withdrawn');
  expect(said).toContain(`action="${path}"`);
  expect((await visit(link)).status).toBe(404);
  expect((await submit(path, {}, { as: olga })).status).toBe(404);

  expect((await submit(path, { undo: 'yes' }, { as: olga })).status).toBe(303);
  expect((await visit(link)).status).toBe(200);
});

it('two who accept at once get one account and no fault', async () => {
  const link = await invite('twins@northwind.example');
  const answers = await Promise.all([1, 2, 3].map(() => submit(link, { name: 'Twin', password })));
  expect(answers.filter((one) => one.headers.get('Location') === '/')).toHaveLength(1);
  expect(answers.map((one) => one.status).filter((status) => status >= 500)).toEqual([]);
});

it('a network that tries many links that do not open has to wait', async () => {
  const address = '198.51.100.77';
  const link = await invite('kim@northwind.example');
  for (let n = 0; n <= limits.links.points; n++) await visit(`/invitations/guess-${n}`, { address });
  const held = await visit(link, { address });
  expect(held.status).toBe(429);
  expect(Number(held.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(await textOf(held)).toMatch(/Try again in \d+ minutes/);
  expect((await visit(`/password-resets/guess`, { address })).status).toBe(429);
  expect((await visit(link, { address: '198.51.100.78' })).status).toBe(200);
});
