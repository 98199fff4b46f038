import { readFileSync } from 'node:fs';

import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

import { askFor } from '#app/recognition/asking.server.ts';
import { takeRewardStep } from '#app/recognition/fulfilling.server.ts';
import type { Reward } from '#app/recognition/reward.ts';
import { catalogueFor, requestPage, requestsPage } from '#app/recognition/reward-requests.server.ts';
import { scrubAddresses } from '#app/recognition/scrubbing.server.ts';
import { changeStock, leftOf, shelfOf } from '#app/recognition/stock.server.ts';
import { db } from '#db/database.server.ts';
import { fileOf } from '#db/engine.ts';
import { newId } from '#db/ids.ts';
import { notices } from '#db/schema/notices.ts';
import { grants, rewardRequests, rewardsShipped, rewardSteps, rewardStock } from '#db/schema/recognition.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { granted, leaves, returns, toldOf } from './award-world.ts';

const ADDRESS = 'Kastanienallee 7, by the blue door';
let noor: TestPerson, wei: TestPerson, mara: TestPerson, ines: TestPerson;
let hoodie: Reward;
beforeEach(async () => {
  noor = await somebody('Noor Haddad');
  wei = await somebody('Wei Chen');
  mara = await somebody('Mara Lindqvist', 'organiser');
  ines = await somebody('Ines Moreau', 'organiser');
  const key = `hoodie-${newId()}`;
  hoodie = {
    key,
    name: 'Hoodie',
    about: 'Warm.',
    sizes: ['M', 'XXL'],
    ships: true,
    for: ['award'],
    aYear: 3,
  };
});

const put = (change: number, size = 'XXL', by: TestPerson = mara) =>
  changeStock(by, hoodie.key, { id: newId(), size, change, note: 'Ordered.' }, now);
const ask = (by: TestPerson, grant: string, size = 'XXL', at = now) =>
  askFor(by, hoodie, { id: newId(), grant, size, address: ADDRESS }, at);
async function asked(by: TestPerson, size = 'XXL'): Promise<string> {
  const answer = await ask(by, await granted(by, now), size);
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.id;
}
const step = (by: TestPerson, id: string, name: Parameters<typeof takeRewardStep>[2], note?: string) =>
  takeRewardStep(by, id, name, { ...(note && { note }), now });
const row = async (id: string) =>
  (await db.read.select().from(rewardRequests).where(eq(rewardRequests.id, id)))[0]!;
const left = async (size = 'XXL') => (await leftOf(hoodie.key)).get(size) ?? 0;

describe('of the last on the shelf', () => {
  it('one of two who ask at once is given it, and the other is told', async () => {
    await put(1);
    const [first, second] = [await granted(noor, now), await granted(wei, now)];
    const answers = await Promise.all([ask(noor, first), ask(wei, second)]);
    expect(answers.filter((one) => 'id' in one)).toHaveLength(1);
    expect(answers).toContainEqual({ refused: 'none-left' });
    expect(await left()).toBe(0);
  });

  it('it is there again once it was declined or withdrawn', async () => {
    await put(1);
    const id = await asked(noor);
    await step(noor, id, 'withdrawn');
    expect(await left()).toBe(1);
    await step(mara, await asked(wei), 'declined', 'Not this one.');
    expect(await left()).toBe(1);
  });

  it('it cannot be taken off by hand while it is held', async () => {
    await put(1);
    await asked(noor);
    expect(await put(-1)).toEqual({ refused: 'fewer', left: 0 });
    expect(await put(-1, 'M')).toEqual({ refused: 'fewer', left: 0 });
    await put(2);
    const both = await Promise.all([put(-2), put(-1)]);
    expect(both.filter((one) => 'refused' in one)).toHaveLength(1);
    expect(await left()).toBeGreaterThanOrEqual(0);
  });
});

describe('asking', () => {
  beforeEach(() => put(9));

  it('takes a grant of one’s own, once', async () => {
    const grant = await granted(noor, now);
    expect(await ask(wei, grant)).toEqual({ refused: 'grant' });
    expect(await ask(noor, grant)).toHaveProperty('id');
    expect(await ask(noor, grant)).toEqual({ refused: 'grant' });
  });

  it('is one request where one form is sent twice, or two tabs ask on the same grant', async () => {
    const grant = await granted(noor, now);
    const draft = { id: newId(), grant, size: 'XXL', address: ADDRESS };
    const twice = await Promise.all([1, 2].map(() => askFor(noor, hoodie, draft, now)));
    expect(twice).toEqual([{ id: draft.id }, { id: draft.id }]);
    const next = await granted(noor, now);
    const other = await askFor(noor, hoodie, { ...draft, grant: await granted(noor, now) }, now);
    expect(other).not.toEqual({ id: draft.id });
    expect(other).toHaveProperty('id');
    const tabs = await Promise.all([ask(noor, next), ask(noor, next)]);
    expect(tabs.filter((one) => 'id' in one)).toHaveLength(1);
    expect(await left()).toBe(6);
  });

  it.each(['withdrawn', 'declined'] as const)(
    'is another request where its form is sent again after it was %s',
    async (end) => {
      const draft = { id: newId(), grant: await granted(noor, now), size: 'XXL', address: ADDRESS };
      await askFor(noor, hoodie, draft, now);
      await step(end === 'withdrawn' ? noor : mara, draft.id, end, 'Not this one.');
      const again = await askFor(noor, hoodie, draft, now);
      expect(again).toEqual({ id: expect.not.stringMatching(draft.id) as string });
      expect(await row('id' in again ? again.id : '')).toMatchObject({ state: 'requested' });
    },
  );

  it('is refused without a size, an address where it ships, and when there were enough this year', async () => {
    const grant = await granted(noor, now);
    expect(await ask(noor, grant, 'S')).toEqual({ refused: 'size' });
    const draft = { id: newId(), grant, size: 'M', address: '' };
    expect(await askFor(noor, hoodie, draft, now)).toEqual({ refused: 'address' });
    for (let nth = 0; nth < 3; nth += 1) await ask(noor, await granted(noor, now));
    expect(await ask(noor, grant)).toEqual({ refused: 'enough-this-year' });
    expect(await ask(noor, grant, 'XXL', now + 365 * day)).toHaveProperty('id');
  });

  it('keeps no address where none is needed', async () => {
    const card = { ...hoodie, sizes: [], ships: false };
    await put(1, '');
    const draft = { id: newId(), grant: await granted(noor, now), size: '', address: ADDRESS };
    await askFor(noor, card, draft, now);
    expect((await row(draft.id)).address).toBeNull();
  });
});

describe('a request', () => {
  beforeEach(() => put(9));

  it('is approved by another, sent, and every step is told', async () => {
    const id = await asked(noor);
    expect(await step(noor, id, 'approved')).toEqual({ refused: 'not-yours' });
    expect(await step(wei, id, 'approved')).toBeNull();
    expect(await step(mara, id, 'shipped')).toEqual({ refused: 'not-now' });
    expect(await step(mara, id, 'approved')).toEqual({ state: 'approved' });
    expect(await step(ines, id, 'shipped')).toEqual({ state: 'shipped' });
    const steps = await db.read.select().from(rewardSteps).where(eq(rewardSteps.requestId, id));
    expect(new Set(steps.map((one) => `${one.step} ${one.byId}`))).toEqual(
      new Set([`requested ${noor.id}`, `approved ${mara.id}`, `shipped ${ines.id}`]),
    );
    expect(await toldOf(noor)).toHaveLength(2);
  });

  it('of an organiser is for another organiser', async () => {
    const id = await asked(mara);
    expect(await step(mara, id, 'approved')).toEqual({ refused: 'not-yours' });
    expect(await step(ines, id, 'approved')).toEqual({ state: 'approved' });
    expect(await step(mara, id, 'shipped')).toEqual({ refused: 'not-yours' });
  });

  it('is answered once where two organisers answer at once', async () => {
    const id = await asked(noor);
    const answers = await Promise.all([step(mara, id, 'approved'), step(ines, id, 'declined', 'No.')]);
    expect(answers).toContainEqual({ state: 'declined' });
    expect(await step(ines, id, 'declined', 'No.')).toEqual({ state: 'declined' });
    expect(await step(mara, id, 'approved')).toEqual({ refused: 'not-now' });
    expect((await toldOf(noor)).length).toBeLessThanOrEqual(2);
  });

  it('is sent once', async () => {
    const id = await asked(noor);
    await step(mara, id, 'approved');
    await Promise.all([step(mara, id, 'shipped'), step(ines, id, 'shipped')]);
    expect((await shelfOf(hoodie.key)).get('XXL')).toMatchObject({ came: 9, shipped: 1, held: 0, left: 8 });
    expect(await toldOf(noor)).toHaveLength(2);
  });

  it('goes back from approval while it has not been sent', async () => {
    const id = await asked(noor);
    await step(mara, id, 'approved');
    expect(await step(ines, id, 'reopened')).toEqual({ state: 'requested' });
    expect(await row(id)).toMatchObject({ address: ADDRESS, size: 'XXL' });
  });

  it('is for what stands: an award that was taken back sends nothing', async () => {
    const grant = await granted(noor, now);
    const { id } = (await ask(noor, grant)) as { id: string };
    const [given] = await db.read.select().from(grants).where(eq(grants.once, grant));
    const undone = { ...given!, id: newId(), undoes: given!.id, once: `undone ${given!.id}` };
    await db.write((tx) => tx.insert(grants).values(undone));
    expect(await step(mara, id, 'approved')).toEqual({ refused: 'ungranted' });
    expect(await step(mara, id, 'declined', 'It was taken back.')).toEqual({ state: 'declined' });
  });

  it('of somebody who left is withdrawn for them, and can be made again when they are back', async () => {
    const grant = await granted(noor, now);
    const { id } = (await ask(noor, grant)) as { id: string };
    expect(await step(mara, id, 'withdrawn')).toEqual({ refused: 'not-yours' });
    await step(mara, id, 'approved');
    await leaves(noor, now);
    expect((await requestsPage(mara, 'approved', null)).requests.find((one) => one.id === id)?.isHere).toBe(
      false,
    );
    expect(await step(mara, id, 'shipped')).toEqual({ refused: 'left' });
    expect(await step(mara, id, 'withdrawn')).toEqual({ state: 'withdrawn' });
    expect(await row(id)).toMatchObject({ address: null, size: '', once: null });
    await returns(noor);
    expect(await ask(noor, grant)).toHaveProperty('id');
  });
});

describe('size and address', () => {
  beforeEach(() => put(3));
  const everything = async (id: string) =>
    JSON.stringify([
      await row(id),
      await db.read.select().from(rewardSteps).where(eq(rewardSteps.requestId, id)),
      await db.read.select().from(notices),
    ]);

  it.each(['shipped', 'declined', 'withdrawn'] as const)('are gone once it is %s', async (end) => {
    const id = await asked(noor);
    if (end === 'shipped') await step(mara, id, 'approved');
    expect(await row(id)).toMatchObject({ size: 'XXL', address: ADDRESS });
    await step(end === 'withdrawn' ? noor : mara, id, end, 'There are others.');
    const kept = await everything(id);
    expect(kept).not.toContain('Kastanienallee');
    expect(kept).not.toContain('XXL');
    expect(await row(id)).toMatchObject({ size: '', address: null, state: end });
    expect(await requestPage(noor, id)).toMatchObject({ size: '', address: null });
    // What was sent is counted without anybody, and without a time.
    const counted = await db.read
      .select()
      .from(rewardsShipped)
      .where(and(eq(rewardsShipped.reward, hoodie.key)));
    expect(counted).toEqual(end === 'shipped' ? [{ reward: hoodie.key, size: 'XXL', many: 1 }] : []);
    const came = await db.read.select().from(rewardStock).where(eq(rewardStock.reward, hoodie.key));
    expect(came).toHaveLength(1);
  });

  it('are in no notice while it is under way', async () => {
    const id = await asked(noor);
    await step(mara, id, 'approved');
    const told = JSON.stringify(await db.read.select().from(notices));
    expect(told).not.toMatch(/Kastanienallee|XXL/);
  });

  it.runIf(db.engine === 'sqlite')('are not in the files either, once they were scrubbed', async () => {
    const file = fileOf(process.env.DATABASE_URL!);
    const inFiles = () =>
      [file, `${file}-wal`].some((one) => readFileSync(one).includes(`Sorgenfri ${hoodie.key}`));
    const draft = {
      id: newId(),
      grant: await granted(noor, now),
      size: 'M',
      address: `Sorgenfri ${hoodie.key}`,
    };
    await put(1, 'M');
    await askFor(noor, hoodie, draft, now);
    expect(inFiles()).toBe(true);
    await step(mara, draft.id, 'approved');
    await step(mara, draft.id, 'shipped');
    await scrubAddresses();
    expect(inFiles()).toBe(false);
  });
});

it('tells everybody of the catalogue what of it they may ask for', async () => {
  const before = await catalogueFor(noor, now);
  expect(before.every(({ notYet }) => notYet === 'nothing-for-it')).toBe(true);
  await granted(noor, now);
  const after = await catalogueFor(noor, now);
  expect(after.every(({ notYet }) => notYet === 'none-left' || notYet === null)).toBe(true);
});

it('whatever happens, no shelf is below nothing, all sums add up, and an address is kept while it is needed', async () => {
  const grantOf = new Map<string, string>();
  const kinds = ['put', 'ask', 'approved', 'reopened', 'shipped', 'declined', 'withdrawn'] as const;
  const happening = fc.record({
    kind: fc.constantFrom(...kinds),
    size: fc.constantFrom('M', 'XXL'),
    change: fc.integer({ min: -3, max: 3 }).filter((change) => change !== 0),
    which: fc.nat(20),
    isNoor: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 14 }), async (life) => {
      hoodie = { ...hoodie, key: `hoodie-${newId()}`, aYear: 12 };
      const ids: string[] = [];
      for (const { kind, size, change, which, isNoor } of life) {
        const who = isNoor ? noor : wei;
        if (kind === 'put') await put(change, size);
        else if (kind === 'ask') {
          const grant = grantOf.get(who.id) ?? (await granted(who, now));
          const answer = await ask(who, grant, size);
          grantOf.set(who.id, grant);
          if ('id' in answer) {
            ids.push(answer.id);
            grantOf.delete(who.id);
          }
        } else if (ids.length > 0) {
          const id = ids[which % ids.length]!;
          const own = (await row(id)).personId === noor.id ? noor : wei;
          await step(kind === 'withdrawn' ? own : mara, id, kind, 'So.');
        }
        const shelf = await shelfOf(hoodie.key);
        for (const one of shelf.values()) {
          expect(one.left).toBeGreaterThanOrEqual(0);
          expect(one.left + one.held + one.shipped).toBe(one.came);
        }
        const rows = await db.read.select().from(rewardRequests).where(eq(rewardRequests.reward, hoodie.key));
        for (const { state, address, size: held } of rows) {
          const isUnderWay = state === 'requested' || state === 'approved';
          expect(address).toBe(isUnderWay ? ADDRESS : null);
          expect(held !== '').toBe(isUnderWay);
        }
        const sent = [...shelf.values()].reduce((sum, one) => sum + one.shipped, 0);
        expect(sent).toBe(rows.filter(({ state }) => state === 'shipped').length);
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
