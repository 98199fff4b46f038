import type { ServerBuild } from '@remix-run/node';
import { describe, expect, it } from 'vitest';

import { submit, visit } from '#test/support/app.ts';
import { foundOrganisation, somebody, type TestPerson } from '#test/support/people.ts';

import { access, type Who } from './access.ts';
import { places } from './floor-plan.ts';

const { routes } = (await import('../../build/server/index.js' as string)) as ServerBuild;
const moduleOf = (file: string) => routes[file.replace(/\.tsx?$/, '')]!.module;

const askers = {
  nobody: async () => undefined,
  'a member': () => somebody('Mem Ber'),
  'an organiser': () => somebody('Orga Niser', 'organiser'),
  'an administrator': () => somebody('Admi Nistrator', 'administrator'),
};
const admitted: Record<Who, (keyof typeof askers)[]> = {
  anybody: ['nobody', 'a member', 'an organiser', 'an administrator'],
  members: ['a member', 'an organiser', 'an administrator'],
  organisers: ['an organiser', 'an administrator'],
  administrators: ['an administrator'],
};

/** Parameters that name nothing: who is let in finds nothing, who isn't does not learn that. */
const concrete = (path: string) => path.replaceAll(/:\w+/g, '0123456789abcdef').replace('*', 'no/such/page');

type Verdict = 'let in' | 'sent to sign in' | 'refused' | string;
function verdictOn(response: Response): Verdict {
  if (response.status >= 500) return `broken: ${response.status}`;
  if (response.status === 403) return 'refused';
  return response.headers.get('Location')?.startsWith('/sign-in') ? 'sent to sign in' : 'let in';
}

/** A page may lead on to another, which then is the one that lets in or doesn't. */
async function follow(path: string, as: TestPerson | undefined): Promise<Response> {
  const response = await visit(path, { as });
  const to = response.headers.get('Location');
  return to && !to.startsWith('/sign-in') ? follow(to, as) : response;
}

async function verdicts(path: string, method: 'GET' | 'POST', who: Who): Promise<Record<string, Verdict>> {
  await foundOrganisation();
  const given: Record<string, Verdict> = {};
  for (const [name, asker] of Object.entries(askers)) {
    const as = await asker();
    const response =
      method === 'GET' ? await follow(concrete(path), as) : await submit(concrete(path), {}, { as });
    const verdict = verdictOn(response);
    // Where anybody may come in, leading to the sign-in page is no refusal.
    given[name] = who === 'anybody' && verdict === 'sent to sign in' ? 'let in' : verdict;
  }
  return given;
}

const expected = (who: Who) =>
  Object.fromEntries(
    Object.keys(askers).map((name) => [
      name,
      admitted[who].includes(name as keyof typeof askers)
        ? 'let in'
        : name === 'nobody'
          ? 'sent to sign in'
          : 'refused',
    ]),
  );

describe.each(places)('$path', ({ path, file }) => {
  const who = access[path]!;
  const { see, change } = typeof who === 'string' ? { see: who, change: who } : who;
  const module = moduleOf(file);
  if (module.loader)
    it(`is seen by ${see}`, async () => expect(await verdicts(path, 'GET', see)).toEqual(expected(see)));
  if (module.action) {
    it(`is changed by ${change}`, async () =>
      expect(await verdicts(path, 'POST', change)).toEqual(expected(change)));
  }
});
