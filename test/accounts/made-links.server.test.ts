import { beforeAll, expect, it } from 'vitest';

import { deactivate, reactivate } from '#app/accounts/deactivation.server.ts';
import { acceptInvitation, invite, restoreInvitation } from '#app/accounts/invitations.server.ts';
import { makePasswordReset, resetPassword } from '#app/accounts/password-resets.server.ts';
import { renounceRole } from '#app/accounts/roles.server.ts';
import { sha256 } from '#app/accounts/secrets.server.ts';
import { openToken } from '#app/accounts/tokens.server.ts';
import { hour, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { entriesOf, password } from './known.ts';

let olga: TestPerson, nina: TestPerson;
beforeAll(async () => {
  olga = await somebody('Olga', 'administrator');
  nina = await somebody('Nina');
});

let addresses = 0;
/** Links somebody makes for others: an invitation and a reset. */
async function linksOf(maker: TestPerson, target: { id: string } = nina) {
  const email = `friend${++addresses}@northwind.example`;
  const invited = await invite(maker, email, now);
  const reset = await makePasswordReset(maker, target.id, now);
  if ('refused' in invited || 'refused' in reset) throw new Error('no link was made');
  return { email, invitation: invited.token, reset: reset.token };
}
const stands = async ({ invitation, reset }: { invitation: string; reset: string }) => ({
  invitation: (await openToken('invitation', invitation, now + hour)) !== null,
  reset: (await openToken('password-reset', reset, now + hour)) !== null,
});
const writtenOf = async (email: string, subject: { id: string }) =>
  (await entriesOf(olga))
    .filter((one) => one.details.email === email || one.subjectId === subject.id)
    .map((one) => one.event)
    .sort();

it('nobody comes back by a link they made before their account was deactivated', async () => {
  const petra = await somebody('Petra', 'administrator');
  const jonas = await somebody('Jonas');
  const links = await linksOf(petra, jonas);
  const others = await linksOf(olga);
  await deactivate(olga, petra.id, now);

  expect(await acceptInvitation(links.invitation, { name: 'Petra Again', password }, now)).toEqual({
    refused: 'dead',
  });
  expect(await resetPassword(links.reset, password, now)).toEqual({ refused: 'dead' });
  expect(await writtenOf(links.email, jonas)).toEqual(['invitation-withdrawn', 'reset-link-withdrawn']);
  expect(await stands(others)).toEqual({ invitation: true, reset: true });

  await reactivate(olga, petra.id, now);
  expect(await stands(links)).toEqual({ invitation: false, reset: false });
});

it('a deactivation that is refused withdraws nothing', async () => {
  const links = await linksOf(olga);
  expect(await deactivate(olga, olga.id, now)).toEqual({ refused: 'oneself' });
  expect(await stands(links)).toEqual({ invitation: true, reset: true });
});

it('with the role of administrator end the links that only administrators make', async () => {
  const petra = await somebody('Petra', 'administrator', 'organiser');
  const jonas = await somebody('Jonas');
  const links = await linksOf(petra, jonas);
  await renounceRole(olga, petra.id, 'administrator', now);
  expect(await stands(links)).toEqual({ invitation: true, reset: false });
  expect(await writtenOf(links.email, jonas)).toEqual(['reset-link-withdrawn']);

  await renounceRole(olga, petra.id, 'organiser', now);
  expect(await stands(links)).toEqual({ invitation: false, reset: false });
  expect(await writtenOf(links.email, jonas)).toEqual(['invitation-withdrawn', 'reset-link-withdrawn']);
});

it('an administrator who is no longer organiser still invites', async () => {
  const petra = await somebody('Petra', 'administrator', 'organiser');
  const links = await linksOf(petra);
  await renounceRole(olga, petra.id, 'organiser', now);
  expect(await stands(links)).toEqual({ invitation: true, reset: true });
});

it('an invitation that somebody lets stand again is theirs from then on', async () => {
  const [gustav, petra] = [await somebody('Gustav', 'organiser'), await somebody('Petra', 'organiser')];
  const made = (await invite(gustav, 'shared@northwind.example', now)) as { token: string };
  await deactivate(olga, gustav.id, now);
  await restoreInvitation(petra, sha256(made.token), now);
  expect(await openToken('invitation', made.token, now)).not.toBeNull();
  await deactivate(olga, petra.id, now);
  expect(await openToken('invitation', made.token, now)).toBeNull();
});
