import { beforeAll, expect, it } from 'vitest';

import { deactivate, reactivate } from '#app/accounts/deactivation.server.ts';
import { personLabel as ownerLabel } from '#app/accounts/person-meant.ts';
import { ownerSuggestions, resolveOwner } from '#app/action-items/owner.server.ts';
import { db } from '#db/database.server.ts';
import { squads } from '#db/schema/squads.ts';
import { now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';
import { eq } from 'drizzle-orm';

let olga: TestPerson;
let amara: TestPerson;
let elodie: TestPerson;
let payments: { id: string };
beforeAll(async () => {
  olga = await somebody('Olga Berg', 'administrator');
  amara = await somebody('Amara Okafor');
  elodie = await somebody('Élodie Östberg');
  await somebody('Kim Lee');
  await somebody('Kim Olsen');
  payments = await squadOf('Zahlungsströme');
});

const meant = async (text: string) => {
  const resolved = await resolveOwner(text);
  if ('refused' in resolved) return resolved.refused;
  if (resolved.owner === null) return null;
  return 'personId' in resolved.owner
    ? resolved.owner.personId
    : 'squadId' in resolved.owner
      ? resolved.owner.squadId
      : 'written';
};

it('is found by an e-mail address, however it is written', async () => {
  for (const text of [
    amara.email,
    amara.email.toUpperCase(),
    ` ${amara.email} `,
    ownerLabel(amara),
    `Somebody <${amara.email}>`,
  ])
    expect([text, await meant(text)]).toEqual([text, amara.id]);
  expect(await meant('nobody@northwind.example')).toBe('nobody');
});

it('is found by a name that only one has, upper and lower case alike', async () => {
  for (const text of ['Amara Okafor', 'amara okafor', 'AMARA', 'Amara', '@amara'])
    expect([text, await meant(text)]).toEqual([text, amara.id]);
  for (const text of ['Élodie', 'élodie', 'ÉLODIE ÖSTBERG', 'élodie östberg'])
    expect([text, await meant(text)]).toEqual([text, elodie.id]);
});

it('is found by a name whose marks are written apart', async () => {
  expect(await meant('E\u0301lodie')).toBe(elodie.id);
});

it('is not guessed from a piece of a name, nor from wildcards', async () => {
  for (const text of ['Ama', 'Okafor', 'A%', '%', '_mara', 'Amara O', '*', `' or 1=1`])
    expect([text, await meant(text)]).toEqual([text, 'nobody']);
});

it('is nobody where nothing is written', async () => {
  expect([await meant(''), await meant('  '), await meant('@')]).toEqual([null, null, null]);
});

it('is asked for where several fit', async () => {
  const resolved = await resolveOwner('kim');
  expect(resolved).toMatchObject({ refused: 'several' });
  const { candidates } = resolved as { candidates: string[] };
  expect(candidates.map((one) => one.split(' <')[0]).sort()).toEqual(['Kim Lee', 'Kim Olsen']);
  for (const candidate of candidates) expect(await meant(candidate)).not.toBe('several');
});

it('may be a squad, as long as there is one', async () => {
  expect(await meant('zahlungsSTRÖME')).toBe(payments.id);
  await db.write((tx) => tx.update(squads).set({ archivedAt: now }).where(eq(squads.id, payments.id)));
  expect(await meant('Zahlungsströme')).toBe('nobody');
  expect(await ownerSuggestions('zahl')).not.toContain('Zahlungsströme');
  await db.write((tx) => tx.update(squads).set({ archivedAt: null }).where(eq(squads.id, payments.id)));
});

it('is never somebody who left', async () => {
  const jonas = await somebody('Jonas Weber');
  expect(await meant('Jonas')).toBe(jonas.id);
  expect(await ownerSuggestions('JONAS')).toContain(ownerLabel(jonas));
  await deactivate(olga, jonas.id, now);
  for (const text of ['Jonas', 'Jonas Weber', jonas.email, ownerLabel(jonas)])
    expect([text, await meant(text)]).toEqual([text, 'nobody']);
  expect(await ownerSuggestions('jonas')).not.toContain(ownerLabel(jonas));
  await reactivate(olga, jonas.id, now);
  expect(await meant('Jonas')).toBe(jonas.id);
});

it('everything that is suggested is understood', async () => {
  const suggestions = await ownerSuggestions('a');
  expect(suggestions).toContain('Zahlungsströme');
  for (const suggestion of suggestions)
    expect([suggestion, await meant(suggestion)]).toEqual([
      suggestion,
      expect.stringMatching(/^[0-9a-z]{16}$/),
    ]);
});

it('is offered ten at the most, squads and people, and nothing before anything is typed', async () => {
  for (let n = 0; n < 12; n++) {
    await squadOf(`Harbour ${n}`);
    await somebody(`Harbour Person ${n}`);
  }
  const offered = await ownerSuggestions('harbour');
  expect(offered).toHaveLength(10);
  expect(offered.filter((one) => one.includes('@'))).toHaveLength(5);
  expect(await ownerSuggestions('harbour person')).toHaveLength(10);
  expect(await ownerSuggestions('')).toEqual([]);
});
