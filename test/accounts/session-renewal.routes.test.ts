import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';

import { sha256 } from '#app/accounts/secrets.server.ts';
import { configuration } from '#app/configuration.server.ts';
import { db } from '#db/database.server.ts';
import { sessions } from '#db/schema/accounts.ts';
import { day } from '#test/support/clock.ts';
import { submit, visit } from '#test/support/app.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

const keyOf = (person: TestPerson) => sha256(person.cookie.split('=')[1]!);
/** Somebody whose session ends in a day: it is far past half its life. */
async function longSignedIn(name: string): Promise<TestPerson> {
  const person = await somebody(name);
  await db.write((tx) =>
    tx
      .update(sessions)
      .set({ expiresAt: Date.now() + day })
      .where(eq(sessions.id, keyOf(person))),
  );
  return person;
}
const sessionCookies = (response: Response) =>
  response.headers.getSetCookie().filter((one) => one.startsWith('guildhall='));

it('whoever comes past half of a session’s life keeps it, in the database and in the browser', async () => {
  const nina = await longSignedIn('Nina');
  const [cookie, ...more] = sessionCookies(await visit('/people', { as: nina }));
  expect(more).toEqual([]);
  expect(cookie!.split(';')[0]).toBe(nina.cookie);
  expect(Number(/Max-Age=(\d+)/i.exec(cookie!)![1])).toBe(configuration.sessionDays * 86_400);
  const [row] = await db.read
    .select()
    .from(sessions)
    .where(eq(sessions.id, keyOf(nina)));
  expect(row!.expiresAt).toBeGreaterThan(Date.now() + (configuration.sessionDays - 1) * day);

  expect(sessionCookies(await visit('/people', { as: nina }))).toEqual([]);
});

it('the answer to a form tells the browser too', async () => {
  const nina = await longSignedIn('Nina');
  const answer = await submit('/account', { name: 'Nina Weber' }, { as: nina });
  expect(sessionCookies(answer)).toHaveLength(1);
});

it('a young session keeps the cookie it has', async () => {
  expect(sessionCookies(await visit('/people', { as: await somebody('Nina') }))).toEqual([]);
});

it('who signs out is given nothing but the end of it', async () => {
  const nina = await longSignedIn('Nina');
  const cookies = sessionCookies(await submit('/sign-out', {}, { as: nina }));
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatch(/^guildhall=;.*Max-Age=0/i);
});

it('who ends the session they ask with is given it no longer', async () => {
  const nina = await longSignedIn('Nina');
  const ended = await submit(`/account/sessions/${keyOf(nina)}`, {}, { as: nina });
  expect([ended.status, sessionCookies(ended)]).toEqual([303, []]);
});
