import { beforeEach, describe, expect, it } from 'vitest';

import { paths } from '#app/paths.ts';
import { beltRules } from '#app/belts/rules.server.ts';
import { factsOf } from '#app/facts/facts.server.ts';
import { give, giveAgain, takeBack } from '#app/recognition/giving.server.ts';
import { takeAwardBack, takeVoteBack, voteOn } from '#app/recognition/deciding.server.ts';
import { defineAward, changeAward, retireAward, bringBackAward } from '#app/recognition/defining.server.ts';
import { awardNamed } from '#app/recognition/award.server.ts';
import { keepRecognition } from '#app/recognition/keeping.server.ts';
import { nominate } from '#app/recognition/nominating.server.ts';
import { bringNominationBack, withdrawNomination } from '#app/recognition/nomination-withdrawing.server.ts';
import { celebration, nominationPage } from '#app/recognition/nomination-page.server.ts';
import { nominationsPage } from '#app/recognition/nominations.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { managers } from '#db/schema/squads.ts';
import { nominations } from '#db/schema/recognition.ts';
import { goingOn, happened } from '#test/belts/belt-world.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { awarded, leaves, nominated, nominationRow, putForward, returns, toldOf } from './award-world.ts';

/** an ordinary colleague who puts forward, whom it is for, and three organisers */
let jonas: TestPerson, noor: TestPerson, mara: TestPerson, ines: TestPerson, tom: TestPerson;
beforeEach(async () => {
  jonas = await somebody('Jonas Brandt');
  noor = await somebody('Noor Haddad');
  mara = await somebody('Mara Lindqvist', 'organiser');
  ines = await somebody('Ines Moreau', 'organiser');
  tom = await somebody('Tom Adeyemi', 'organiser');
});

const yes = { vote: 'yes' as const, note: 'I saw it.' };
const no = { vote: 'no' as const, note: '' };
const isIn = async (viewer: TestPerson, id: string) =>
  (await nominationsPage(viewer, null, now))?.open.some((one) => one.id === id);

describe('a nomination', () => {
  it('is given by two, recorded as a fact of that moment, and told to its nominator', async () => {
    const id = await nominated(jonas, noor, now);
    expect(await voteOn(mara, id, yes, now + 1)).toEqual({ state: 'open' });
    expect(await awarded(noor)).toEqual({ ever: 0, undone: 0 });
    expect(await voteOn(ines, id, yes, now + 2)).toEqual({ state: 'given' });
    expect(await awarded(noor)).toEqual({ ever: 1, undone: 0 });
    expect((await toldOf(jonas)).map(({ path }) => path)).toEqual([paths.nomination(id)]);
    expect(await celebration(noor, id, now + 3)).toMatchObject({
      by: 'Jonas Brandt',
      givenAt: now + 2,
      show: null,
    });
    await keepRecognition(now + 3, goingOn);
    expect(await celebration(noor, id, now + 3)).toMatchObject({
      show: { what: { kind: 'award', subject: 'bug-hunter' }, state: { showing: null } },
    });
    expect((await toldOf(noor)).map(({ path }) => path)).toContain(paths.nominationCelebration(id));
  });

  it('stands whatever becomes of a thanks whose form had the same id, and the other way round', async () => {
    const id = await nominated(jonas, noor, now);
    await voteOn(mara, id, yes, now + 1);
    await voteOn(ines, id, yes, now + 2);
    const words = { id, toId: noor.id, reason: 'For the door.', meant: 'private' as const };
    expect(await give(tom, words, now + 3)).toEqual({ given: id });
    await takeBack(tom, id, now + 4);
    expect(await awarded(noor)).toEqual({ ever: 1, undone: 0 });
    await giveAgain(tom, id, now + 5);
    expect(await takeAwardBack(mara, id, 'Another found it.', now + 6)).toEqual({ id });
    expect(await awarded(noor)).toEqual({ ever: 1, undone: 1 });
    expect((await factsOf(noor.id)).map(({ kind }) => kind)).toEqual(['thanked']);
  });

  it('is another where its form is sent again after it was withdrawn', async () => {
    const form = { id: newId(), award: 'bug-hunter', personId: noor.id, reason: 'The door.', known: true };
    expect(await nominate(jonas, form, now)).toEqual({ id: form.id });
    expect(await nominate(jonas, form, now)).toEqual({ id: form.id });
    await withdrawNomination(jonas, form.id, now);
    const again = await nominate(jonas, form, now);
    expect(again).toEqual({ id: expect.not.stringMatching(form.id) as string });
    expect(await nominationRow('id' in again ? again.id : '')).toMatchObject({ state: 'open' });
  });

  it('counts toward three at a time for a month after it was withdrawn', async () => {
    for (const award of ['bug-hunter', 'automation', 'facilitator'])
      await withdrawNomination(jonas, await nominated(jonas, noor, now, award), now);
    expect(await putForward(jonas, noor, now + day)).toEqual({ refused: 'too-many' });
    expect(await putForward(tom, noor, now + day)).toHaveProperty('id');
    expect(await putForward(jonas, noor, now + 31 * day, 'automation')).toHaveProperty('id');
  });

  it('waits again where its withdrawal is undone, with what was said, and nobody told once more', async () => {
    const id = await nominated(jonas, noor, now);
    await voteOn(mara, id, yes, now);
    await withdrawNomination(jonas, id, now + 1);
    const told = (await toldOf(ines)).length;
    expect(await bringNominationBack(tom, id, now + 2)).toBeNull();
    const twice = [bringNominationBack(jonas, id, now + 2), bringNominationBack(jonas, id, now + 2)];
    expect(await Promise.all(twice)).toEqual([{ id }, { id }]);
    expect((await toldOf(ines)).length).toBe(told);
    expect(await putForward(tom, noor, now + 3)).toEqual({ refused: 'spoken-for' });
    await voteOn(ines, id, yes, now + 4);
    expect(await awarded(noor)).toEqual({ ever: 1, undone: 0 });
    expect(await bringNominationBack(jonas, id, now + 5)).toEqual({ refused: 'too-late' });
  });

  it('stays withdrawn where somebody else put them forward meanwhile, or a month has passed', async () => {
    const id = await nominated(jonas, noor, now);
    await withdrawNomination(jonas, id, now);
    const theirs = await nominated(tom, noor, now + 1);
    expect(await bringNominationBack(jonas, id, now + 2)).toEqual({ refused: 'spoken-for' });
    await withdrawNomination(tom, theirs, now + 3);
    expect(await bringNominationBack(jonas, id, now + 31 * day)).toEqual({ refused: 'too-late' });
    const both = [bringNominationBack(jonas, id, now + 4), bringNominationBack(tom, theirs, now + 4)];
    const [one, other] = await Promise.all(both);
    expect([one, other].filter((back) => back && 'id' in back)).toHaveLength(1);
    expect([one, other].filter((back) => back && 'refused' in back)).toHaveLength(1);
  });

  it('is told to organisers when it is made, and to nobody else', async () => {
    const id = await nominated(jonas, noor, now);
    for (const organiser of [mara, ines, tom])
      expect((await toldOf(organiser)).filter(({ path }) => path === paths.nomination(id))).toHaveLength(1);
    expect(await toldOf(noor)).toEqual([]);
  });

  it('is declined by two, whom its nominator hears of and nobody else', async () => {
    const id = await nominated(jonas, noor, now);
    await voteOn(mara, id, no, now);
    expect(await voteOn(ines, id, no, now)).toEqual({ state: 'declined' });
    expect(await awarded(noor)).toEqual({ ever: 0, undone: 0 });
    expect(await toldOf(jonas)).toHaveLength(1);
    expect(await toldOf(noor)).toEqual([]);
    expect(await nominationPage(noor, id, now)).toBeNull();
    expect(await celebration(noor, id, now)).toBeNull();
    expect((await nominationPage(jonas, id, now))?.votes).toBeNull();
    // Another may be more convincing.
    expect(await putForward(jonas, noor, now + day)).toHaveProperty('id');
  });

  it('waits for a third where two think otherwise', async () => {
    const id = await nominated(jonas, noor, now);
    await voteOn(mara, id, yes, now);
    expect(await voteOn(ines, id, no, now)).toEqual({ state: 'open' });
    expect(await voteOn(tom, id, yes, now)).toEqual({ state: 'given' });
  });

  it('counts nobody twice, and takes no vote after it was decided', async () => {
    const id = await nominated(jonas, noor, now);
    await voteOn(mara, id, yes, now);
    expect(await voteOn(mara, id, yes, now)).toEqual({ state: 'open' });
    expect(await voteOn(mara, id, no, now)).toEqual({ refused: 'already' });
    await voteOn(ines, id, yes, now);
    expect(await voteOn(tom, id, no, now)).toEqual({ refused: 'decided' });
    expect(await awarded(noor)).toEqual({ ever: 1, undone: 0 });
  });

  it('is decided once where three vote at the same moment', async () => {
    const id = await nominated(jonas, noor, now);
    const answers = await Promise.all([mara, ines, tom].map((by) => voteOn(by, id, yes, now)));
    expect(answers.filter((one) => one && 'state' in one && one.state === 'given')).toHaveLength(1);
    expect(answers.filter((one) => one && 'refused' in one)).toHaveLength(1);
    expect(await awarded(noor)).toEqual({ ever: 1, undone: 0 });
    expect(await toldOf(jonas)).toHaveLength(1);
  });

  it('lets somebody think again while nothing is decided', async () => {
    const id = await nominated(jonas, noor, now);
    await voteOn(mara, id, no, now);
    expect(await takeVoteBack(mara, id)).toEqual({ id });
    await voteOn(mara, id, yes, now);
    await voteOn(ines, id, yes, now);
    expect(await takeVoteBack(mara, id)).toEqual({ refused: 'decided' });
    expect(await takeVoteBack(tom, id)).toBeNull();
  });

  it('shows what others say to who has said it too', async () => {
    const id = await nominated(jonas, noor, now);
    await voteOn(mara, id, yes, now);
    expect(await nominationPage(ines, id, now)).toMatchObject({ voted: 1, votes: null });
    await voteOn(ines, id, no, now);
    expect((await nominationPage(ines, id, now))?.votes).toHaveLength(2);
  });
});

describe('nobody decides', () => {
  it('on themselves or whom they put forward, organiser or not', async () => {
    const id = await nominated(mara, ines, now);
    expect(await voteOn(mara, id, yes, now)).toEqual({ refused: 'not-yours' });
    expect(await voteOn(ines, id, yes, now)).toBeNull();
    expect(await isIn(mara, id)).toBe(false);
    expect(await isIn(ines, id)).toBe(false);
    expect(await isIn(tom, id)).toBe(true);
  });

  it('who is a member like any other', async () => {
    const id = await nominated(jonas, noor, now);
    const wei = await somebody('Wei Chen');
    expect(await voteOn(wei, id, yes, now)).toBeNull();
    expect(await nominationsPage(wei, null, now)).toBeNull();
    expect(await nominationPage(wei, id, now)).toBeNull();
  });

  it('on whom they manage, or who manages them', async () => {
    const name = (managerId: string, personId: string) =>
      db.write((tx) => tx.insert(managers).values({ id: newId(), personId, managerId, since: now }));
    await name(mara.id, noor.id);
    await name(noor.id, ines.id);
    const id = await nominated(jonas, noor, now);
    for (const close of [mara, ines]) {
      expect(await voteOn(close, id, yes, now)).toBeNull();
      expect(await isIn(close, id)).toBe(false);
      expect(await toldOf(close)).toEqual([]);
    }
    expect(await isIn(tom, id)).toBe(true);
  });

  it('on whom they owe an award of the last year', async () => {
    const first = await nominated(jonas, mara, now);
    await voteOn(ines, first, yes, now);
    await voteOn(tom, first, yes, now);
    for (const owed of [ines, jonas]) {
      const id = await nominated(noor, owed, now);
      expect(await isIn(mara, id)).toBe(false);
      expect(await voteOn(mara, id, yes, now)).toBeNull();
      const later = await nominationsPage(mara, null, now + 366 * day);
      expect(later?.open.some((one) => one.id === id)).toBe(true);
    }
  });

  it('but organisers and holders of the last belt', async () => {
    const wei = await somebody('Wei Chen');
    const id = await nominated(jonas, noor, now);
    for (const asked of beltRules().belts.flatMap(({ requirements }) => requirements))
      await happened(wei, 'requirement-waived', now - day, {
        requirement: asked.id,
        until: now + 300 * day,
      });
    expect(await isIn(wei, id)).toBe(true);
    expect(await voteOn(wei, id, yes, now)).toEqual({ state: 'open' });
    expect(await nominationPage(wei, id, now)).toMatchObject({ part: 'decider', mayTakeBack: false });
  });
});

describe('putting somebody forward', () => {
  it('is refused for oneself, for a leaver, and for what comes by itself', async () => {
    await leaves(tom, now);
    expect(await putForward(jonas, jonas, now)).toEqual({ refused: 'oneself' });
    expect(await putForward(jonas, tom, now)).toEqual({ refused: 'nobody' });
    expect(await putForward(jonas, noor, now, 'mentor')).toEqual({ refused: 'by-rule' });
    expect(await putForward(jonas, noor, now, 'nothing')).toEqual({ refused: 'no-award' });
  });

  it('is one nomination where two tabs send it, or one form twice', async () => {
    const draft = { id: newId(), award: 'bug-hunter', personId: noor.id, reason: 'So.', known: false };
    const both = await Promise.all([nominate(jonas, draft, now), putForward(mara, noor, now)]);
    expect(both.filter((one) => 'refused' in one)).toEqual([{ refused: 'spoken-for' }]);
    expect(await db.read.$count(nominations)).toBeGreaterThan(0);
    const again = { ...draft, id: newId(), award: 'automation' };
    expect(await nominate(jonas, again, now)).toEqual(await nominate(jonas, again, now));
    const other = await nominate(jonas, { ...again, personId: tom.id }, now);
    expect([other, 'id' in other && other.id !== again.id]).toEqual([{ id: expect.any(String) }, true]);
  });

  it('is for three at once, until one is decided, or was withdrawn a month ago', async () => {
    const put = [];
    for (const award of ['bug-hunter', 'automation', 'facilitator'])
      put.push(await nominated(jonas, noor, now, award));
    expect(await putForward(jonas, mara, now)).toEqual({ refused: 'too-many' });
    expect(await withdrawNomination(mara, put[0]!, now)).toBeNull();
    expect(await withdrawNomination(jonas, put[0]!, now)).toEqual({ id: put[0] });
    expect(await putForward(jonas, mara, now + 29 * day)).toEqual({ refused: 'too-many' });
    expect(await putForward(jonas, mara, now + 31 * day)).toHaveProperty('id');
    expect(await voteOn(ines, put[0]!, yes, now)).toBeNull();
  });

  it('is for the same award once a year, a decision that was taken back apart', async () => {
    const id = await nominated(jonas, noor, now);
    await voteOn(mara, id, yes, now);
    await voteOn(ines, id, yes, now);
    expect(await putForward(tom, noor, now + 300 * day)).toEqual({ refused: 'spoken-for' });
    expect(await takeAwardBack(jonas, id, 'No.', now)).toEqual({ refused: 'not-yours' });
    expect(await takeAwardBack(tom, id, 'Wrong person.', now + day)).toEqual({ refused: 'too-late' });
    expect(await takeAwardBack(tom, id, 'Wrong person.', now + 1)).toEqual({ id });
    expect(await takeAwardBack(tom, id, 'Wrong person.', now + 2)).toEqual({ id });
    expect(await awarded(noor)).toEqual({ ever: 1, undone: 1 });
    expect(await celebration(noor, id, now + 3)).toBeNull();
    expect(await toldOf(noor)).toHaveLength(1);
    expect(await putForward(tom, noor, now + 3)).toHaveProperty('id');
  });
});

it('waits while whom it is for has left, and goes on when they are back', async () => {
  const id = await nominated(jonas, noor, now);
  await voteOn(mara, id, yes, now);
  await leaves(noor, now);
  expect(await voteOn(ines, id, yes, now)).toEqual({ refused: 'left' });
  expect(await isIn(ines, id)).toBe(false);
  expect((await nominationRow(id)).state).toBe('open');
  await returns(noor);
  expect(await voteOn(ines, id, yes, now)).toEqual({ state: 'given' });
});

it('names nobody who did not want to be named', async () => {
  const draft = { id: newId(), award: 'bug-hunter', personId: noor.id, reason: 'So.', known: false };
  await nominate(jonas, draft, now);
  await voteOn(mara, draft.id, yes, now);
  await voteOn(ines, draft.id, yes, now);
  expect(await celebration(noor, draft.id, now)).toMatchObject({ by: null });
});

describe('an award defined here', () => {
  it('has a key and a name that no other has', async () => {
    const name = `Calm ${newId()}`;
    const first = await defineAward(mara, { name, about: 'So.' }, now);
    expect(await defineAward(mara, { name: name.toUpperCase(), about: 'So.' }, now)).toEqual({
      refused: 'taken',
    });
    expect(await defineAward(mara, { name: 'bug hunter', about: 'So.' }, now)).toEqual({ refused: 'taken' });
    const second = await defineAward(mara, { name: `${name}!`, about: 'So.' }, now);
    expect(second).toHaveProperty('key');
    expect(second).not.toEqual(first);
    expect(await defineAward(mara, { name: 'Bug-Hunter!', about: 'So.' }, now)).not.toEqual({
      key: 'bug-hunter',
    });
  });

  it('is not overwritten by a second tab, and is given until it is retired', async () => {
    const name = `Calm ${newId()}`;
    const { key } = (await defineAward(mara, { name, about: 'So.' }, now)) as { key: string };
    expect(await changeAward(key, 1, { name, about: 'Kept calm.' })).toMatchObject({ version: 2 });
    expect(await changeAward(key, 1, { name, about: 'Otherwise.' })).toMatchObject({
      refused: 'stale',
      now: { about: 'Kept calm.' },
    });
    expect(await changeAward('bug-hunter', 1, { name, about: 'So.' })).toBeNull();
    const waiting = await nominated(jonas, noor, now, key);
    expect(await retireAward(mara, key, now)).toMatchObject({ retiredAt: now });
    expect(await putForward(jonas, tom, now, key)).toEqual({ refused: 'retired' });
    expect(await voteOn(mara, waiting, yes, now)).toEqual({ state: 'open' });
    expect(await bringBackAward(key)).toMatchObject({ retiredAt: null });
    expect((await awardNamed(key))?.about).toBe('Kept calm.');
    expect(await retireAward(mara, 'bug-hunter', now)).toBeNull();
  });
});
