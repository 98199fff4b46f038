/** Every number here was counted by hand, by Auckland's calendar: February ends on the 28th at 11:00 UTC. */
import { eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { beltStandings } from '#db/schema/belts.ts';
import { squads } from '#db/schema/squads.ts';
import { enrolled } from '#test/champions/coverage-known.ts';
import { meetingOn, seriesOf } from '#test/meetings/known.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { attended, counted, earned, found, inAuckland, item, reported, squadSince } from './report-world.ts';

const endOfJanuary = inAuckland('2026-02-01T00:00');
const endOfFebruary = inAuckland('2026-03-01T00:00');
const longAgo = Date.UTC(2025, 0, 10);
let mara: TestPerson, jonas: TestPerson;
let others: TestPerson[];

beforeAll(async () => {
  await found();
  mara = await somebody('Mara Lindqvist');
  jonas = await somebody('Jonas Brandt');
  others = [];
  for (const name of ['Noor', 'Priya', 'Wei', 'Ines', 'Tomas', 'Aiko']) others.push(await somebody(name));
});

describe('coverage', () => {
  beforeAll(async () => {
    const payments = await squadSince('Payments', longAgo);
    const search = await squadSince('Search', longAgo);
    await squadSince('Platform', endOfFebruary - 60_000);
    await squadSince('Checkout', endOfFebruary);
    await squadSince('Old', longAgo, { archivedAt: inAuckland('2026-02-15T12:00') });
    await squadSince('The board', longAgo, { developers: 0 });
    await squadSince('Nobody yet', longAgo, { developers: null });
    await enrolled(mara, payments, { activeAt: endOfJanuary - 1, hoursPerMonth: null });
    await enrolled(jonas, search, {
      state: 'stepped-down',
      activeAt: longAgo,
      endedAt: endOfFebruary,
      hoursPerMonth: null,
    });
  });

  it('is of the squads that were at work at the end of a month, and of now', async () => {
    expect(await counted('coverage', '2025-12', now)).toEqual({ all: '0.333 (1 of 3)' });
    expect(await counted('coverage', '2026-01', now)).toEqual({ all: '0.667 (2 of 3)' });
    expect(await counted('coverage', '2026-02', now)).toEqual({ all: '0.667 (2 of 3)' });
    expect(await counted('coverage', '2026-03', now)).toEqual({ all: '0.25 (1 of 4)' });
  });

  it('tells for how long squads have been without', async () => {
    expect(await counted('vacancy', '2026-01', now)).toEqual({ days: '386 (1 of 1)', squads: 1 });
    expect(await counted('vacancy', '2026-02', now)).toEqual({ days: '0 (1 of 1)', squads: 1 });
    expect(await counted('vacancy', '2026-03', now)).toEqual({ days: '4 (3 of 3)', squads: 3 });
  });

  it('tells since when also where the one who served left before it was ended', async () => {
    const gone = await somebody('Kofi');
    const left = { deactivatedAt: inAuckland('2025-11-20T12:00') };
    await db.write((tx) => tx.update(people).set(left).where(eq(people.id, gone.id)));
    const names = ['Outlet', 'Depot', 'Kiosk'];
    for (const name of names)
      await enrolled(gone, await squadSince(name, longAgo), {
        ...{ state: 'stepped-down' as const, activeAt: longAgo, hoursPerMonth: null },
        endedAt: inAuckland('2025-12-05T12:00'),
      });
    // With two others that never had anybody: the middle one of five, in days of UTC.
    expect(await counted('vacancy', '2025-11', now)).toEqual({ days: '11 (5 of 5)', squads: 5 });
    await db.write((tx) =>
      tx
        .update(squads)
        .set({ archivedAt: longAgo + 1 })
        .where(inArray(squads.name, names)),
    );
  });

  it('against policy is what the coverage page says', async () => {
    const policies = await counted('policies', '2026-03', now);
    expect(policies['per-squad']).toBe('0.25 (1 of 4)');
  });

  it('does not say how many champions there are while they are fewer than five', async () => {
    expect(await counted('champions', '2026-03', now)).toEqual({ all: 'few' });
  });
});

describe('champions and their hours', () => {
  let enrolments: string[];
  beforeAll(async () => {
    const squad = await squadSince('Mobile', longAgo);
    enrolments = [];
    for (const [at, person] of others.entries())
      enrolments.push(
        await enrolled(person, squad, { activeAt: inAuckland('2026-02-10T09:00'), hoursPerMonth: 8 + at }),
      );
    // Who serves two squads is one champion, who has left none.
    await enrolled(others[0]!, await squadSince('Ads', inAuckland('2026-02-11T09:00')), {
      activeAt: inAuckland('2026-02-12T09:00'),
      hoursPerMonth: null,
    });
    // Of a squad that is at work no longer nobody is an active champion, nor are their hours promised.
    const old = await squadSince('Desk', longAgo, { archivedAt: inAuckland('2026-02-15T12:00') });
    await enrolled(mara, old, { activeAt: longAgo, hoursPerMonth: 40 });
    for (const [at, id] of enrolments.slice(0, 5).entries())
      await reported(id, '2026-02', 10, endOfFebruary + at);
    await reported(enrolments[0]!, '2026-02', 4.5, endOfFebruary + 100);
    for (const id of enrolments.slice(0, 4)) await reported(id, '2026-03', 10, now - day);
  });

  it('counts each once', async () => {
    // Mara, Jonas (until the last moment of the month) and these six.
    expect(await counted('champions', '2026-02', now)).toEqual({ all: 8 });
    expect(await counted('champions', '2026-03', now)).toEqual({ all: 7 });
    expect(await counted('champions', '2026-01', now)).toEqual({ all: 'few' });
  });

  it('sums hours of five people or more, each by their newest report', async () => {
    const inApril = inAuckland('2026-04-11T00:00');
    // Rounded to ten hours (63 and 44.5), and not how many reported: one did not.
    expect(await counted('hours', '2026-02', inApril)).toEqual({ promised: '60 (6 of 6)', reported: 40 });
    expect(await counted('hours', '2026-03', inApril)).toEqual({ promised: '60 (6 of 6)', reported: 'few' });
    expect(await counted('hours', '2026-01', inApril)).toEqual({ promised: 'few', reported: 'few' });
  });

  it('tells no hours before the tenth day of the next month is over', async () => {
    expect(await counted('hours', '2026-03', now)).toEqual({});
    expect(await counted('hours', '2026-02', inAuckland('2026-03-11T00:00') - 1)).toEqual({});
    expect(await counted('hours', '2026-02', inAuckland('2026-03-11T00:00'))).toMatchObject({ reported: 40 });
  });
});

describe('belts', () => {
  beforeAll(async () => {
    await earned(others, 'white', endOfFebruary - 1);
    await earned(others.slice(0, 2), 'green', inAuckland('2026-02-20T09:00'));
    await earned([mara, jonas], 'white', endOfFebruary);
    // Taken back since: nothing stands of it.
    await earned([jonas], 'black', inAuckland('2026-02-21T09:00'));
    const standing = { since: 0, until: null, changesAt: null, rules: 'r' };
    await db.write(async (tx) => {
      for (const [at, { id }] of others.entries()) {
        const state = at === 0 ? ('due' as const) : ('held' as const);
        await tx.insert(beltStandings).values({ personId: id, belt: 'white', state, ...standing });
      }
      await tx
        .insert(beltStandings)
        .values({ personId: mara.id, belt: 'white', state: 'lapsed', ...standing });
    });
  });

  it('are counted where they were earned, and no part gives away another', async () => {
    const february = await counted('belts-earned', '2026-02', now);
    expect(february.all).toBe(6);
    expect(
      Object.values(february)
        .filter((value) => value !== 6)
        .every((value) => value === 'few'),
    ).toBe(true);
    expect((await counted('belts-earned', '2026-03', now)).all).toBe('few');
  });

  it('are held by how many now, and due for fewer than one may say', async () => {
    expect(await counted('belts-held', '2026-03', now)).toMatchObject({
      white: 6,
      'white-due': 'few',
      green: 'few',
    });
  });

  it('are not told of one where few hold the one below alone', async () => {
    const held = async (belt: string, people: TestPerson[]) => {
      const standing = { state: 'held' as const, since: 0, until: null, changesAt: null, rules: 'r' };
      await db.write((tx) =>
        tx
          .insert(beltStandings)
          .values(people.map(({ id }) => ({ personId: id, belt, ...standing })))
          .onConflictDoNothing(),
      );
    };
    await held('green', others.slice(0, 5));
    expect(await counted('belts-held', '2026-03', now)).toMatchObject({ white: 6, green: 'few' });
    await held('green', others);
    expect(await counted('belts-held', '2026-03', now)).toMatchObject({ white: 6, green: 6 });
  });
});

describe('attendance', () => {
  beforeAll(async () => {
    const series = await seriesOf(mara, { timezone: 'Pacific/Auckland', time: '23:30' });
    const [last, unmarked, march, skipped] = [
      await meetingOn(series, '2026-02-28', { state: 'ended' }),
      await meetingOn(series, '2026-02-14', { state: 'ended' }),
      await meetingOn(series, '2026-03-01', { state: 'ended' }),
      await meetingOn(series, '2026-02-07', { state: 'skipped' }),
    ];
    const all = [mara, jonas, ...others];
    const away = [await somebody('Olga'), await somebody('Greta'), await somebody('Sven')];
    await attended(last, {
      invited: [...all.slice(0, 7), ...away],
      there: [jonas, ...others.slice(0, 4), others[5]!],
    });
    await attended(unmarked, { invited: all, there: [] });
    await attended(march, { invited: all, there: others.slice(0, 4) });
    await attended(skipped, { invited: all, there: all });
  });

  it('is of those invited to meetings that were held and of which somebody noted it', async () => {
    // Aiko came without an invitation.
    expect(await counted('attendance', '2026-02', now)).toEqual({
      all: '0.5 (5 of 10)',
      meetings: '1 (1 of 2)',
    });
    expect(await counted('attendance', '2026-03', now)).toEqual({ all: 'few', meetings: '1 (1 of 1)' });
    expect((await counted('attendance', '2026-01', now)).all).toBeNull();
  });
});

describe('action items', () => {
  const at = (days: number) => Date.UTC(2026, 1, 1) + days * day;
  beforeAll(async () => {
    const fix = (of: Parameters<typeof item>[1]) => item(mara, of);
    await fix({ severity: 1, clockFrom: at(-2), dueAt: at(1), verified: [at(0)] });
    // Due in the last minute of January, verified before it, and once more in February.
    await fix({ severity: 2, clockFrom: at(-7), dueAt: endOfJanuary - 60_000, verified: [at(-1), at(2)] });
    await fix({ severity: 2, clockFrom: at(-8), dueAt: endOfJanuary });
    await fix({ severity: 1, clockFrom: at(19), dueAt: at(20), verified: [at(20)] });
    await fix({ severity: 4, clockFrom: at(1), dueAt: at(11), dropped: at(5) });
    await fix({ severity: null, clockFrom: at(1), dueAt: at(30) });
    // Not due yet, and none of the report's business: only some people may see these.
    await fix({ severity: 3, clockFrom: at(1), dueAt: at(60) });
    await fix({ severity: 1, clockFrom: at(1), dueAt: at(3), scope: 'people' });
    await fix({ severity: 1, clockFrom: at(1), dueAt: at(4), verified: [at(2)], scope: 'people' });
  });

  it('were verified in time where somebody saw to it by the day', async () => {
    expect(await counted('verified-in-time', '2026-01', now)).toMatchObject({ all: '1 (1 of 1)' });
    expect(await counted('verified-in-time', '2026-02', now)).toEqual({
      all: '0.667 (2 of 3)',
      'severity-1': '1 (2 of 2)',
      'severity-2': '0 (0 of 1)',
      'severity-3': '- (0 of 0)',
      'severity-4': '- (0 of 0)',
      'severity-5': '- (0 of 0)',
      'severity-none': '- (0 of 0)',
    });
    expect(await counted('verified-in-time', '2026-03', now)).toMatchObject({
      all: '0 (0 of 1)',
      'severity-none': '0 (0 of 1)',
    });
  });

  it('took as long as from their clock to the last time they were verified', async () => {
    expect(await counted('time-to-remediate', '2026-02', now)).toMatchObject({
      'all-median': '2 (3 of 3)',
      'all-p90': '7.6 (3 of 3)',
      'all-mean': '4 (3 of 3)',
      'severity-2-median': '9 (1 of 1)',
      'severity-4-median': '- (0 of 0)',
    });
    expect(await counted('time-to-remediate', '2026-01', now)).toMatchObject({ 'all-median': '- (0 of 0)' });
  });

  it('are open until somebody has verified them', async () => {
    expect(await counted('open-items', '2026-01', now)).toEqual({ criticals: 1, highs: 2 });
    expect(await counted('open-items', '2026-02', now)).toEqual({ criticals: 0, highs: 1 });
  });
});
