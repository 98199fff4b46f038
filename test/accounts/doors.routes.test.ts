/** Every page and every step of these rooms, by who asks. */
import { beforeAll, expect, it } from 'vitest';

import { routeTable, submit, textOf, visit } from '#test/support/app.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

let people: Record<'member' | 'organiser' | 'administrator', TestPerson>;
let nina: TestPerson;
let squad: { id: string };
beforeAll(async () => {
  people = {
    member: await somebody('Mina'),
    organiser: await somebody('Oskar', 'organiser'),
    administrator: await somebody('Ada', 'administrator'),
  };
  nina = await somebody('Nina');
  squad = await squadOf('Payments', nina);
});

type Who = keyof typeof people;
const all: Who[] = ['member', 'organiser', 'administrator'];
const arranging: Who[] = ['organiser', 'administrator'];
const administrating: Who[] = ['administrator'];
const filled = (path: string) => path.replace('NINA', nina.id).replace('SQUAD', squad.id);

const pages: [string, Who[]][] = [
  ['/account', all],
  ['/account/password', all],
  ['/account/sessions', all],
  ['/people', all],
  ['/people/NINA', all],
  ['/notices', all],
  ['/squads', all],
  ['/squads/SQUAD', all],
  ['/people/invitations', arranging],
  ['/people/NINA/password-reset', administrating],
  ['/audit', administrating],
  ['/settings', administrating],
];

it.each(pages)('the page %s', async (path, who) => {
  const stranger = await visit(filled(path));
  expect(stranger.status).toBe(302);
  expect(stranger.headers.get('Location')).toBe(`/sign-in?to=${encodeURIComponent(filled(path))}`);
  for (const role of all) {
    const page = await visit(filled(path), { as: people[role] });
    expect([role, page.status]).toEqual([role, who.includes(role) ? 200 : 403]);
    // What is one's own is kept by no browser: an account, notices, and a squad's goal.
    const isOwn = path.startsWith('/account') || path === '/notices';
    const isForAll = who === all && !isOwn && !(path === '/squads/SQUAD' && role === 'organiser');
    expect(page.headers.get('Cache-Control')).toBe(isForAll ? 'private, no-cache' : 'private, no-store');
    expect(await page.text()).toMatch(/<title>[^<]+ · Guildhall<\/title>/);
  }
});

const steps: [string, Who[]][] = [
  ['/account', all],
  ['/account/password', all],
  ['/account/sessions/none', all],
  ['/people/invitations', arranging],
  ['/people/invitations/none/withdrawal', arranging],
  ['/people/none/roles', administrating],
  ['/people/none/roles/organiser', administrating],
  ['/people/none/deactivation', administrating],
  ['/people/none/password-reset', administrating],
  ['/settings', administrating],
  ['/notices', all],
  ['/notices/none/reading', all],
  ['/squads', arranging],
  ['/squads/none/edit', arranging],
  ['/squads/none/members', arranging],
  ['/squads/none/members/none', arranging],
  ['/squads/none/archival', arranging],
];

it.each(steps)('the step %s', async (path, who) => {
  const stranger = await submit(path);
  expect([stranger.status, stranger.headers.get('Location')]).toEqual([302, '/sign-in']);
  for (const role of all) {
    const { status } = await submit(path, {}, { as: people[role] });
    expect(who.includes(role) ? [302, 303, 404, 422] : [403]).toContain(status);
  }
});

it.each(steps.filter(([path]) => path.includes('none')))('a visit to the step %s leads on', async (path) => {
  expect((await visit(path)).status).toBe(302);
  expect([302, 404]).toContain((await visit(path, { as: people.administrator })).status);
});

it.each([
  '/people/none',
  '/people/..%2f',
  `/people/${'x'.repeat(500)}`,
  "/people/'",
  '/squads/none/edit',
  '/squads/%00',
  '/people?search=%00',
])('what is not there is not there: %s', async (path) =>
  expect((await visit(path, { as: people.administrator })).status).toBe(404),
);

it('shows a member no form that is not for them', async () => {
  const person = await textOf(await visit(`/people/${nina.id}`, { as: people.member }));
  expect(person).toContain(nina.email);
  expect(person).not.toMatch(/Make organiser|Deactivate|Reset the password/);
  expect(await textOf(await visit(`/squads/${squad.id}`, { as: people.member }))).not.toMatch(
    /Remove|Rename/,
  );
  expect(await textOf(await visit('/people', { as: people.member }))).not.toContain('Invite somebody');
});

const stepsWithoutPage: [string, string][] = [
  ['/sign-out', '/'],
  ['/account/sessions/ID', '/account/sessions'],
  ['/people/invitations/ID/withdrawal', '/people/invitations'],
  ['/people/ID/roles', '/people/ID'],
  ['/people/ID/roles/organiser', '/people/ID'],
  ['/people/ID/deactivation', '/people/ID'],
  ['/notices/ID/reading', '/notices'],
  ['/squads/ID/members', '/squads/ID'],
  ['/squads/ID/members/ID', '/squads/ID'],
  ['/squads/ID/archival', '/squads/ID'],
];

it.each(stepsWithoutPage)(
  'whoever looks for a page at %s is led to %s, whatever the id',
  async (step, page) => {
    for (const id of ['none', 'over%0D%0Athere', '%E4%BA%8B%E5%BE%8C', 'a%2Fb']) {
      const answer = await visit(step.replaceAll('ID', id), { as: people.administrator });
      expect([answer.status, answer.headers.get('Location')]).toEqual([302, page.replace('ID', id)]);
    }
  },
);

it('every step of these rooms has a page or leads to one', () => {
  const ours = Object.entries(routeTable).filter(([path]) => /^(?!demo|postmortems|action-items)/.test(path));
  expect(ours.filter(([, { loads, acts }]) => acts && !loads).map(([path]) => path)).toEqual([]);
});
