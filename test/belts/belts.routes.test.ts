import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { and, eq } from 'drizzle-orm';

import { promotionsOf } from '#app/belts/promotions.server.ts';
import { beltRules } from '#app/belts/rules.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { activities, attestations, beltWaivers, promotions } from '#db/schema/belts.ts';
import { managers } from '#db/schema/squads.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { day } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { earnGreen, earnWhite, happened, keep } from './belt-world.ts';

// Pages go by the clock on the wall.
const yesterday = Date.now() - day;
const today = new Date().toISOString().slice(0, 10);
let mara: TestPerson, jonas: TestPerson, noor: TestPerson, priya: TestPerson, boss: TestPerson;

beforeAll(async () => {
  jonas = await somebody('Jonas Brandt');
  noor = await somebody('Noor Haddad');
  priya = await somebody('Priya Raman', 'organiser');
  boss = await somebody('Wei Chen');
});
beforeEach(async () => {
  mara = await somebody('Mara Lindqvist');
  await db.write((tx) =>
    tx
      .insert(managers)
      .values({ id: newId(), personId: mara.id, managerId: boss.id, since: yesterday, sinceBy: null }),
  );
});

const { belts } = beltRules();
const asked = belts.flatMap(({ requirements }) => requirements);

describe('the way to the belts', () => {
  it('says of each requirement what to do next, in the list as in the picture', async () => {
    const page = await visit(paths.belts(), { as: mara });
    expect(page.headers.get('Cache-Control')).toContain('no-store');
    const html = await page.text();
    for (const { words } of asked) expect(html).toContain(words);
    for (const to of [
      paths.module('white/01-accounts-and-sign-ins'),
      paths.newEvidence('green/sast-scan'),
      paths.newActivity(),
    ])
      expect(html).toContain(`href="${to}"`);
    expect(html).toMatch(/role="img" aria-label="White belt: ahead, 0 of 2 met/);
  });

  it('shows a belt as soon as it is held, before anything is kept for lists', async () => {
    await earnWhite(mara, yesterday);
    expect(await sentBy(await visit(paths.belts(), { as: mara }))).toContain('White belt: held, 2 of 2 met');
  });

  it('of somebody else is for their manager and organisers, without a step to take', async () => {
    await earnWhite(mara, yesterday);
    for (const as of [mara, boss, priya])
      expect((await visit(paths.personBelts(mara.id), { as })).status).toBe(200);
    for (const as of [jonas, noor])
      expect((await visit(paths.personBelts(mara.id), { as })).status).toBe(404);
    const html = await sentBy(await visit(paths.personBelts(mara.id), { as: boss }));
    expect(html).not.toContain(paths.newActivity());
    expect(html).not.toContain(paths.beltWaivers(mara.id));
    // Neither how often they tried nor how well.
    expect(html).not.toMatch(/"right"|"asked":8|attempt/i);
    expect((await visit(paths.personBelts('nobody'), { as: priya })).status).toBe(404);
  });
});

describe('a waiver', () => {
  const until = new Date(Date.now() + 30 * day).toISOString().slice(0, 10);
  const fields = () => ({ requirement: asked[0]!.id, reason: 'She wrote the lesson.', until });
  const waivers = () => db.read.select().from(beltWaivers).where(eq(beltWaivers.personId, mara.id));

  it('is given by an organiser, ended, and brought back', async () => {
    expect((await submit(paths.beltWaivers(mara.id), fields(), { as: priya })).status).toBe(303);
    const [waiver] = await waivers();
    expect(await textOf(await visit(paths.belts(), { as: mara }))).toContain('She wrote the lesson.');
    const withdrawal = paths.beltWaiverWithdrawal(waiver!.id);
    await submit(withdrawal, {}, { as: priya });
    expect((await waivers())[0]!.withdrawnAt).not.toBeNull();
    await submit(withdrawal, { undo: 'yes' }, { as: priya });
    expect((await waivers())[0]!.withdrawnAt).toBeNull();
  });

  it('is refused in words, with what was typed still there', async () => {
    const answer = await submit(
      paths.beltWaivers(mara.id),
      { ...fields(), until: '2020-01-01' },
      { as: priya },
    );
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('That day is over.');
    expect(html).toContain('She wrote the lesson.');
  });

  it('is given by nobody else, and by no organiser to themselves', async () => {
    for (const as of [mara, boss])
      expect((await submit(paths.beltWaivers(mara.id), fields(), { as })).status).toBe(403);
    await submit(paths.beltWaivers(priya.id), fields(), { as: priya });
    expect(await waivers()).toEqual([]);
    expect(await db.read.$count(beltWaivers, eq(beltWaivers.personId, priya.id))).toBe(0);
  });
});

describe('a promotion', () => {
  const promoted = async () => {
    await earnWhite(mara, yesterday);
    await keep(Date.now());
    return (await promotionsOf(mara.id))[0]!.id;
  };

  it('has a page for the person, their manager and organisers', async () => {
    const id = await promoted();
    expect(await textOf(await visit(paths.promotion(id), { as: mara }))).toContain('Congratulations, Mara!');
    for (const as of [boss, priya]) expect((await visit(paths.promotion(id), { as })).status).toBe(200);
    expect((await visit(paths.promotion(id), { as: jonas })).status).toBe(404);
  });

  it('to a belt that there is no more stays in the history, and has its page', async () => {
    const id = newId();
    const row = {
      id,
      personId: mara.id,
      belt: 'yellow',
      earnedAt: yesterday,
      madeAt: yesterday,
    };
    await db.write((tx) => tx.insert(promotions).values(row));
    for (const [place, as] of [
      [paths.belts(), mara],
      [paths.personBelts(mara.id), boss],
    ] as const)
      expect(await sentBy(await visit(place, { as }))).toContain(`href="${paths.promotion(id)}"`);
    expect(await textOf(await visit(paths.promotion(id), { as: mara }))).toContain('yellow');
  });

  it('offers no post where there is no channel, and takes none from anybody else', async () => {
    const id = await promoted();
    expect(await sentBy(await visit(paths.promotion(id), { as: mara }))).not.toContain(
      paths.promotionPost(id),
    );
    expect((await submit(paths.promotionPost(id), {}, { as: mara })).status).toBe(303);
  });
});

describe('a session somebody led', () => {
  const fields = () => ({
    feature: 'Paying by invoice',
    day: today,
    outcome: 'https://example.com/model',
    person1: jonas.email,
    person2: noor.name,
  });
  const mine = async () =>
    (await db.read.select().from(activities).where(eq(activities.personId, mara.id)))[0]!;

  it('is found from the start page while others have to confirm it', async () => {
    await earnGreen(mara, yesterday);
    await submit(paths.newActivity(), fields(), { as: mara });
    const { id } = await mine();
    expect(await (await visit('/', { as: mara })).text()).toContain(`href="${paths.activity(id)}"`);
  });

  it('is written down, confirmed by those who were there, and counts', async () => {
    const answer = await submit(paths.newActivity(), fields(), { as: mara });
    expect(answer.status).toBe(303);
    const { id } = await mine();
    expect(answer.headers.get('Location')).toBe(paths.activity(id));
    for (const as of [jonas, noor]) {
      const [one] = await db.read
        .select({ id: attestations.id })
        .from(attestations)
        .where(and(eq(attestations.subjectId, id), eq(attestations.personId, as.id)));
      await submit(paths.attestation(one!.id), { answer: 'confirmed' }, { as });
    }
    expect((await mine()).confirmedAt).not.toBeNull();
    expect(await textOf(await visit(paths.activity(id), { as: mara }))).toContain('Confirmed');
    expect((await visit(paths.activity(id), { as: jonas })).status).toBe(200);
    expect((await visit(paths.activity(id), { as: await somebody('Eve') })).status).toBe(404);
  });

  it.each([
    ['a day to come', { day: '2999-01-01' }, 'still to come'],
    ['a day long ago', { day: '2020-01-01' }, 'more than a year ago'],
    ['an address that is none', { outcome: 'javascript:alert(1)' }, 'Begin it with https://.'],
    ['nobody of that name', { person2: 'Zzyzx' }, 'Nobody here has that name.'],
    ['too few participants', { person2: '' }, 'Name at least 2'],
  ])('is refused with %s, and what was typed is still there', async (_, changed, words) => {
    const answer = await submit(paths.newActivity(), { ...fields(), ...changed }, { as: mara });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(words);
    expect(html).toContain('Paying by invoice');
  });

  it('is refused with oneself as a participant', async () => {
    const answer = await submit(paths.newActivity(), { ...fields(), person2: mara.email }, { as: mara });
    expect(await answer.text()).toContain('You led it');
  });

  it('is taken back and brought back by whoever led it', async () => {
    await submit(paths.newActivity(), fields(), { as: mara });
    const { id } = await mine();
    expect((await submit(paths.activityWithdrawal(id), {}, { as: jonas })).status).toBe(404);
    expect((await submit(paths.activity(id), { person: 'Wei Chen' }, { as: jonas })).status).toBe(403);
    await submit(paths.activityWithdrawal(id), {}, { as: mara });
    expect((await mine()).withdrawnAt).not.toBeNull();
    await submit(paths.activityWithdrawal(id), { undo: 'yes' }, { as: mara });
    expect((await mine()).withdrawnAt).toBeNull();
  });
});

it('speaks of evidence that is under way instead of asking for it anew', async () => {
  await happened(mara, 'lesson-read', yesterday, { module: 'white/01-accounts-and-sign-ins', version: 'v' });
  await submit(paths.newEvidence(), { requirement: 'green/sast-scan' }, { as: mara });
  const html = await sentBy(await visit(paths.belts(), { as: mara }));
  expect(html).not.toContain(`href="${paths.newEvidence('green/sast-scan')}"`);
});
