import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';

import { deactivate, reactivate } from '#app/accounts/deactivation.server.ts';
import { yearOf } from '#app/recognition/review-facts.server.ts';
import { endSharing, resumeSharing, shareReview, sharingOf } from '#app/recognition/review-sharing.server.ts';
import { chooseThanks, chosenThanks, thanksToChoose } from '#app/recognition/review-thanks.server.ts';
import { saveWords } from '#app/recognition/review-words.server.ts';
import { yearHere } from '#app/recognition/review-year.server.ts';
import { beginReview, reviewsOf, sharedWith, visibleReview } from '#app/recognition/reviews.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { activities, attestations, beltStandings, promotions } from '#db/schema/belts.ts';
import { enrolments, enrolmentSteps, hoursReports } from '#db/schema/champions.ts';
import { notices } from '#db/schema/notices.ts';
import { thanks } from '#db/schema/recognition.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';
import { happened } from '#test/support/facts.ts';
import { publishedNearMiss } from '#test/support/near-misses.ts';

import { awardedFor, fixBy, managedBy, on, thanked, YEAR, yearBegunBy } from './review-world.ts';

let jonas: TestPerson;
let priya: TestPerson;
let tom: TestPerson;
let ada: TestPerson;
beforeEach(async () => {
  jonas = await somebody('Jonas Brandt');
  priya = await somebody('Priya Raman');
  tom = await somebody('Tom Adeyemi', 'organiser');
  ada = await somebody('Ada Nilsson', 'administrator');
  await managedBy(jonas, priya);
});

const reads = async (person: TestPerson, id: string) => (await visibleReview(person, id))?.part ?? null;
const shareOf = async (id: string) => (await sharingOf(jonas, id)).readers[0]!.id;
const told = ({ id }: TestPerson) => db.read.select().from(notices).where(eq(notices.personId, id));

it('is begun once for this year or the last, and for no other', async () => {
  const id = await yearBegunBy(jonas);
  expect(await yearBegunBy(jonas)).toBe(id);
  expect(await beginReview(jonas, YEAR - 1, on('11-20'))).toHaveProperty('id');
  expect(await beginReview(jonas, YEAR - 2, on('11-20'))).toEqual({ refused: 'not-that-year' });
  expect(await beginReview(jonas, YEAR + 1, on('11-20'))).toEqual({ refused: 'not-that-year' });
  expect((await reviewsOf(jonas)).map(({ year }) => year)).toEqual([YEAR, YEAR - 1]);
});

it('belongs to its person: nobody else reads it, whatever their role, until it is shared', async () => {
  const id = await yearBegunBy(jonas);
  expect(await reads(jonas, id)).toBe('person');
  for (const other of [priya, tom, ada]) expect(await reads(other, id)).toBeNull();

  expect(await shareReview(jonas, id, priya.id, on('11-21'))).toMatchObject({ shared: true });
  expect(await reads(priya, id)).toBe('reader');
  for (const other of [tom, ada]) expect(await reads(other, id)).toBeNull();
  expect((await sharedWith(priya, null)).shared).toMatchObject([{ reviewId: id, person: 'Jonas Brandt' }]);
  expect(await told(priya)).toMatchObject([{ kind: 'recognition', path: `/reviews/${id}` }]);
});

it('ends being shared at once, comes back by undo, and is told once', async () => {
  const id = await yearBegunBy(jonas);
  await shareReview(jonas, id, priya.id, on('11-21'));
  expect(await shareReview(jonas, id, priya.id, on('11-21'))).toMatchObject({ shared: false });
  const share = await shareOf(id);
  expect(await endSharing(priya, id, share, on('11-22'))).toBeNull();
  expect(await endSharing(jonas, id, share, on('11-22'))).toEqual({ name: 'Priya Raman' });
  expect(await endSharing(jonas, id, share, on('11-22'))).toBeNull();
  expect(await reads(priya, id)).toBeNull();
  expect((await sharedWith(priya, null)).shared).toEqual([]);

  expect(await resumeSharing(jonas, id, share)).toEqual({ name: 'Priya Raman' });
  expect(await resumeSharing(jonas, id, share)).toBeNull();
  expect(await reads(priya, id)).toBe('reader');

  await endSharing(jonas, id, share, on('11-23'));
  await shareReview(jonas, id, priya.id, on('11-24'));
  expect(await resumeSharing(jonas, id, share)).toBeNull();
  expect(await reads(priya, id)).toBe('reader');
  expect(await told(priya)).toHaveLength(1);
});

it('is read by twenty at a time, by undo too', async () => {
  const id = await yearBegunBy(jonas);
  await shareReview(jonas, id, priya.id, on('11-21'));
  const share = await shareOf(id);
  await endSharing(jonas, id, share, on('11-22'));
  const others = await Promise.all(Array.from({ length: 20 }, (_, nth) => somebody(`Reader ${nth}`)));
  for (const other of others)
    expect(await shareReview(jonas, id, other.id, on('11-22'))).toMatchObject({ shared: true });
  expect(await resumeSharing(jonas, id, share)).toBeNull();
  expect(await reads(priya, id)).toBeNull();
});

it('is shared by its person alone, with somebody else who is here', async () => {
  const id = await yearBegunBy(jonas);
  expect(await shareReview(tom, id, priya.id, on('11-21'))).toEqual({ refused: 'unknown' });
  expect(await shareReview(jonas, id, jonas.id, on('11-21'))).toEqual({ refused: 'oneself' });
  await deactivate(ada, priya.id, on('11-20'));
  expect(await shareReview(jonas, id, priya.id, on('11-21'))).toEqual({ refused: 'left' });
  expect(await told(priya)).toEqual([]);
});

it('shows a reader who has left nothing, and is not read while its person is gone', async () => {
  const id = await yearBegunBy(jonas);
  await shareReview(jonas, id, priya.id, on('11-21'));
  await deactivate(ada, priya.id, on('11-22'));
  expect(await reads(priya, id)).toBeNull();
  expect((await sharingOf(jonas, id)).readers).toMatchObject([{ leftAt: on('11-22') }]);
  await reactivate(ada, priya.id, on('11-23'));
  expect(await reads(priya, id)).toBe('reader');

  await deactivate(ada, jonas.id, on('11-24'));
  expect(await reads(priya, id)).toBeNull();
  expect((await sharedWith(priya, null)).shared).toEqual([]);
  await reactivate(ada, jonas.id, on('11-25'));
  expect(await reads(priya, id)).toBe('reader');
});

it('keeps both texts where two tabs wrote', async () => {
  const id = await yearBegunBy(jonas);
  expect(await saveWords(jonas, id, { version: 1, words: 'one' }, on('11-21'))).toEqual({ saved: true });
  expect(await saveWords(jonas, id, { version: 1, words: 'other' }, on('11-21'))).toEqual({
    refused: 'stale',
    now: 'one',
  });
  expect(await saveWords(priya, id, { version: 2, words: 'theirs' }, on('11-21'))).toEqual({
    refused: 'unknown',
  });
  expect((await visibleReview(jonas, id))!.review.words).toBe('one');
});

it('says nothing of what its reader may not see, nor that there is something', async () => {
  await fixBy(jonas, tom, { word: 'Quetzal', reach: 'private' });
  await fixBy(jonas, tom, { word: 'Zebra', reach: 'everyone', at: on('06-05') });
  const { id: postmortem } = await publishedNearMiss(jonas, 'private');
  await happened(jonas, 'near-miss-reported', on('07-07'), { postmortem });
  await awardedFor(jonas, 'near-miss-reported', 'near-miss');

  const own = await yearOf(jonas.id, YEAR, jonas);
  expect(own.fixes.map(({ words }) => words)).toEqual([
    'Alert on the Quetzal limit',
    'Alert on the Zebra limit',
  ]);
  expect(own.nearMisses).toHaveLength(1);
  const seen = await yearOf(jonas.id, YEAR, priya);
  expect(seen.fixes.map(({ words }) => words)).toEqual(['Alert on the Zebra limit']);
  expect(seen.nearMisses).toEqual([]);
  // What was given for them goes with them.
  expect(own.recognised.map(({ key }) => key)).toContain('award near-miss');
  expect(seen.recognised.map(({ key }) => key)).not.toContain('award near-miss');
  expect(JSON.stringify(seen)).not.toContain('Quetzal');
});

it('tells of a session to those who may open it', async () => {
  const wei = await somebody('Wei Chen');
  const id = newId();
  const session = { kind: 'threat-modelling' as const, feature: 'the Quetzal export', day: '2026-03-03' };
  await db.write((tx) =>
    tx
      .insert(activities)
      .values({ id, personId: jonas.id, outcome: 'https://x.test', createdAt: on('03-03'), ...session }),
  );
  await happened(jonas, 'session-led', on('03-03'), { activity: id, vouchers: [] });
  await awardedFor(jonas, 'session-led', 'facilitator');
  const seenBy = (reader: TestPerson) => yearOf(jonas.id, YEAR, reader);
  for (const reader of [jonas, priya, tom])
    expect((await seenBy(reader)).sessions).toMatchObject([{ words: 'the Quetzal export' }]);
  expect((await seenBy(priya)).recognised.map(({ key }) => key)).toContain('award facilitator');
  expect(await seenBy(wei)).toMatchObject({ sessions: [], recognised: [] });
  await db.write((tx) =>
    tx
      .insert(attestations)
      .values({ id: newId(), subject: 'activity', subjectId: id, personId: wei.id, askedAt: on('03-04') }),
  );
  expect((await seenBy(wei)).sessions).toHaveLength(1);
});

it('has the belts of the year that stand, in whatever state, and none that was taken back', async () => {
  const earned = { personId: jonas.id, earnedAt: on('04-01'), madeAt: on('04-01') };
  await db.write(async (tx) => {
    for (const belt of ['white', 'green'])
      await tx.insert(promotions).values({ id: newId(), belt, ...earned });
    await tx.insert(beltStandings).values({
      ...{ personId: jonas.id, belt: 'white', state: 'lapsed', since: on('04-01') },
      ...{ until: on('09-01'), changesAt: null, rules: 'r' },
    });
  });
  const { belts } = await yearOf(jonas.id, YEAR, priya);
  expect(belts.map(({ belt, how }) => [belt, how])).toEqual([['white', 'earned']]);
});

it('holds what happened in its year by the organisation’s calendar, and not what was undone', async () => {
  const model = (activity: string) => ({ activity, vouchers: [] });
  await happened(jonas, 'mentored', Date.UTC(YEAR, 0, 1), { personId: tom.id, belt: 'white' });
  await happened(jonas, 'mentored', Date.UTC(YEAR, 0, 1) - 1, { personId: ada.id, belt: 'white' });
  await happened(jonas, 'session-led', on('03-03'), model('that is gone'));
  const year = await yearOf(jonas.id, YEAR, jonas);
  expect(year.mentored.map(({ at }) => at)).toEqual([Date.UTC(YEAR, 0, 1)]);
  expect(JSON.stringify(year)).not.toContain(tom.id);
  expect(year).toMatchObject({ sessions: [], belts: [], hours: [] });
});

it('has of the thanks those its person chose, while they stand', async () => {
  const id = await yearBegunBy(jonas);
  const { review } = (await visibleReview(jonas, id))!;
  const span = await yearHere(YEAR);
  const [first, second] = [await thanked(tom, jonas), await thanked(priya, jonas, { at: on('07-01') })];
  const alone = await thanked(ada, jonas, { meant: 'private', at: on('08-01') });
  const before = await thanked(ada, jonas, { at: on('01-01') - 86_400_000 });
  const toOthers = await thanked(jonas, tom);
  const ids = [first, second, alone, before, toOthers];

  const offered = await thanksToChoose(review, span, null);
  expect(offered.thanks.map((one) => [one.id, one.isChosen])).toEqual([
    [second, false],
    [first, false],
  ]);
  expect(await chosenThanks(review, span)).toEqual([]);
  await chooseThanks(jonas, review, span, { shown: ids, chosen: ids }, on('11-21'));
  expect(await chooseThanks(priya, review, span, { shown: ids, chosen: [] }, on('11-21'))).toBeNull();
  expect((await chosenThanks(review, span)).map(({ from }) => from)).toEqual(['Tom Adeyemi', 'Priya Raman']);

  await deactivate(ada, tom.id, on('11-22'));
  expect((await chosenThanks(review, span))[0]!.from).toBeNull();
  await db.write((tx) =>
    tx
      .update(thanks)
      .set({ withdrawnAt: on('11-22') })
      .where(eq(thanks.id, second)),
  );
  expect((await chosenThanks(review, span)).map((one) => one.id)).toEqual([first]);
  await chooseThanks(jonas, review, span, { shown: [first], chosen: [] }, on('11-23'));
  expect(await chosenThanks(review, span)).toEqual([]);
});

it('tells of hours for each squad that somebody served in the year, by the newest report of a month', async () => {
  const [atlas, orion] = [await squadOf('Atlas', jonas), await squadOf('Orion', jonas)];
  const serve = async (squadId: string, more: Partial<typeof enrolments.$inferInsert>) => {
    const row = { id: newId(), personId: jonas.id, squadId, state: 'active' as const };
    const from = { appliedAt: on('02-01'), agreedAt: on('02-02'), hoursPerMonth: 8, ...more };
    await db.write((tx) => tx.insert(enrolments).values({ ...row, ...from }));
    return row.id;
  };
  const here = await serve(atlas.id, {});
  await serve(orion.id, { agreedAt: null, hoursPerMonth: null, state: 'applied' });
  await serve(orion.id, { agreedAt: on('02-02') - 3e10, endedAt: on('01-01') - 86_400_000 });
  const report = (month: string, quarters: number, reportedAt: number) =>
    db.write((tx) =>
      tx.insert(hoursReports).values({ id: newId(), enrolmentId: here, month, quarters, reportedAt }),
    );
  await report(`${YEAR}-03`, 20, on('04-01'));
  await report(`${YEAR}-03`, 26, on('04-02'));
  await report(`${YEAR - 1}-12`, 40, on('04-02'));

  // Agreed anew after the year: that is of the next.
  const agreed = (at: number, hoursPerMonth: number) =>
    db.write((tx) =>
      tx.insert(enrolmentSteps).values({ id: newId(), enrolmentId: here, step: 'agreed', at, hoursPerMonth }),
    );
  await agreed(on('02-02'), 8);
  await agreed(on('12-31') + 3 * 86_400_000, 24);
  await db.write((tx) =>
    tx
      .update(enrolments)
      .set({ hoursPerMonth: 24, agreedAt: on('12-31') + 3 * 86_400_000 })
      .where(eq(enrolments.id, here)),
  );

  const { hours } = await yearOf(jonas.id, YEAR, priya);
  expect(hours).toEqual([{ id: here, squad: 'Atlas', promised: 8, reported: { hours: 6.5, months: 1 } }]);
});
