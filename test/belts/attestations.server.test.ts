import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { noteActivity } from '#app/belts/activities.server.ts';
import { answerAttestation } from '#app/belts/attestation-answer.server.ts';
import { visibleAttestation } from '#app/belts/attestation-asked.server.ts';
import { askedAbout, attestationsAskedOf, attestationsOf } from '#app/belts/attestations.server.ts';
import { MOST_NAMED, nameColleague, unnameColleague } from '#app/belts/attesters.server.ts';
import { takeEvidenceStep } from '#app/belts/evidence-steps.server.ts';
import { visibleEvidence } from '#app/belts/visible-evidence.server.ts';
import { factsOf } from '#app/facts/facts.server.ts';
import { noticesOf } from '#app/notices/notices.server.ts';
import { now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { approve, draftOf, explained, holder, rowOf, scan, submittedBy } from './evidence-world.ts';

let ilka: TestPerson;
let jo: TestPerson;
beforeAll(async () => {
  ilka = await holder('Ilka Sommer');
  jo = await holder('Jo Park');
});
let ada: TestPerson;
let kai: TestPerson;
let lena: TestPerson;
beforeEach(async () => {
  ada = await somebody('Ada Byron');
  kai = await somebody('Kai Nowak');
  lena = await somebody('Lena Ruiz');
});

const idFor = async (person: TestPerson, evidenceId: string) =>
  (await askedAbout('evidence', evidenceId, person.id)) ?? '';
const answer = async (person: TestPerson, evidenceId: string, said: 'confirmed' | 'declined' | null) =>
  answerAttestation(person, await idFor(person, evidenceId), said, now);
const standings = async (id: string) =>
  (await attestationsOf('evidence', id)).map((one) => [one.person.name, one.askedAt, one.answer]);
const told = async (person: TestPerson) => (await noticesOf(person, null)).notices.map(({ text }) => text);

describe('colleagues who were there', () => {
  it('are named in a draft, and asked once it is submitted', async () => {
    const id = await draftOf(ada, { requirement: explained });
    expect(await takeEvidenceStep(ada, id, 'submitted', { now })).toEqual({ refused: 'few-named' });
    for (const { email } of [kai, lena, kai]) await nameColleague({ id, personId: ada.id }, email, now);
    expect(await standings(id)).toEqual([
      ['Kai Nowak', null, null],
      ['Lena Ruiz', null, null],
    ]);
    expect(await told(kai)).toEqual([]);
    expect(await idFor(kai, id)).toBe('');
    await takeEvidenceStep(ada, id, 'submitted', { now });
    expect(await told(kai)).toEqual([expect.stringMatching(/Ada Byron asks you to confirm/)]);
    expect(await attestationsAskedOf(kai.id)).toMatchObject([{ by: 'Ada Byron', askedAt: now }]);
  });

  it('are asked by nobody whose account has ended', async () => {
    await submittedBy(ada, { requirement: explained }, now, kai, lena);
    expect(await attestationsAskedOf(kai.id)).toHaveLength(1);
    await deactivate(await somebody('Wei', 'administrator'), ada.id, now);
    expect(await attestationsAskedOf(kai.id)).toEqual([]);
  });

  it('are not oneself, nobody unknown, no more than a team, and none where none are needed', async () => {
    const id = await draftOf(ada, { requirement: explained });
    const name = (text: string) => nameColleague({ id, personId: ada.id }, text, now);
    expect(await name(ada.email)).toEqual({ refused: 'oneself' });
    expect(await name('')).toEqual({ refused: 'nobody-named' });
    expect(await name('nobody@elsewhere.example')).toEqual({ refused: 'nobody' });
    for (let n = 0; n < MOST_NAMED; n += 1) await name((await somebody(`Zoe ${n}`)).email);
    expect(await name(kai.email)).toEqual({ refused: 'enough' });
    const other = await draftOf(ada, { requirement: scan });
    expect(await nameColleague({ id: other, personId: ada.id }, kai.email, now)).toEqual({
      refused: 'not-now',
    });
  });

  it('can be unnamed until they are asked', async () => {
    const id = await draftOf(ada, { requirement: explained });
    for (const { email } of [kai, lena]) await nameColleague({ id, personId: ada.id }, email, now);
    const [first] = await attestationsOf('evidence', id);
    expect(await unnameColleague(id, first!.id)).toEqual({ personId: kai.id });
    await nameColleague({ id, personId: ada.id }, kai.email, now);
    await takeEvidenceStep(ada, id, 'submitted', { now });
    expect(await unnameColleague(id, await idFor(kai, id))).toBeNull();
  });

  it('decide whether it can be approved: it waits for as many as are needed', async () => {
    const id = await submittedBy(ada, { requirement: explained }, now, kai, lena);
    expect(await approve(ilka, id)).toBe('unconfirmed');
    await answer(kai, id, 'confirmed');
    await answer(lena, id, 'declined');
    expect(await approve(ilka, id)).toBe('unconfirmed');
    const noor = await somebody('Noor Haddad');
    expect(await nameColleague({ id, personId: ada.id }, noor.email, now)).toEqual({
      name: 'Noor Haddad',
      isAsked: true,
    });
    await answer(noor, id, 'confirmed');
    expect(await approve(ilka, id)).toBe('submitted');
    await answer(noor, id, null);
    expect(await approve(jo, id)).toBe('unconfirmed');
    await answer(noor, id, 'confirmed');
    expect(await approve(jo, id)).toBe('approved');
    expect(await answer(kai, id, 'declined')).toEqual({ refused: 'closed' });
    expect((await rowOf(id)).state).toBe('approved');
  });

  it('see the words while they are asked, and nothing once it is taken back or decided', async () => {
    const id = await submittedBy(ada, { requirement: explained, text: 'We had cake.' }, now, kai, lena);
    const asked = await idFor(kai, id);
    expect(await visibleAttestation(kai, asked)).toMatchObject({ asking: 'open', words: 'We had cake.' });
    expect((await visibleEvidence(kai, id, now))?.part).toBe('attester');
    expect(await visibleAttestation(lena, asked)).toBeNull();
    expect(await answerAttestation(lena, asked, 'confirmed', now)).toBeNull();
    await takeEvidenceStep(ada, id, 'recalled', { now });
    expect(await visibleAttestation(kai, asked)).toMatchObject({ asking: 'taken-back', words: null });
    expect(await visibleEvidence(kai, id, now)).toBeNull();
    expect(await attestationsAskedOf(kai.id)).toEqual([]);
    expect(await answer(kai, id, 'confirmed')).toEqual({ refused: 'closed' });
  });

  it('decide nothing of the evidence itself', async () => {
    const id = await submittedBy(ada, { requirement: explained }, now, kai, lena);
    for (const step of ['approved', 'returned', 'commented', 'recalled', 'withdrawn'] as const)
      expect(await takeEvidenceStep(kai, id, step, { note: 'x', round: 1, now })).toEqual({
        refused: 'not-yours',
      });
  });
});

describe('participants of a session', () => {
  it('make it count with the last confirmation that is needed', async () => {
    const draft = {
      feature: 'Refunds',
      day: '2026-03-02',
      outcome: 'https://wiki.northwind.example/refunds',
    };
    const noted = await noteActivity(ada, draft, [kai.id, lena.id], now);
    const { id } = noted as { id: string };
    const idOf = async (person: TestPerson) => (await askedAbout('activity', id, person.id))!;
    expect(await visibleAttestation(kai, await idOf(kai))).toMatchObject({ session: { feature: 'Refunds' } });
    expect(await answerAttestation(kai, await idOf(kai), 'confirmed', now)).toMatchObject({ isOpen: true });
    expect(await factsOf(ada.id)).toEqual([]);
    expect(await answerAttestation(lena, await idOf(lena), 'confirmed', now)).toMatchObject({
      isOpen: false,
    });
    expect(await factsOf(ada.id)).toMatchObject([{ kind: 'session-led' }]);
    expect(await answerAttestation(kai, await idOf(kai), null, now)).toEqual({ refused: 'closed' });
  });
});
