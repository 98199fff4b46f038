import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import {
  acceptInvitation,
  invite,
  openInvitations,
  restoreInvitation,
  withdrawInvitation,
} from '#app/accounts/invitations.server.ts';
import { sha256 } from '#app/accounts/secrets.server.ts';
import { makeToken, openToken } from '#app/accounts/tokens.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

import { entriesOf, eventsOf, password } from './known.ts';

const nina = { name: 'Nina Weber', password };
const invited = async (by: Awaited<ReturnType<typeof somebody>>, email: string) => {
  const made = await invite(by, email, now);
  if ('refused' in made) throw new Error(made.refused);
  return made.token;
};
const accountsOf = (email: string) => db.read.select().from(people).where(eq(people.email, email));

it('becomes an account of the address it is for', async () => {
  const olga = await somebody('Olga', 'organiser');
  const token = await invited(olga, 'nina@northwind.example');
  expect(await eventsOf(olga)).toEqual(['invitation-made']);
  expect((await openInvitations(now)).map(({ email, by }) => [email, by])).toEqual([
    ['nina@northwind.example', 'Olga'],
  ]);

  const accepted = (await acceptInvitation(token, nina, now + 6 * day)) as { personId: string };
  expect(await accountsOf('nina@northwind.example')).toMatchObject([
    { id: accepted.personId, name: 'Nina Weber' },
  ]);
  expect(await openInvitations(now)).toEqual([]);
  expect(await entriesOf({ id: accepted.personId })).toMatchObject([
    { event: 'invitation-accepted', details: { email: 'nina@northwind.example' } },
  ]);
});

it('keeps its link out of the database and the audit', async () => {
  const olga = await somebody('Olga', 'organiser');
  const token = await invited(olga, 'kept@northwind.example');
  const written = JSON.stringify(await entriesOf(olga));
  expect(written).not.toContain(token);
  expect(written).not.toContain(sha256(token));
});

it('ends after seven days', async () => {
  const token = await invited(await somebody('Olga', 'organiser'), 'late@northwind.example');
  expect(await acceptInvitation(token, nina, now + 7 * day)).toEqual({ refused: 'dead' });
  expect(await accountsOf('late@northwind.example')).toEqual([]);
});

it('is refused for an address that has an account, here or gone', async () => {
  const olga = await somebody('Olga', 'administrator');
  const jonas = await somebody('Jonas');
  expect(await invite(olga, jonas.email, now)).toEqual({ refused: 'here' });
  await deactivate(olga, jonas.id, now);
  expect(await invite(olga, jonas.email, now)).toEqual({ refused: 'left' });
});

it('replaces an earlier one for the same address', async () => {
  const olga = await somebody('Olga', 'organiser');
  const first = await invited(olga, 'amara@northwind.example');
  const second = await invited(olga, 'amara@northwind.example');
  expect(await acceptInvitation(first, nina, now)).toEqual({ refused: 'dead' });
  expect(await acceptInvitation(second, nina, now)).toHaveProperty('personId');
});

it('makes one account when two for one address are accepted at once', async () => {
  const email = 'twice@northwind.example';
  const make = () => db.write((tx) => makeToken(tx, { purpose: 'invitation', email, now, days: 7 }));
  const [one, other] = [await make(), await make()];
  const accepted = await Promise.all([acceptInvitation(one, nina, now), acceptInvitation(other, nina, now)]);
  expect(accepted.filter((answer) => 'personId' in answer)).toHaveLength(1);
  expect(await accountsOf(email)).toHaveLength(1);
});

it('makes no second account where one came to be meanwhile', async () => {
  const jonas = await somebody('Jonas');
  const token = await db.write((tx) =>
    makeToken(tx, { purpose: 'invitation', email: jonas.email, now, days: 7 }),
  );
  expect(await acceptInvitation(token, nina, now)).toEqual({ refused: 'here' });
  expect(await accountsOf(jonas.email)).toMatchObject([{ id: jonas.id, name: 'Jonas' }]);
});

it('can be withdrawn, and let stand again', async () => {
  const olga = await somebody('Olga', 'organiser');
  const token = await invited(olga, 'petra@northwind.example');
  const id = sha256(token);
  expect(await withdrawInvitation(olga, id, now)).toEqual({ email: 'petra@northwind.example' });
  expect(await openToken('invitation', token, now)).toBeNull();
  expect(await withdrawInvitation(olga, id, now)).toEqual({ refused: 'not-open' });

  expect(await restoreInvitation(olga, id, now)).toEqual({ email: 'petra@northwind.example' });
  expect(await restoreInvitation(olga, id, now)).toEqual({ refused: 'not-withdrawn' });
  expect(await eventsOf(olga)).toHaveLength(3);
  expect(await acceptInvitation(token, nina, now)).toHaveProperty('personId');
});

it('withdrawing speaks of invitations alone', async () => {
  const olga = await somebody('Olga', 'administrator');
  const reset = await db.write((tx) =>
    makeToken(tx, { purpose: 'password-reset', personId: olga.id, now, days: 1 }),
  );
  expect(await withdrawInvitation(olga, sha256(reset), now)).toEqual({ refused: 'not-open' });
  expect(await openToken('password-reset', reset, now)).not.toBeNull();
});
