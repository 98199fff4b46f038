import { beforeAll, describe, expect, it } from 'vitest';

import { enrolmentsOf } from '#app/champions/enrolments-of.server.ts';
import { pointsOf } from '#app/champions/checklist.ts';
import { onboarding } from '#app/champions/content.server.ts';
import { db } from '#db/database.server.ts';
import { agreementLinks } from '#db/schema/champions.ts';
import { managers } from '#db/schema/squads.ts';
import { newId } from '#db/ids.ts';
import { archiveSquad } from '#app/squads/squads.server.ts';
import { submit, textOf, visit } from '#test/support/app.ts';
import { now as then } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { applied, champion } from './volunteers.ts';

let max: TestPerson;
let olga: TestPerson;
let tess: TestPerson;
beforeAll(async () => {
  max = await somebody('Max');
  olga = await somebody('Olga', 'organiser');
  tess = await somebody('Tess');
});

const stateOf = async (person: { id: string }) => (await enrolmentsOf(person.id, Date.now(), 'UTC'))[0];
const seen = async (path: string, as: TestPerson) => textOf(await visit(path, { as }));
const statusOf = async (path: string, as: TestPerson) => (await visit(path, { as })).status;

describe('an application', () => {
  it('leads from the pitch to its own page, and a second one to the first', async () => {
    const nina = await somebody('Nina');
    const squad = await squadOf('Payments', nina);
    expect(await seen('/champions/application', nina)).toContain('Payments');
    const form = { squad: squad.id, manager: max.email.toUpperCase(), word: 'Hello.' };
    const made = await submit('/champions/application', form, { as: nina });
    const { id } = (await stateOf(nina))!;
    expect([made.status, made.headers.get('Location')]).toEqual([303, `/enrolments/${id}`]);
    const again = await submit('/champions/application', form, { as: nina });
    expect(again.headers.get('Location')).toBe(`/enrolments/${id}`);
  });

  it('keeps what was typed when it is refused, also when the squad was archived meanwhile', async () => {
    const amara = await somebody('Amara');
    const squad = await squadOf('Legacy', amara);
    const form = { squad: squad.id, manager: 'nobody', word: 'Because I like it.' };
    const wrong = await submit('/champions/application', form, { as: amara });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toMatch(/Because I like it\./);
    const own = await submit('/champions/application', { ...form, manager: amara.email }, { as: amara });
    expect(own.status).toBe(422);
    await archiveSquad(olga, squad.id, then);
    const gone = await submit('/champions/application', { ...form, manager: max.email }, { as: amara });
    expect(gone.status).toBe(422);
    const page = await gone.text();
    expect(page).toContain('archived a moment ago');
    expect(page).toContain('Because I like it.');
    expect(await stateOf(amara)).toBeUndefined();
  });

  it('asks nothing that is known: a manager who is named here', async () => {
    const kofi = await somebody('Kofi');
    const squad = await squadOf('Identity', kofi);
    await db.write((tx) =>
      tx.insert(managers).values({ id: newId(), personId: kofi.id, managerId: max.id, since: then }),
    );
    const page = await seen('/champions/application', kofi);
    expect(page).toContain('Max');
    expect(page).not.toContain('e-mail address');
    await submit('/champions/application', { squad: squad.id, word: '' }, { as: kofi });
    const { id } = (await stateOf(kofi))!;
    expect(await statusOf(`/enrolments/${id}/agreement`, max)).toBe(200);
  });

  it('is made for oneself only: no field names anybody else', async () => {
    const [ada, bo] = [await somebody('Ada'), await somebody('Bo')];
    const squad = await squadOf('Data', ada, bo);
    const form = { squad: squad.id, manager: max.email, word: '', person: bo.id, personId: bo.id };
    await submit('/champions/application', form, { as: ada });
    expect(await stateOf(bo)).toBeUndefined();
  });
});

describe('the way, as people walk it', () => {
  it('goes by the manager’s hours, the checklist, a buddy and the beginning to hours, and to thanks', async () => {
    const ines = await somebody('Ines');
    const squad = await squadOf('Search', ines);
    const id = await applied(ines, squad, max, Date.now());
    const at = (part = '') => `/enrolments/${id}${part}`;

    expect((await submit(at('/agreement'), { hours: '3', note: '' }, { as: max })).status).toBe(422);
    await submit(at('/agreement'), { hours: '20', note: 'Gladly.' }, { as: max });
    expect(await stateOf(ines)).toMatchObject({ state: 'onboarding' });
    await submit(at('/start'), {}, { as: ines });
    expect(await stateOf(ines)).toMatchObject({ state: 'onboarding' });

    for (const { key } of pointsOf(onboarding())) await submit(at('/marks'), { key }, { as: ines });
    await submit(at('/marks'), { key: 'read-postmortems', undo: 'yes' }, { as: ines });
    expect((await stateOf(ines))!.missing.map(({ key }) => key)).toEqual(['read-postmortems']);
    await submit(at('/marks'), { key: 'read-postmortems' }, { as: ines });

    await submit(at('/buddy'), { buddy: tess.id }, { as: ines });
    expect(await statusOf(at(), tess)).toBe(404);
    await submit(at('/buddy'), { buddy: olga.id }, { as: ines });
    expect(await seen(at(), ines)).toContain('We met');
    await submit(at('/start'), {}, { as: ines });
    expect(await stateOf(ines)).toMatchObject({ state: 'active' });
    expect(await seen('/champions', tess)).toContain('Ines');

    const month = new Date().toISOString().slice(0, 7);
    expect((await submit(at('/hours'), { month, hours: 'six' }, { as: ines })).status).toBe(422);
    await submit(at('/hours'), { month, hours: '6,5', word: 'Quite a month' }, { as: ines });
    for (const person of [ines, max, olga])
      expect(await seen(at('/hours'), person)).toContain('Quite a month');

    await submit(at('/stepping-down'), {}, { as: ines });
    expect(await stateOf(ines)).toBeUndefined();
    expect(await seen('/champions', tess)).not.toContain('Ines');
    await submit(at('/alumni'), {}, { as: ines });
    expect(await seen('/champions', tess)).toContain('Ines');
    await submit(at('/alumni'), { undo: 'yes' }, { as: ines });
    await submit(at('/stepping-down'), { undo: 'yes' }, { as: ines });
    expect(await stateOf(ines)).toMatchObject({ state: 'active' });
  });

  it('takes an agreement, a decline and a withdrawal back', async () => {
    const lena = await somebody('Lena');
    const id = await applied(lena, await squadOf('Print', lena), max, Date.now());
    const state = async () => (await stateOf(lena))?.state ?? 'ended';
    for (const [path, fields, as, expected] of [
      ['agreement', { answer: 'decline', note: 'Later.' }, max, 'ended'],
      ['agreement', { undo: 'yes' }, max, 'applied'],
      ['agreement', { hours: '8', note: '' }, max, 'onboarding'],
      ['agreement', { undo: 'yes' }, max, 'applied'],
      ['withdrawal', {}, lena, 'ended'],
      ['withdrawal', { undo: 'yes' }, lena, 'applied'],
    ] as const) {
      await submit(`/enrolments/${id}/${path}`, fields, { as });
      expect([path, fields, await state()]).toEqual([path, fields, expected]);
    }
  });
});

describe('what others see', () => {
  const parts = [
    '',
    '/agreement',
    '/manager',
    '/link',
    '/withdrawal',
    '/marks',
    '/buddy',
    '/start',
    '/renewal',
  ];
  const all = [...parts, '/stepping-down', '/alumni', '/hours'];

  it('is nothing at all, by whatever way they ask', async () => {
    const nils = await somebody('Nils Quetzal');
    const { id } = await champion(nils, max);
    const admin = await somebody('Wei', 'administrator');
    for (const part of all) {
      for (const as of [tess, admin]) {
        const path = `/enrolments/${id}${part}`;
        expect([path, await statusOf(path, as)]).toEqual([path, 404]);
        if (part !== '') expect([path, (await submit(path, {}, { as })).status]).toEqual([path, 404]);
      }
    }
    expect(await stateOf(nils)).toMatchObject({ state: 'active' });
  });

  it('is no hours and no words for a buddy, and no step for an organiser', async () => {
    const uma = await somebody('Uma');
    const id = await applied(uma, await squadOf('Apps', uma), max, Date.now());
    await submit(`/enrolments/${id}/agreement`, { hours: '33', note: 'Between us.' }, { as: max });
    const bo = await somebody('Bo');
    await champion(bo, max);
    await submit(`/enrolments/${id}/buddy`, { buddy: bo.id }, { as: uma });
    expect(await statusOf(`/enrolments/${id}`, bo)).toBe(200);
    expect(await statusOf(`/enrolments/${id}/hours`, bo)).toBe(404);
    const sent = await (await visit(`/enrolments/${id}`, { as: bo })).text();
    expect(sent).not.toContain('Between us.');
    expect(sent).not.toMatch(/33 hours|"hoursPerMonth":33|,33,/);
    for (const part of ['withdrawal', 'start', 'stepping-down', 'agreement'])
      await submit(`/enrolments/${id}/${part}`, { hours: '10', note: '' }, { as: olga });
    expect(await stateOf(uma)).toMatchObject({ state: 'onboarding' });
  });
});

describe('a manager’s link', () => {
  async function linked(name: string, manager: { email: string } = max) {
    const person = await somebody(name);
    const id = await applied(person, await squadOf(`Squad of ${name}`, person), manager, Date.now());
    const page = await (await submit(`/enrolments/${id}/link`, {}, { as: person })).text();
    const token = /agreements\/([\w-]{43})/.exec(page)![1]!;
    return { person, id, path: `/agreements/${token}`, token };
  }

  it('asks them to sign in, and leads back to it', async () => {
    const { path } = await linked('Ola');
    const answer = await visit(path);
    expect(answer.headers.get('Location')).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
  });

  it('lets the manager agree once; of the token nothing but a hash is kept', async () => {
    const { person, path, token } = await linked('Pia');
    expect(JSON.stringify(await db.read.select().from(agreementLinks))).not.toContain(token);
    expect(await statusOf(path, max)).toBe(200);
    expect((await submit(path, { hours: '2', note: '' }, { as: max })).status).toBe(422);
    await submit(path, { hours: '12', note: '' }, { as: max });
    expect(await stateOf(person)).toMatchObject({ state: 'onboarding' });
    const again = await visit(path, { as: max });
    expect(again.status).toBe(410);
    expect(await textOf(again)).toContain('used already');
    expect((await submit(path, { hours: '90', note: '' }, { as: max })).headers.get('Location')).toBe(path);
  });

  it('ends after two weeks, and when a new one is made', async () => {
    const { person, id, path } = await linked('Quin');
    await submit(`/enrolments/${id}/link`, {}, { as: person });
    const ended = await visit(path, { as: max });
    expect(ended.status).toBe(410);
    expect(await textOf(ended)).toContain('This link has ended');
    const fresh = await linked('Ria');
    await db.write((tx) => tx.update(agreementLinks).set({ expiresAt: Date.now() - 1 }));
    await submit(fresh.path, { hours: '12', note: '' }, { as: max });
    expect(await stateOf(fresh.person)).toMatchObject({ state: 'applied' });
  });

  it('tells somebody else, and the applicant, what to do, and nothing of what it is about', async () => {
    const { person, path } = await linked('Sven Zanzibar');
    const other = await visit(path, { as: tess });
    expect(other.status).toBe(410);
    const page = await other.text();
    expect(page).toContain('meant for somebody else');
    expect(page).not.toContain('Zanzibar');
    await submit(path, { hours: '12', note: '' }, { as: tess });
    // An organiser sees the application, and agrees nobody's time.
    expect(await seen(path, olga)).toContain('meant for somebody else');
    await submit(path, { hours: '12', note: '' }, { as: olga });
    await submit(path, { hours: '12', note: '' }, { as: person });
    expect(await stateOf(person)).toMatchObject({ state: 'applied' });
    expect(await seen(path, person)).toContain('for your manager');
    expect(await statusOf(`/agreements/${'x'.repeat(43)}`, tess)).toBe(404);
  });
});
