import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';

import { tellOfAward, tellOfThanks } from '#app/recognition/announced.server.ts';
import { choose, choicesOf, hasOptedOut } from '#app/recognition/choices.server.ts';
import { give, takeBack } from '#app/recognition/giving.server.ts';
import { askToPost, postOf, takeBackPost } from '#app/recognition/posting.server.ts';
import { hide, ownShowing, show } from '#app/recognition/showing.server.ts';
import { wallOf, wallPage } from '#app/recognition/wall.server.ts';
import { db } from '#db/database.server.ts';
import { announcements } from '#db/schema/channels.ts';
import { channelOf, emptied, outbox } from '#test/channels/known.ts';
import { day, minute, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { draft, granted, grantUndone, leaves, onWallRows, putUp, thanked } from './thanks-world.ts';

let mara: TestPerson;
let tomasz: TestPerson;
let nina: TestPerson;
beforeEach(async () => {
  await emptied();
  mara = await somebody('Mara Lindqvist');
  tomasz = await somebody('Tomasz Kowalski');
  nina = await somebody('Nina, a colleague');
});
const wall = { meant: 'wall' as const };
const thanksShown = (subject: string) => ({ kind: 'thanks' as const, subject });
const seenBy = async (viewer: TestPerson, of: TestPerson = tomasz) =>
  (await wallOf(viewer, of.id)).map(({ id }) => id);

it('is the receiver’s to show, where it was meant for the wall', async () => {
  const hidden = await thanked(mara, tomasz);
  const open = await thanked(nina, tomasz, wall);
  expect(await show(tomasz, thanksShown(hidden), now)).toEqual({ refused: 'private' });
  for (const other of [mara, nina, await somebody('Grace', 'administrator', 'organiser')])
    expect(await show(other, thanksShown(open), now)).toBeNull();
  const shown = await putUp(tomasz, open);
  expect(await putUp(tomasz, open)).toBe(shown);
  expect(await seenBy(mara)).toEqual([shown]);
  await hide(mara, thanksShown(open), now);
  expect(await seenBy(mara)).toEqual([shown]);
  await hide(tomasz, thanksShown(open), now);
  expect(await seenBy(mara)).toEqual([]);
  expect(await ownShowing(mara, shown)).toBeNull();
});

it('shows an award or achievement while it stands, and nobody else’s', async () => {
  const grant = await granted(tomasz, 'award', 'mentor');
  await granted(tomasz, 'achievement', 'first-assessment');
  const award = { kind: 'award' as const, subject: 'mentor' };
  expect(await show(mara, award, now)).toBeNull();
  expect(await show(tomasz, { kind: 'award', subject: 'first-assessment' }, now)).toBeNull();
  expect(await show(tomasz, award, now)).toHaveProperty('shown');
  expect(await show(tomasz, { kind: 'achievement', subject: 'first-assessment' }, now)).toHaveProperty(
    'shown',
  );
  expect(await wallOf(mara, tomasz.id)).toHaveLength(2);
  await grantUndone(grant);
  expect(await wallOf(mara, tomasz.id)).toMatchObject([{ kind: 'achievement' }]);
  expect(await show(tomasz, award, now)).toBeNull();
});

it('shown again stands where it stood', async () => {
  const id = await thanked(mara, tomasz, wall);
  const shown = await putUp(tomasz, id);
  await hide(tomasz, thanksShown(id), now + day);
  expect(await putUp(tomasz, id, now + 2 * day)).toBe(shown);
  expect(await wallOf(nina, tomasz.id)).toMatchObject([{ id: shown, since: now }]);
});

it('has two people on the wall once a season, whichever way round, through two tabs at once', async () => {
  const there = await thanked(mara, tomasz, wall);
  const back = await thanked(tomasz, mara, wall);
  const [one, other] = await Promise.all([
    show(tomasz, thanksShown(there), now),
    show(mara, thanksShown(back), now),
  ]);
  expect([one, other].filter((done) => done && 'shown' in done)).toHaveLength(1);
  expect([one, other]).toContainEqual({ refused: 'pair' });
  expect(await onWallRows(mara, tomasz)).toHaveLength(1);
});

it('keeps the pair’s place of the season when it is taken off, so that nobody learns who opted out', async () => {
  const there = await thanked(mara, tomasz, wall);
  const back = await thanked(tomasz, mara, wall);
  await putUp(tomasz, there);
  await hide(tomasz, thanksShown(there), now);
  expect(await show(mara, thanksShown(back), now)).toEqual({ refused: 'pair' });
  // Another season has room again; what is taken back gives its place up.
  expect(await show(mara, thanksShown(back), now + 40 * day)).toHaveProperty('shown');
  await takeBack(tomasz, back, now + 41 * day);
  expect(await show(tomasz, thanksShown(there), now + 41 * day)).toHaveProperty('shown');
});

it('hides who opted out, who left and what was taken back, and brings people back as they were', async () => {
  const shown = await putUp(tomasz, await thanked(mara, tomasz, wall));
  await choose(tomasz, { choice: 'opted-out', holds: true }, now);
  expect(await hasOptedOut(tomasz.id)).toBe(true);
  expect(await seenBy(nina)).toEqual([]);
  await choose(tomasz, { choice: 'opted-out', holds: false }, now + day);
  expect(await seenBy(nina)).toEqual([shown]);
  for (const one of [mara, tomasz]) {
    await leaves(one);
    expect(await seenBy(nina)).toEqual([]);
    await leaves(one, null);
    expect(await seenBy(nina)).toEqual([shown]);
  }
  await choose(mara, { choice: 'opted-out', holds: true }, now);
  expect(await seenBy(nina)).toEqual([]);
  // Whoever shows it cannot tell.
  expect(await seenBy(tomasz)).toEqual([shown]);
  expect(await choicesOf(tomasz.id)).toMatchObject([{ choice: 'opted-out', since: now, until: now + day }]);
});

it('chooses once, through two tabs at once', async () => {
  const choice = { choice: 'shout-outs' as const, holds: true };
  await Promise.all([choose(mara, choice, now), choose(mara, choice, now), choose(mara, choice, now)]);
  expect(await choicesOf(mara.id)).toHaveLength(1);
});

it('pages the wall by time, without losing or repeating one', async () => {
  const ids: string[] = [];
  for (let nth = 0; nth < 30; nth++) {
    const giver = await somebody(`Giver ${nth}`);
    // Three at the same moment.
    ids.push(await putUp(tomasz, await thanked(giver, tomasz, wall), now + 1000 + Math.floor(nth / 3)));
  }
  const seen: string[] = [];
  const times: number[] = [];
  for (let after = null, more = true; more;) {
    const page = await wallPage(nina, after);
    const own = page.shown.filter(({ person }) => person.id === tomasz.id);
    seen.push(...own.map(({ id }) => id));
    times.push(...page.shown.map(({ since }) => since));
    const [order, id] = page.next?.split('~') ?? [];
    more = page.next !== null;
    after = more ? { order: Number(order), id: id! } : null;
  }
  expect(seen.toSorted()).toEqual(ids.toSorted());
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

it('is told in channels a minute after its person asked, without the giver, and only while it is shown', async () => {
  await channelOf(mara, { announces: ['thanks', 'award'] });
  const id = await thanked(mara, tomasz, { ...wall, reason: 'You stayed on the call.' });
  const shown = await putUp(tomasz, id);
  const state = async (at: number) => postOf((await ownShowing(tomasz, shown))!, at);
  expect(await state(now)).toBe('not-asked');
  expect(await askToPost(mara, shown, now)).toBeNull();
  expect(await tellOfThanks(shown, now)).toBeNull();
  expect(await askToPost(tomasz, shown, now)).toEqual({ asked: true });
  expect(await askToPost(tomasz, shown, now)).toEqual({ refused: 'already' });
  expect(await state(now)).toBe('waiting');
  const words = await tellOfThanks(shown, now);
  expect(JSON.stringify(words)).toContain('You stayed on the call.');
  expect(JSON.stringify(words)).not.toContain('Mara');
  await choose(mara, { choice: 'opted-out', holds: true }, now);
  expect(await tellOfThanks(shown, now)).toEqual(words);
  await choose(tomasz, { choice: 'opted-out', holds: true }, now);
  expect(await tellOfThanks(shown, now)).toBeNull();
  await choose(tomasz, { choice: 'opted-out', holds: false }, now);
  for (const one of [mara, tomasz]) {
    await leaves(one);
    expect(await tellOfThanks(shown, now)).toBeNull();
    await leaves(one, null);
  }
  expect(await takeBackPost(tomasz, shown)).toEqual({ takenBack: true });
  expect(await outbox()).toEqual([]);
  await askToPost(tomasz, shown, now + minute);
  await hide(tomasz, thanksShown(id), now + minute);
  expect(await outbox()).toEqual([]);
  expect(await tellOfThanks(shown, now)).toBeNull();
});

it('is told by itself where its person chose shout-outs; an award too, an achievement never', async () => {
  await channelOf(mara, { announces: ['thanks', 'award'] });
  await choose(tomasz, { choice: 'shout-outs', holds: true }, now);
  await choose(tomasz, { choice: 'thanks-on-wall', holds: true }, now);
  await give(mara, draft(tomasz, wall), now);
  await granted(tomasz, 'award', 'mentor');
  await granted(tomasz, 'achievement', 'first-assessment');
  const award = await show(tomasz, { kind: 'award', subject: 'mentor' }, now);
  await show(tomasz, { kind: 'achievement', subject: 'first-assessment' }, now);
  expect((await outbox()).map(({ kind }) => kind).sort()).toEqual(['award', 'thanks']);
  expect((await outbox()).every(({ nextAt }) => nextAt === now + minute)).toBe(true);
  expect((await tellOfAward((award as { shown: string }).shown, now))?.title).toContain('Tomasz Kowalski');
});

it('is taken back while a channel fails, and stays out once it stands in one', async () => {
  await channelOf(mara, { announces: ['thanks', 'award'] });
  const shown = await putUp(tomasz, await thanked(mara, tomasz, { meant: 'wall' }));
  await askToPost(tomasz, shown, now);
  const set = (values: Partial<typeof announcements.$inferInsert>) =>
    db.write((tx) => tx.update(announcements).set(values).where(eq(announcements.subjectId, shown)));
  await set({ attempts: 2, nextAt: now + day });
  expect(await takeBackPost(tomasz, shown)).toEqual({ takenBack: true });
  expect(await tellOfThanks(shown, now)).toBeNull();
  await set({ state: 'dropped' });
  expect(await askToPost(tomasz, shown, now + day)).toEqual({ asked: true });
  await set({ state: 'sent', sentAt: now + day });
  expect(await takeBackPost(tomasz, shown)).toEqual({ refused: 'went-out' });
});
