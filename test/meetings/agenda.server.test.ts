import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { agendaOf } from '#app/meetings/agenda.server.ts';
import { clearAway, layOut } from '#app/meetings/laying-out.server.ts';
import { move, place, takeBack } from '#app/meetings/placing.server.ts';
import { readPoolPlace } from '#app/meetings/pool-place.ts';
import { poolPage } from '#app/meetings/pool.server.ts';
import { propose } from '#app/meetings/proposing.server.ts';
import { bringBack, rewrite, withdraw } from '#app/meetings/rewriting.server.ts';
import { setVote } from '#app/meetings/votes.server.ts';
import { noticesOf } from '#app/notices/notices.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { meetings } from '#db/schema/meetings.ts';
import { now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { itemRow, proposed, titlesOn, words } from './agenda-items.ts';
import { meetingOn, seriesOf } from './known.ts';

let mara: TestPerson;
let jonas: TestPerson;
let tom: TestPerson;
let series: Awaited<ReturnType<typeof seriesOf>>;
let march: Awaited<ReturnType<typeof meetingOn>>;

const told = async (person: TestPerson) => (await noticesOf(person, null)).notices.map(({ text }) => text);
const titles = async () => (await poolPage(mara, series.id, null)).proposals.map(({ title }) => title);
const here = () => ({ seriesId: series.id, meetingId: march.id });
const pool = () => ({ seriesId: series.id });
const atEnd = { before: null };

beforeEach(async () => {
  mara = await somebody('Mara Lindqvist', 'organiser');
  jonas = await somebody('Jonas Brandt');
  tom = await somebody('Tom Adeyemi');
  series = await seriesOf(mara);
  march = await meetingOn(series, '2026-03-04');
});

describe('a proposal', () => {
  it('stands among the proposals of its series, or behind all on the agenda of a meeting to come', async () => {
    await proposed(jonas, here(), 'one');
    await proposed(tom, here(), 'two');
    await proposed(tom, pool(), 'three');
    expect(await titlesOn(march.id)).toEqual(['one', 'two']);
    expect(await titles()).toEqual(['three']);
  });

  it('sent twice is one; other words from the same form, and somebody else’s, are another', async () => {
    const place = { id: newId(), seriesId: series.id, meetingId: null };
    for (const [by, title] of [
      [jonas, 'OAuth'],
      [jonas, 'OAuth'],
      [jonas, 'Secrets'],
      [tom, 'OAuth'],
    ] as const)
      await propose(by, place, words(title), now);
    expect((await titles()).toSorted()).toEqual(['OAuth', 'OAuth', 'Secrets']);
  });

  it('comes to no meeting that is over, nor to one of another series, nor to a series that has ended', async () => {
    const other = await seriesOf(mara, { endedAt: now });
    await db.write((tx) => tx.update(meetings).set({ state: 'ended' }).where(eq(meetings.id, march.id)));
    const april = await meetingOn(series, '2026-04-01');
    for (const place of [
      here(),
      { seriesId: other.id, meetingId: april.id },
      { seriesId: other.id, meetingId: null },
    ])
      expect(await propose(jonas, { id: newId(), ...place }, words('OAuth'), now)).toEqual({
        refused: 'over',
      });
  });

  it('tells whoever is put down for it by somebody else, and nobody who did it themself', async () => {
    await proposed(jonas, here(), 'OAuth', { presenterId: tom.id });
    await proposed(jonas, here(), 'Secrets', { presenterId: jonas.id });
    expect(await told(tom)).toEqual([
      expect.stringMatching(/^Jonas Brandt put you down for “OAuth”, on the agenda/),
    ]);
    expect(await told(jonas)).toEqual([]);
  });

  it('is rewritten by one at a time: whoever saw older words is shown the newer ones', async () => {
    const id = await proposed(jonas, pool(), 'OAuth');
    expect(await rewrite(jonas, id, 1, words('OAuth 2', { presenterId: tom.id }), now)).toEqual({ saved: 2 });
    expect(await rewrite(mara, id, 1, words('OAuth 3'), now)).toMatchObject({
      refused: 'stale',
      now: { title: 'OAuth 2' },
    });
    expect(await rewrite(mara, id, 2, words('OAuth 3', { presenterId: tom.id }), now)).toEqual({ saved: 3 });
    expect(await told(tom)).toHaveLength(1);
  });

  it('is withdrawn, and comes back to where it was', async () => {
    const ids = [];
    for (const title of ['one', 'two', 'three']) ids.push(await proposed(jonas, here(), title));
    expect(await withdraw(mara, ids[1]!, now)).toBe(true);
    expect(await withdraw(mara, ids[1]!, now)).toBe(false);
    expect(await titlesOn(march.id)).toEqual(['one', 'three']);
    expect(await bringBack({ ...mara, runs: true }, ids[1]!, now)).toBe(true);
    expect(await bringBack({ ...mara, runs: true }, ids[1]!, now)).toBe(false);
    expect(await titlesOn(march.id)).toEqual(['one', 'two', 'three']);
  });

  it('comes back to the proposals where its meeting is over meanwhile', async () => {
    const id = await proposed(jonas, here(), 'OAuth');
    await withdraw(mara, id, now);
    await db.write((tx) => tx.update(meetings).set({ state: 'ended' }).where(eq(meetings.id, march.id)));
    expect(await bringBack({ ...mara, runs: true }, id, now)).toBe(true);
    expect(await titles()).toEqual(['OAuth']);
  });
});

describe('votes', () => {
  it('count once each, are taken back, and order the proposals: most wished for first, then the oldest', async () => {
    const old = await proposed(jonas, pool(), 'old', { at: now });
    const liked = await proposed(jonas, pool(), 'liked', { at: now + 1 });
    await proposed(jonas, pool(), 'new', { at: now + 2 });
    await setVote(tom, liked, true, now);
    await setVote(tom, liked, true, now);
    await setVote(mara, liked, true, now);
    expect(
      (await poolPage(tom, series.id, null)).proposals.map(({ title, votes, voted }) => [
        title,
        votes,
        voted,
      ]),
    ).toEqual([
      ['liked', 2, true],
      ['old', 0, false],
      ['new', 0, false],
    ]);
    await setVote(tom, liked, false, now);
    await setVote(mara, liked, false, now);
    await setVote(mara, old, true, now);
    expect(await titles()).toEqual(['old', 'liked', 'new']);
  });

  it('lead through the pages of the proposals, each shown once', async () => {
    for (let at = 0; at < 65; at += 1) {
      // Three of the same minute, so that a page ends among equals.
      const id = await proposed(jonas, pool(), `number ${at}`, { at: now + Math.floor(at / 3) });
      if (at % 4 === 0) await setVote(tom, id, true, now);
    }
    const found: string[] = [];
    let after: string | null = '';
    for (let page = 0; after !== null && page < 10; page += 1) {
      const read = await poolPage(mara, series.id, readPoolPlace(after));
      found.push(...read.proposals.map(({ title }) => title));
      after = read.next;
    }
    expect(found).toHaveLength(65);
    expect(new Set(found).size).toBe(65);
  });
});

describe('placing', () => {
  it('puts a proposal where it is to be, and tells who proposed it, once', async () => {
    const first = await proposed(mara, here(), 'first');
    const id = await proposed(jonas, pool(), 'OAuth');
    expect(await place(mara, id, march.id, { before: first }, now)).toEqual({ placed: true, filled: null });
    expect(await place(mara, id, march.id, { before: first }, now)).toEqual({ placed: true, filled: null });
    expect(await titlesOn(march.id)).toEqual(['OAuth', 'first']);
    expect(await told(jonas)).toEqual([expect.stringContaining('“OAuth”')]);
    expect(await itemRow(id)).toMatchObject({ placedBy: mara.id, placedAt: now });
  });

  it('is refused where the proposal is on another agenda, withdrawn, or of another series', async () => {
    const april = await meetingOn(series, '2026-04-01');
    const other = await meetingOn(await seriesOf(mara), '2026-04-01');
    const placed = await proposed(jonas, here(), 'placed');
    const gone = await proposed(jonas, pool(), 'gone');
    const free = await proposed(jonas, pool(), 'free');
    await withdraw(mara, gone, now);
    expect(await place(mara, placed, april.id, atEnd, now)).toEqual({ refused: 'elsewhere' });
    expect(await place(mara, gone, april.id, atEnd, now)).toEqual({ refused: 'gone' });
    expect(await place(mara, free, other.id, atEnd, now)).toEqual({ refused: 'gone' });
    await db.write((tx) => tx.update(meetings).set({ state: 'skipped' }).where(eq(meetings.id, april.id)));
    expect(await place(mara, free, april.id, atEnd, now)).toEqual({ refused: 'over' });
  });

  it('fills the part of the template that waits for its kind, which waits again when it is taken back', async () => {
    await layOut(mara, march.id, now);
    const laidOut = await titlesOn(march.id);
    const id = await proposed(jonas, pool(), 'Semgrep', { kind: 'demo' });
    const placed = await place(mara, id, march.id, atEnd, now);
    expect(await titlesOn(march.id)).toEqual([laidOut[0], 'Semgrep', laidOut[2]]);
    expect(await takeBack(mara, id, 'filled' in placed ? placed.filled : null, now)).toBe(true);
    expect(await titlesOn(march.id)).toEqual(laidOut);
    expect(await titles()).toEqual(['Semgrep']);
  });

  it('moves one step, or to a place; two who order at once lose nothing', async () => {
    const ids: string[] = [];
    for (const title of ['a', 'b', 'c', 'd', 'e']) ids.push(await proposed(jonas, here(), title));
    expect(await move(mara, march.id, ids[0]!, 'earlier')).toBe(false);
    expect(await move(mara, march.id, ids[0]!, 'later')).toBe(true);
    expect(await titlesOn(march.id)).toEqual(['b', 'a', 'c', 'd', 'e']);
    expect(await move(mara, march.id, ids[4]!, { before: ids[1]! })).toBe(true);
    expect(await titlesOn(march.id)).toEqual(['e', 'b', 'a', 'c', 'd']);
    const free = await proposed(tom, pool(), 'f');
    await Promise.all([
      ...ids.map((id, at) => move(at % 2 ? mara : tom, march.id, id, { before: ids[(at + 2) % 5]! })),
      place(mara, free, march.id, { before: ids[2]! }, now),
      withdraw(mara, ids[3]!, now),
    ]);
    expect((await titlesOn(march.id)).toSorted()).toEqual(['a', 'b', 'c', 'e', 'f']);
  });
});

describe('the template', () => {
  it('is laid out in one step, what is there already left out; a second step adds nothing', async () => {
    await proposed(jonas, here(), 'Semgrep', { kind: 'demo' });
    const { made } = (await layOut(mara, march.id, now))!;
    expect(made).toHaveLength(2);
    expect((await layOut(mara, march.id, now))!.made).toEqual([]);
    const minutes = (await agendaOf(jonas, march.id)).map((item) => [item.minutes, item.placeholder]);
    expect(minutes).toEqual([
      [20, false],
      [20, true],
      [20, true],
    ]);
  });

  it('is taken off again, but for what somebody filled; and laid out anew', async () => {
    const { made } = (await layOut(mara, march.id, now))!;
    await rewrite(jonas, made[0]!, 1, words('Prompt injection', { kind: 'technique' }), now);
    await clearAway(march.id, made);
    expect(await titlesOn(march.id)).toEqual(['Prompt injection']);
    expect((await layOut(mara, march.id, now))!.made).toHaveLength(2);
    // What was taken off does not come back a second time.
    expect(await bringBack({ ...mara, runs: true }, made[1]!, now)).toBe(false);
  });
});
