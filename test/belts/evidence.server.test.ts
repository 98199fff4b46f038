import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { takeEvidenceStep } from '#app/belts/evidence-steps.server.ts';
import { begin, saveEvidence } from '#app/belts/evidence.server.ts';
import { standingOf } from '#app/belts/standing.server.ts';
import { visibleEvidence } from '#app/belts/visible-evidence.server.ts';
import { noticesOf } from '#app/notices/notices.server.ts';
import { db } from '#db/database.server.ts';
import { evidenceSteps } from '#db/schema/belts.ts';
import { day, hour, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { approve, countsOf, draftOf, holder, rowOf, scan, submittedBy } from './evidence-world.ts';

let ilka: TestPerson;
let jo: TestPerson;
let olga: TestPerson;
beforeAll(async () => {
  ilka = await holder('Ilka Sommer');
  jo = await holder('Jo Park');
  olga = await somebody('Olga Brandt', 'organiser');
});
let ada: TestPerson;
beforeEach(async () => {
  ada = await somebody('Ada Byron');
});

const step = (
  by: TestPerson,
  id: string,
  which: 'submitted' | 'recalled' | 'withdrawn' | 'resumed' | 'returned',
) => takeEvidenceStep(by, id, which, { now, ...(which === 'returned' && { note: 'Which rule was it?' }) });
const partFor = async (by: TestPerson, id: string, at = now) =>
  (await visibleEvidence(by, id, at))?.part ?? null;
const told = async (person: TestPerson) => (await noticesOf(person, null)).notices.map(({ text }) => text);
const stepsOf = async (id: string) =>
  (await db.read.select().from(evidenceSteps).where(eq(evidenceSteps.evidenceId, id))).map((one) => one.step);

describe('evidence', () => {
  it('is begun once, however many tabs begin it', async () => {
    const begun = await Promise.all(
      [1, 2, 3].map(() => begin(ada, { requirement: scan, kind: 'evidence' }, now)),
    );
    expect(new Set(begun.map((one) => 'id' in one && one.id)).size).toBe(1);
    expect(begun.filter((one) => 'isNew' in one && one.isNew)).toHaveLength(1);
    expect(await begin(ada, { requirement: 'green/nothing', kind: 'evidence' }, now)).toEqual({
      refused: 'gone',
    });
  });

  it('is from outside for what is not asked for as evidence', async () => {
    const begun = await begin(ada, { requirement: 'white/secrets', kind: 'evidence' }, now);
    expect(await rowOf((begun as { id: string }).id)).toMatchObject({ kind: 'equivalent' });
  });

  it('is never overwritten in silence: the second of two tabs is shown what the first kept', async () => {
    const id = await draftOf(ada);
    const { version } = await rowOf(id);
    const words = { text: 'The first tab.', links: [], until: null };
    expect(await saveEvidence(ada, id, version, words)).toEqual({ version: version + 1 });
    const second = await saveEvidence(ada, id, version, { ...words, text: 'The second tab.' });
    expect(second).toMatchObject({ refused: 'stale', now: { text: 'The first tab.' } });
    expect(await rowOf(id)).toMatchObject({ text: 'The first tab.' });
  });

  it('stays as it is while it is looked at, and is saved by nobody else', async () => {
    const id = await submittedBy(ada);
    const words = { text: 'Other words.', links: [], until: null };
    const { version } = await rowOf(id);
    expect(await saveEvidence(ada, id, version, words)).toEqual({ refused: 'not-now' });
    await step(ada, id, 'recalled');
    expect(await saveEvidence(ilka, id, version, words)).toEqual({ refused: 'not-now' });
    expect(await saveEvidence(ada, id, version, words)).toEqual({ version: version + 1 });
  });

  it('counts once two assessors have approved it, from then on', async () => {
    const id = await submittedBy(ada);
    expect(await approve(ilka, id)).toBe('submitted');
    expect(await approve(ilka, id)).toBe('already');
    expect(await countsOf(ada)).toEqual([]);
    expect(await approve(jo, id, now + hour)).toBe('approved');
    expect(await countsOf(ada)).toEqual([{ requirement: scan, until: null }]);
    const { belts } = await standingOf(ada.id, now + hour);
    const shown = belts
      .flatMap(({ requirements }) => requirements)
      .find((one) => one.requirement.id === scan)!;
    expect(shown).toMatchObject({ state: 'met', from: now + hour });
    expect(await told(ada)).toEqual([
      expect.stringMatching(/is approved/),
      expect.stringMatching(/One more/),
    ]);
  });

  it('is approved once, and counts once, when its assessors answer at the same moment', async () => {
    const id = await submittedBy(ada);
    const answers = await Promise.all([ilka, jo, olga, ilka, jo].map((by) => approve(by, id)));
    expect(answers.filter((answer) => answer === 'approved')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'submitted')).toHaveLength(1);
    expect(await countsOf(ada)).toHaveLength(1);
    expect((await stepsOf(id)).filter((one) => one === 'approved')).toHaveLength(2);
  });

  it('changes no more once it is approved, and can be shown anew', async () => {
    const id = await submittedBy(ada);
    await approve(ilka, id);
    await approve(jo, id);
    const before = [await rowOf(id), await stepsOf(id)];
    for (const which of ['submitted', 'recalled', 'withdrawn', 'resumed'] as const)
      expect(await step(ada, id, which)).toEqual({ refused: 'not-now' });
    expect(await step(jo, id, 'returned')).toEqual({ refused: 'not-now' });
    expect(await approve(olga, id)).toBe('not-now');
    expect([await rowOf(id), await stepsOf(id)]).toEqual(before);
    expect(await draftOf(ada)).not.toBe(id);
  });

  it('begins anew after it was returned: what was approved before counts for nothing', async () => {
    const id = await submittedBy(ada);
    await approve(ilka, id);
    await step(jo, id, 'returned');
    await step(ada, id, 'submitted');
    expect(await approve(jo, id)).toBe('submitted');
    expect(await takeEvidenceStep(olga, id, 'approved', { round: 1, now })).toEqual({ refused: 'changed' });
    expect(await approve(ilka, id)).toBe('approved');
    expect(await told(ada)).toContainEqual(expect.stringMatching(/asks for a little more/));
    // Who looked at it before is told that it is back, and organisers are not told again.
    expect((await told(ilka)).filter((text) => text.startsWith('Ada Byron shows'))).toHaveLength(1);
  });

  it('that comes back is told to nobody who may look at it no longer, and then to organisers', async () => {
    const gone = await holder('Gus Gone');
    const lapsing = await holder('Lea Lapsing', now - 300 * day);
    const id = await submittedBy(ada);
    await approve(lapsing, id);
    await step(gone, id, 'returned');
    await deactivate(await somebody('Wei', 'administrator'), gone.id, now);
    const counts = async () => (await Promise.all([gone, lapsing, olga].map(told))).map((one) => one.length);
    const before = await counts();
    const late = now + 200 * day;
    await takeEvidenceStep(ada, id, 'submitted', { now: late });
    expect(await counts()).toEqual([before[0], before[1], before[2]! + 1]);
  });

  it('has a word in it once, although the form was sent twice', async () => {
    const id = await submittedBy(ada);
    await approve(ilka, id);
    const before = (await told(ilka)).length;
    const say = (note: string, at: number) => takeEvidenceStep(ada, id, 'commented', { note, now: at });
    const [first, again] = await Promise.all([say('One more link.', now), say('One more link.', now)]);
    expect([first, again]).toMatchObject([{ taken: { id } }, { taken: { id } }]);
    expect((await told(ilka)).length - before).toBe(1);
    await say('One more link.', now + 5 * 60_000);
    await say('Another.', now + 5 * 60_000);
    expect((await told(ilka)).length - before).toBe(3);
  });

  it('is never approved by whoever shows it, organiser or not', async () => {
    const own = await submittedBy(olga, { requirement: scan });
    expect(await approve(olga, own)).toBe('not-yours');
    expect(await approve(ilka, own)).toBe('submitted');
    expect(await approve(jo, own)).toBe('approved');
  });

  it('is nobody’s but its applicant’s, those who may assess it, and colleagues while they are asked', async () => {
    const kai = await somebody('Kai');
    const admin = await somebody('Wei', 'administrator');
    const id = await draftOf(ada);
    const everybody = [ada, ilka, olga, kai, admin];
    const parts = () => Promise.all(everybody.map((by) => partFor(by, id)));
    expect(await parts()).toEqual(['applicant', null, null, null, null]);
    await step(ada, id, 'submitted');
    expect(await parts()).toEqual(['applicant', 'assessor', 'assessor', null, null]);
    await step(ada, id, 'withdrawn');
    expect(await parts()).toEqual(['applicant', null, null, null, null]);
    expect(await takeEvidenceStep(kai, id, 'approved', { round: 1, now })).toBeNull();
  });

  it('is looked at by whoever holds the belt now: not before they earned it, and not once it has lapsed', async () => {
    const id = await submittedBy(ada);
    const lapsed = await holder('Lena Lapsed', now - 500 * day);
    expect(await partFor(lapsed, id)).toBeNull();
    expect(await partFor(lapsed, id, now - 400 * day)).toBe('assessor');
    const black = await submittedBy(ada, {
      requirement: 'black/mentoring',
      kind: 'equivalent',
      until: now + 90 * day,
    });
    expect(await partFor(ilka, black)).toBeNull();
    expect(await partFor(olga, black)).toBe('assessor');
  });

  it('is decided by nobody whose account has ended', async () => {
    const gone = await somebody('Noor', 'organiser');
    const id = await submittedBy(ada);
    await deactivate(await somebody('Wei', 'administrator'), gone.id, now);
    expect(await approve(gone, id)).toBe('left');
  });

  it('can be withdrawn and taken up again, unless another has taken its place', async () => {
    const id = await submittedBy(ada);
    await step(ada, id, 'withdrawn');
    expect(await step(ada, id, 'resumed')).toMatchObject({ taken: { state: 'draft', round: 1 } });
    await step(ada, id, 'withdrawn');
    await draftOf(ada);
    expect(await step(ada, id, 'resumed')).toEqual({ refused: 'another-goes-on' });
  });

  it('from outside says until when it holds, and counts until then', async () => {
    const id = await draftOf(ada, {
      requirement: 'white/secrets',
      kind: 'equivalent',
      text: 'A certificate.',
    });
    expect(await step(ada, id, 'submitted')).toEqual({ refused: 'no-end' });
    const until = now + 30 * day;
    const { version } = await rowOf(id);
    await saveEvidence(ada, id, version, { text: 'A certificate.', links: [], until });
    await step(ada, id, 'submitted');
    expect(await approve(ilka, id, until)).toBe('over');
    await approve(ilka, id);
    expect(await approve(jo, id)).toBe('approved');
    expect(await countsOf(ada)).toEqual([{ requirement: 'white/secrets', until }]);
  });

  it('keeps what happened for good', async () => {
    const id = await submittedBy(ada);
    await expect(
      db.write((tx) => tx.update(evidenceSteps).set({ note: 'x' }).where(eq(evidenceSteps.evidenceId, id))),
    ).rejects.toThrow();
    await expect(
      db.write((tx) => tx.delete(evidenceSteps).where(eq(evidenceSteps.evidenceId, id))),
    ).rejects.toThrow();
  });

  it('is told to organisers when it is first submitted, and not to everybody who holds the belt', async () => {
    const kai = await holder('Kai Green');
    const before = (await told(olga)).length;
    await submittedBy(ada);
    expect((await told(olga)).length - before).toBe(1);
    expect(await told(kai)).toEqual([]);
  });
});
