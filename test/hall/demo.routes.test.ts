/** The app as everybody starts it has no demo in it, whatever it is told. */
import { afterEach, describe, expect, it } from 'vitest';

import { routeTable, submit, textOf, visit } from '#test/support/app.ts';
import { somebody } from '#test/support/people.ts';

const choice = { persona: 'organiser', to: '/' };

/** Of two answers what may not differ: a page's own id may. */
const told = async (response: Response) => ({
  status: response.status,
  words: await textOf(response),
  headers: [...response.headers.keys()].filter((name) => name !== 'content-length').sort(),
});

afterEach(() => {
  delete process.env.DEMO;
  delete process.env.GUILDHALL_DEMO;
});

it('has a route that answers both', () => {
  expect(routeTable.demo).toEqual({ loads: true, acts: true });
});

describe.each([
  ['as it is', {}],
  ['told so by its environment', { DEMO: '1', GUILDHALL_DEMO: 'true' }],
])('%s', (_, env) => {
  it.each(['nobody', 'somebody'])('answers like a page that is not there, to %s', async (who) => {
    Object.assign(process.env, env);
    const as =
      who === 'somebody' ? await somebody('Mara Lindqvist', 'organiser', 'administrator') : undefined;
    const asked = { as };
    expect(await told(await visit('/demo', asked))).toEqual(await told(await visit('/dome', asked)));
    expect((await visit('/demo', asked)).status).toBe(404);
    const answer = await submit('/demo', choice, asked);
    expect(answer.headers.get('Set-Cookie')).toBeNull();
    expect(answer.status).toBe(404);
    expect(await told(answer)).toEqual(await told(await submit('/dome', choice, asked)));
  });

  it('leads to the sign-in page as ever', async () => {
    Object.assign(process.env, env);
    await somebody('Jonas Brandt');
    expect((await visit('/')).headers.get('Location')).toBe('/sign-in');
    expect((await visit('/sign-in')).status).toBe(200);
  });
});
