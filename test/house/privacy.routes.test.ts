/**
 * Every route x every kind of person, asked for somebody else's private draft. Its word must reach nobody outside,
 * on any page, in any answer; and whoever takes part gets in as far as their part goes.
 */
import { beforeAll, describe, expect, it } from 'vitest';

import { submit, visit } from '#test/support/app.ts';
import { signIn, somebody, type TestPerson } from '#test/support/people.ts';
import { documentAbout, draftBy } from '#test/support/postmortems.ts';

import { places } from './floor-plan.ts';

const WORD = 'Quetzalcoatlus';
type Draft = Awaited<ReturnType<typeof draftBy>>;

let author: TestPerson;
let participant: TestPerson;
let reviewer: TestPerson;
/** whom the pages about a person are asked for: some answers end their account */
let bystander: TestPerson;
let outsiders: Record<string, TestPerson | undefined>;
let draft: Draft;

const newDraft = () =>
  draftBy(author, documentAbout(WORD), {
    reach: 'private',
    people: [
      [participant, 'participant'],
      [reviewer, 'reviewer'],
    ],
  });

beforeAll(async () => {
  author = await somebody('Mara Lindqvist');
  participant = await somebody('Jonas Brandt');
  reviewer = await somebody('Ines Moreau');
  bystander = await somebody('Noor Haddad');
  outsiders = {
    'nobody signed in': undefined,
    'a member': await somebody('Tom Adeyemi'),
    'an organiser': await somebody('Priya Raman', 'organiser'),
    'an administrator': await somebody('Wei Chen', 'administrator'),
  };
  draft = await newDraft();
});

const address = (path: string, of: Draft) =>
  path
    .replace('*', 'no/such/page')
    .replace(':token', 'x'.repeat(43))
    .replace(':key', 'root-cause')
    .replace(':entryId', of.entryId)
    .replace(':personId', participant.id)
    .replace(':role', 'organiser')
    .replace(':id', path.startsWith('/action') ? of.itemId : path.startsWith('/post') ? of.id : bystander.id);

/** GET and POST. Some of these pages sign out, so every question is asked with a sign-in of its own. */
async function ask(path: string, of: Draft, person?: TestPerson) {
  const as = person && { cookie: await signIn(person) };
  const got = await visit(address(path, of), { as });
  const posted = await submit(address(path, of), {}, { as });
  return Promise.all(
    [got, posted].map(async (answer) => ({
      status: answer.status,
      to: answer.headers.get('Location') ?? '',
      said: (await answer.text()) + JSON.stringify([...answer.headers]),
    })),
  );
}

const about = (path: string) => /^\/(postmortems|action-items)\/:id/.test(path);

describe.each(places.map(({ path }) => path))('%s', (path) => {
  it.each(['nobody signed in', 'a member', 'an organiser', 'an administrator'])(
    'tells %s nothing',
    async (who) => {
      const [got, posted] = await ask(path, draft, outsiders[who]);
      for (const { status, said } of [got!, posted!]) {
        expect(status).toBeLessThan(500);
        expect(said).not.toContain(WORD);
      }
      if (!about(path)) return;
      // A step's URL leads to what it is a step of, whether that exists or not; POST without an action is 405.
      const expected = who === 'nobody signed in' ? [302, 303, 400, 405] : [302, 400, 404, 405];
      expect(expected).toContain(got!.status);
      expect(expected).toContain(posted!.status);
      if (posted!.status < 400) expect(posted!.to).toMatch(/^\/sign-in/);
    },
  );

  if (!about(path)) return;

  it('lets its author and participants in', async () => {
    for (const person of [author, participant]) {
      for (const { status } of await ask(path, await newDraft(), person)) {
        expect([200, 302, 303, 400, 404, 405, 409, 422]).toContain(status);
      }
    }
  });

  it('lets a reviewer read, and change nothing that it says', async () => {
    const [got, posted] = await ask(path, await newDraft(), reviewer);
    expect([200, 302, 400, 403]).toContain(got!.status);
    expect([302, 303, 400, 403, 404, 405, 422]).toContain(posted!.status);
    const changes = /facts|sections|timeline|milestones|people|reach|action-items$/.test(path);
    if (path.startsWith('/postmortems') && changes) expect([403, 405]).toContain(posted!.status);
  });
});
