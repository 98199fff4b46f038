import { beforeAll, expect, it } from 'vitest';

import { limits } from '#app/accounts/throttle.ts';
import { submit, textOf, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { openSessions, password, withPassword } from './known.ts';

let nina: TestPerson;
beforeAll(async () => {
  nina = await withPassword(await somebody('Nina'));
});

const cookieOf = (response: Response) => ({
  cookie: response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; '),
});
let hosts = 0;
const elsewhere = () => `198.51.100.${++hosts}`;
const signIn = (fields: Record<string, string>, address = elsewhere()) =>
  submit('/sign-in', { email: nina.email, password, ...fields }, { address });

it('signs in and goes where one wanted to go', async () => {
  const wanted = await visit('/people?search=ni');
  const door = wanted.headers.get('Location')!;
  expect(await (await visit(door)).text()).toContain('value="/people?search=ni"');

  const signedIn = await signIn({ to: '/people?search=ni' });
  expect([signedIn.status, signedIn.headers.get('Location')]).toEqual([303, '/people?search=ni']);
  expect((await visit('/people', { as: cookieOf(signedIn) })).status).toBe(200);
});

it('sets cookies that scripts and other sites cannot use', async () => {
  const cookies = (await signIn({})).headers.getSetCookie();
  expect(cookies).toHaveLength(2);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Path=\//i);
  }
});

it('signs in however the address is written', async () => {
  expect((await signIn({ email: `  ${nina.email.toUpperCase()} ` })).status).toBe(303);
});

it.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
])('goes to no other site: %s', async (to) => {
  expect((await signIn({ to })).headers.get('Location')).toBe('/');
  const door = `/sign-in?to=${encodeURIComponent(to)}`;
  expect((await visit(door, { as: nina })).headers.get('Location')).toBe('/');
  expect(await (await visit(door)).text()).toMatch(/name="to" value="\/"/);
});

it('goes to a page of ours whose address is not in Latin letters', async () => {
  expect((await signIn({ to: '/people?search=ö事' })).headers.get('Location')).toBe(
    '/people?search=%C3%B6%E4%BA%8B',
  );
});

it('leads on whoever is signed in', async () => {
  expect((await visit('/sign-in?to=/people', { as: nina })).headers.get('Location')).toBe('/people');
  const again = await submit('/sign-in', { email: nina.email, password, to: '/people' }, { as: nina });
  expect([again.status, again.headers.getSetCookie()]).toEqual([303, []]);
});

it('says the same of an unknown address and a wrong password, keeps the address and drops the password', async () => {
  const wrong = await signIn({ password: 'nine purple badgers' });
  const unknown = await signIn({ email: 'nobody@northwind.example' });
  expect([wrong.status, unknown.status]).toEqual([422, 422]);
  const page = await wrong.text();
  expect(page).toContain(`value="${nina.email}"`);
  expect(page).not.toContain('nine purple badgers');
  const told = (html: string) => /role="alert"[^>]*>([^<]+)/.exec(html)?.[1];
  expect(told(page)).toMatch(/do not open an account/);
  expect(told(await unknown.text())).toBe(told(page));
});

it('asks for what is missing beside the field', async () => {
  const page = await submit('/sign-in', { email: '', password: '' }, { address: elsewhere() });
  expect(page.status).toBe(422);
  expect(await textOf(page)).toMatch(/Please give an e-mail address.*Please give your password/);
});

it('asks to wait with 429 and Retry-After; a browser known to the account is not held up', async () => {
  const home = elsewhere();
  const known = cookieOf(await signIn({}, home));
  const device = { cookie: known.cookie.split('; ').find((one) => one.startsWith('known-device'))! };
  for (let n = 0; n < limits.pair.points; n++) await signIn({ password: 'nine purple badgers' }, home);

  const held = await signIn({}, home);
  expect(held.status).toBe(429);
  expect(Number(held.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(await textOf(held)).toMatch(/Try again in \d+ (minutes|seconds)/);

  const own = await submit('/sign-in', { email: nina.email, password }, { as: device, address: home });
  expect(own.status).toBe(303);
});

it('signs out by a form, not by a link', async () => {
  const as = cookieOf(await signIn({}));
  const before = await openSessions(nina);
  const linked = await visit('/sign-out', { as });
  expect(linked.headers.get('Location')).toBe('/');
  expect((await visit('/account', { as })).status).toBe(200);

  const out = await submit('/sign-out', {}, { as });
  expect([out.status, out.headers.get('Location')]).toEqual([303, '/sign-in']);
  expect((await visit('/account', { as })).status).toBe(302);
  expect(await openSessions(nina)).toBe(before - 1);
});

it('does not lead to set-up once somebody lives here', async () => {
  expect((await visit('/set-up')).headers.get('Location')).toBe('/sign-in');
  expect((await visit('/set-up/some-token')).headers.get('Location')).toBe('/sign-in');
  expect((await submit('/set-up/some-token', {})).headers.get('Location')).toBe('/sign-in');
});
