import { beforeAll, describe, expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { takeEvidenceStep } from '#app/belts/evidence-steps.server.ts';
import { pairsOfTheYear } from '#app/belts/reciprocal.server.ts';
import { evidenceUnderWayOf, reviewsPage, reviewsWaitingFor } from '#app/belts/review-queue.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { noticesOf } from '#app/notices/notices.server.ts';
import { day, hour, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { approve, holder, scan, submittedBy } from './evidence-world.ts';

let olga: TestPerson;
let ilka: TestPerson;
beforeAll(async () => {
  olga = await somebody('Olga Brandt', 'organiser');
  ilka = await holder('Ilka Sommer');
});

const first = { belt: null, after: null };
const queueOf = async (by: TestPerson, belt: string | null = null) =>
  (await reviewsPage(by, { belt, after: null }, now)).reviews.map(({ id }) => id);
const told = async (person: TestPerson) => (await noticesOf(person, null)).notices.map(({ text }) => text);

describe('what waits for somebody’s eyes', () => {
  it('is what they may assess and have not approved, of others, the longest waiting first', async () => {
    const [ada, bo] = [await somebody('Ada'), await somebody('Bo')];
    const later = await submittedBy(ada, {}, now - hour);
    const earlier = await submittedBy(bo, {}, now - day);
    const own = await submittedBy(ilka, {
      requirement: 'white/secrets',
      kind: 'equivalent',
      until: now + day,
    });
    const black = await submittedBy(
      ada,
      { requirement: 'black/mentoring', kind: 'equivalent', until: now + 9 * day },
      now - 2 * hour,
    );
    expect(await queueOf(ilka)).toEqual([earlier, later]);
    expect(await queueOf(olga)).toEqual([earlier, black, later, own]);
    expect(await queueOf(olga, 'black')).toEqual([black]);
    expect(await queueOf(ada)).toEqual([]);
    expect([await reviewsWaitingFor(ilka, now), await reviewsWaitingFor(ada, now)]).toEqual([2, 0]);

    await approve(ilka, earlier);
    expect(await queueOf(ilka)).toEqual([later]);
    await takeEvidenceStep(olga, earlier, 'returned', { note: 'More, please.', now });
    expect(await queueOf(olga)).toEqual([black, later, own]);
    expect(await evidenceUnderWayOf(bo.id)).toMatchObject([{ id: earlier, state: 'returned' }]);
    await takeEvidenceStep(bo, earlier, 'submitted', { now: now + 1 });
    // What she approved before was approved of other words.
    expect(await queueOf(ilka)).toEqual([later, earlier]);

    await deactivate(await somebody('Wei', 'administrator'), ada.id, now);
    expect(await queueOf(ilka)).toEqual([earlier]);
  });

  it('is read page by page, nothing twice and nothing left out', async () => {
    for (let n = 0; n < 35; n += 1)
      await submittedBy(await somebody(`Person ${n}`), {}, now + Math.floor(n / 2));
    const all: string[] = [];
    let after: string | null = null;
    do {
      const page = await reviewsPage(olga, { ...first, after: readCursor(after) }, now);
      all.push(...page.reviews.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(await reviewsWaitingFor(olga, now));
  });
});

describe('two who approve each other’s work', () => {
  it('are shown to organisers, who are told once', async () => {
    const [ann, ben] = [await holder('Ann Both'), await holder('Ben Both')];
    const own = { requirement: 'white/secrets', kind: 'equivalent', until: now + 300 * day } as const;
    const his = await submittedBy(ben, own);
    const hers = await submittedBy(ann, own);
    await approve(ann, his);
    expect(await pairsOfTheYear(now)).toEqual([]);
    await approve(ben, hers, now + hour);
    const pairs = [{ at: now + hour, one: expect.anything(), other: expect.anything() }];
    expect(await pairsOfTheYear(now + hour)).toEqual(pairs);
    expect((await pairsOfTheYear(now + hour)).flatMap(({ one, other }) => [one, other])).toEqual(
      expect.arrayContaining([
        { name: 'Ann Both', approved: his },
        { name: 'Ben Both', approved: hers },
      ]),
    );
    const flags = async (person: TestPerson) =>
      (await told(person)).filter((text) => text.includes('each other')).length;
    expect(await flags(olga)).toBe(1);
    const again = await submittedBy(ben, { requirement: scan }, now + 2 * hour);
    await approve(ann, again, now + 3 * hour);
    expect([await flags(olga), await flags(ann), await flags(ben)]).toEqual([1, 0, 0]);
    expect(await pairsOfTheYear(now + 3 * hour)).toHaveLength(1);
    expect(await pairsOfTheYear(now + 400 * day)).toEqual([]);
  });

  it('are no pair when a year lies between', async () => {
    const later = now + 380 * day;
    const [cy, di] = [await holder('Cy', later - day), await holder('Di', now - day)];
    const own = { requirement: 'white/secrets', kind: 'equivalent', until: now + 900 * day } as const;
    expect(await approve(di, await submittedBy(cy, own))).toBe('submitted');
    expect(await approve(cy, await submittedBy(di, own, later), later)).toBe('submitted');
    expect((await pairsOfTheYear(later)).filter(({ one: { name } }) => name === 'Cy')).toEqual([]);
  });
});
