import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';

import { beltsOf, holdsBelt } from '#app/belts/standing.server.ts';
import { promotionsOf } from '#app/belts/promotions.server.ts';
import { factsOf } from '#app/facts/facts.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { beltStandings } from '#db/schema/belts.ts';
import { enrolments } from '#db/schema/champions.ts';
import { derivations } from '#db/schema/facts.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { earnGreen, earnWhite, happened, keep, kept, keptAndDerived, told, undone } from './belt-world.ts';

const yearAfter = (at: number) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').add({ years: 1 }).epochMilliseconds;
const END = yearAfter(now);

let mara: TestPerson;
beforeEach(async () => {
  mara = await somebody('Mara');
});

const states = async () => (await kept(mara)).map(({ belt, state }) => [belt, state]);

describe('what is kept for lists', () => {
  it('follows facts, and what undoes them', async () => {
    const [pass] = await earnWhite(mara, now);
    await keep(now);
    expect(await states()).toEqual([['white', 'held']]);
    expect(await beltsOf([mara.id, 'nobody'])).toEqual(
      new Map([
        [mara.id, 'white'],
        ['nobody', null],
      ]),
    );
    expect(await holdsBelt(mara.id, 'white', now)).toBe(true);
    await undone(pass!, now + day);
    await keep(now + day);
    expect(await states()).toEqual([]);
    expect(await holdsBelt(mara.id, 'white', now + day)).toBe(false);
  });

  it('follows time alone, and is what facts say at every turn', async () => {
    await earnGreen(mara, now);
    for (const at of [
      now,
      END - 60 * day - 1,
      END - 60 * day,
      END - 1,
      END,
      END + 14 * day,
      END + 90 * day,
    ]) {
      await keep(at);
      const { rows, derived } = await keptAndDerived(mara, at);
      expect(rows).toEqual(derived);
    }
    expect(await states()).toEqual([
      ['green', 'lapsed'],
      ['white', 'lapsed'],
    ]);
  });

  it('is the same when two keep it at once, and told once', async () => {
    await earnGreen(mara, now);
    await Promise.all([keep(now), keep(now), keep(now)]);
    expect(await states()).toEqual([
      ['green', 'held'],
      ['white', 'held'],
    ]);
    expect(await told(mara)).toHaveLength(2);
  });

  it('is built anew from nothing as it was, and nobody hears of it', async () => {
    await earnGreen(mara, now);
    await keep(END - 10 * day);
    const [before, heard] = [await kept(mara), await told(mara)];
    await db.write(async (tx) => {
      await tx.delete(beltStandings);
      await tx.delete(derivations);
    });
    await keep(END - 10 * day);
    expect(await kept(mara)).toEqual(before);
    expect(await told(mara)).toEqual(heard);
  });

  it('is derived anew where the rules were others, and nobody hears of that either', async () => {
    await earnGreen(mara, now);
    await keep(now);
    const heard = await told(mara);
    await db.write(async (tx) => {
      await tx.update(beltStandings).set({ rules: 'others' });
      await tx.update(derivations).set({ rules: 'others' });
    });
    await keep(END - 10 * day);
    expect(await states()).toEqual([
      ['green', 'due'],
      ['white', 'due'],
    ]);
    expect((await kept(mara)).some(({ rules }) => rules === 'others')).toBe(false);
    expect(await told(mara)).toEqual(heard);
  });

  it('misses nothing that happened a little later than it looked: by another clock, or meanwhile', async () => {
    await earnWhite(mara, now + 5);
    await keep(now);
    await keep(now + 4);
    expect(await states()).toEqual([]);
    await keep(now + 5);
    expect(await states()).toEqual([['white', 'held']]);
    expect(await promotionsOf(mara.id)).toMatchObject([{ belt: 'white', earnedAt: now + 5 }]);
    const before = await db.versions();
    await keep(now + 6);
    expect(await db.versions()).toEqual(before);
  });

  it('is left alone where nothing changed', async () => {
    await earnWhite(mara, now);
    await keep(now);
    const before = db.versions ? await db.versions() : null;
    await keep(now + day);
    expect(await db.versions()).toEqual(before);
  });
});

describe('somebody is told', () => {
  it('of each turn once, in one sentence for all their belts', async () => {
    await earnGreen(mara, now);
    await keep(now);
    const after = async (at: number) => {
      const before = (await told(mara)).length;
      await keep(at);
      await keep(at + 1000);
      return (await told(mara)).length - before;
    };
    expect(await after(now + 100 * day)).toBe(0);
    expect(await after(END - 60 * day)).toBe(1);
    expect(await after(END)).toBe(1);
    expect(await after(END + 14 * day)).toBe(1);
    expect(await after(END + 300 * day)).toBe(0);
  });

  it('once while they renew one thing after the other', async () => {
    const [first, second] = ['white/01-accounts-and-sign-ins', 'white/02-secrets-stay-out-of-code'] as const;
    await earnWhite(mara, now);
    await keep(END - 60 * day);
    const before = (await told(mara)).length;
    const pass = (module: string, at: number) =>
      happened(mara, 'quiz-passed', at, { module, version: 'v', right: 8, asked: 8 });
    await pass(first, END - 50 * day);
    await keep(END - 50 * day);
    await pass(second, END - 40 * day);
    await keep(END - 40 * day);
    expect(await told(mara)).toHaveLength(before);
    expect(await kept(mara)).toMatchObject([{ state: 'held', since: now, until: yearAfter(END) }]);
    await keep(yearAfter(END) - 60 * day);
    expect(await told(mara)).toHaveLength(before + 1);
  });
});

describe('a promotion', () => {
  it('is celebrated once, even when the belt is lost and earned again', async () => {
    const [pass] = await earnWhite(mara, now);
    await keep(now);
    const [promotion] = await promotionsOf(mara.id);
    expect(promotion).toMatchObject({ belt: 'white', earnedAt: now });
    expect(await told(mara)).toMatchObject([{ path: `/promotions/${promotion!.id}` }]);
    await undone(pass!, now + day);
    await keep(now + day);
    await earnWhite(mara, now + 2 * day);
    await keep(now + 2 * day);
    expect(await promotionsOf(mara.id)).toEqual([promotion]);
    expect(await told(mara)).toHaveLength(1);
  });

  it('is a fact about whoever was the buddy on the way', async () => {
    const noor = await somebody('Noor');
    const late = await somebody('Ines');
    const squad = await squadOf('Payments', mara);
    const enrol = (buddyId: string, appliedAt: number, ongoing: string | null) =>
      db.write((tx) =>
        tx.insert(enrolments).values({
          id: newId(),
          personId: mara.id,
          squadId: squad.id,
          state: ongoing ? 'onboarding' : 'withdrawn',
          ongoing,
          buddyId,
          appliedAt,
        }),
      );
    await enrol(noor.id, now - day, 'goes on');
    await enrol(late.id, now + day, 'began later');
    await enrol(late.id, now - 2 * day, null);
    await earnWhite(mara, now);
    await keep(now + day);
    expect(await factsOf(noor.id)).toMatchObject([
      { kind: 'mentored', at: now, details: { personId: mara.id, belt: 'white' } },
    ]);
    expect(await factsOf(late.id)).toEqual([]);
  });
});
