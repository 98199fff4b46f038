import { and, eq, inArray } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { bringLinkBack, linkLesson, linksOf, originsOf, removeLink } from '#app/insight/links.server.ts';
import { loopOf } from '#app/insight/loop.server.ts';
import { learnedAt, learnersSince } from '#app/insight/learners.server.ts';
import { MOST_LINKS } from '#app/insight/loop.ts';
import { incidentToLesson } from '#app/insight/measures/incident-to-lesson.server.ts';
import { timesToLesson } from '#app/insight/times-to-lesson.server.ts';
import { takeStep } from '#app/postmortems/publication.server.ts';
import { curriculum, moduleNamed } from '#app/training/curriculum.server.ts';
import { db } from '#db/database.server.ts';
import { postmortems, postmortemSteps } from '#db/schema/postmortems.ts';
import { seriesOf } from '#test/meetings/known.ts';
import { day, hour, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';
import { draftBy, documentAbout } from '#test/support/postmortems.ts';

import { had, KEYS, passed, passers, publishedBy, QUESTION } from './loop-world.ts';

const DETECTED = Date.UTC(2026, 2, 1, 10);
const march = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 3, 1) };
let mara: TestPerson;
let jonas: TestPerson;
let tom: TestPerson;
let series: Awaited<ReturnType<typeof seriesOf>>;
beforeEach(async () => {
  mara = await somebody('Mara Lindqvist', 'organiser');
  jonas = await somebody('Jonas Brandt');
  tom = await somebody('Tom Adeyemi');
  series = await seriesOf(mara);
});

const lesson = { module: KEYS, question: null };
const stateOf = async (viewer: TestPerson, id: string, wanted: string) =>
  (await loopOf(viewer, id))!.steps.find(({ key }) => key === wanted)!.state;

describe('linking', () => {
  it('is for those who work on it and for organisers who see it', async () => {
    const { id } = await publishedBy(jonas, 'Zebra');
    expect(await linkLesson(tom, id, lesson, now)).toEqual({ refused: 'not-yours' });
    expect(await linkLesson(jonas, id, lesson, now)).toMatchObject({ isNew: true });
    expect(await linkLesson(mara, id, { ...lesson, question: QUESTION }, now + 1)).toMatchObject({
      isNew: true,
    });
    expect(await linksOf(id)).toMatchObject([
      { kind: 'lesson', by: 'Jonas Brandt' },
      { kind: 'question', target: `${KEYS}#${QUESTION}`, by: 'Mara Lindqvist' },
    ]);
    const own = await publishedBy(jonas, 'Heron', 'private');
    expect(await linkLesson(mara, own.id, lesson, now)).toEqual({ refused: 'not-there' });
  });

  it('says the same once, through two tabs too, and refuses what is not in the curriculum', async () => {
    const { id } = await publishedBy(jonas, 'Zebra');
    const both = await Promise.all([linkLesson(jonas, id, lesson, now), linkLesson(jonas, id, lesson, now)]);
    expect(both.map((one) => 'isNew' in one && one.isNew).toSorted()).toEqual([false, true]);
    expect(await linkLesson(jonas, id, { module: 'white/99-none', question: null }, now)).toEqual({
      refused: 'no-lesson',
    });
    expect(await linkLesson(jonas, id, { module: KEYS, question: 'none' }, now)).toEqual({
      refused: 'no-question',
    });
  });

  it('holds no more links than somebody reads', async () => {
    const { id } = await publishedBy(jonas, 'Zebra');
    const every = curriculum().flatMap(({ key, questions }) => [
      { module: key, question: null },
      ...questions.map((one) => ({ module: key, question: one.key })),
    ]);
    let linkId = '';
    for (const one of every.slice(0, MOST_LINKS)) {
      const linked = await linkLesson(jonas, id, one, now);
      linkId = 'id' in linked ? linked.id : '';
    }
    const more = every[MOST_LINKS]!;
    expect(await linkLesson(jonas, id, more, now)).toEqual({ refused: 'enough' });
    expect(await linkLesson(jonas, id, every[0]!, now)).toMatchObject({ isNew: false });
    await removeLink(jonas, { postmortemId: id, linkId }, now);
    expect(await linkLesson(jonas, id, more, now)).toMatchObject({ isNew: true });
    expect(await bringLinkBack({ postmortemId: id, linkId })).toBe(false);
  });

  it('is taken back and said again as it was', async () => {
    const { id } = await publishedBy(jonas, 'Zebra');
    const linked = await linkLesson(jonas, id, lesson, now);
    const which = { postmortemId: id, linkId: 'id' in linked ? linked.id : '' };
    expect(await removeLink(mara, { ...which, postmortemId: 'another' }, now)).toBe(false);
    expect(await removeLink(mara, which, now + day)).toBe(true);
    expect(await linksOf(id)).toEqual([]);
    expect(await removeLink(mara, which, now)).toBe(false);
    expect(await bringLinkBack(which)).toBe(true);
    expect(await linksOf(id)).toMatchObject([{ linkedAt: now, by: 'Jonas Brandt' }]);
    await removeLink(mara, which, now + day);
    await linkLesson(mara, id, lesson, now + day);
    expect(await bringLinkBack(which)).toBe(false);
  });
});

describe('who has learned it', () => {
  it('is counted from five on, each once, and only since it was linked', async () => {
    const module = 'white/02-secrets-stay-out-of-code';
    const [before] = await passers(1, now - day, module);
    const [first] = await passers(4, now, module);
    await passed(first!, now + 30 * day, module);
    expect(await learnersSince(module, now)).toBeNull();
    expect(await learnedAt(module, now)).toBeNull();
    await passed(before!, now + 40 * day, module);
    expect(await learnersSince(module, now)).toBe(5);
    expect(await learnedAt(module, now)).toBe(now + 40 * day);
  });

  it('is found behind any number of passes by the same', async () => {
    const module = 'green/01-reading-a-scan';
    const [same] = await passers(1, now, module);
    for (let nth = 1; nth < 90; nth++) await passed(same!, now + nth * hour, module);
    await passers(4, now + 100 * hour, module);
    expect(await learnedAt(module, now)).toBe(now + 103 * hour);
  });
});

describe('the chain', () => {
  it('grows link by link, for whoever sees the postmortem and for nobody else', async () => {
    const { id, audienceId } = await publishedBy(jonas, 'Zebra', 'private', {
      people: [[tom, 'reader']],
    });
    expect(await loopOf(mara, id)).toBeNull();
    expect(await stateOf(tom, id, 'agenda')).toBe('open');
    const endedAt = await had(series, { id, audienceId }, jonas, '2026-03-04');
    expect(await stateOf(tom, id, 'agenda')).toBe('done');
    await linkLesson(jonas, id, lesson, now);
    expect(await stateOf(tom, id, 'lesson')).toBe('done');
    expect((await loopOf(tom, id))!.time).toBe(endedAt - DETECTED);
    // A question of a lesson that is linked already: the first link says since when.
    await passers(5, now + hour, KEYS);
    await linkLesson(jonas, id, { ...lesson, question: QUESTION }, now + 30 * day);
    expect((await loopOf(tom, id))!.lessons.map(({ people }) => people)).toEqual([5, 5]);
    expect((await loopOf(tom, id))!.mayLink).toBe(false);
    expect(await loopOf(mara, id)).toBeNull();
  });
});

describe('what a lesson came out of', () => {
  it('is told to those who may see that, once, and to nobody else', async () => {
    const module = 'green/02-the-owasp-top-ten';
    const hidden = await publishedBy(jonas, 'Heron', 'private', { people: [[tom, 'reader']] });
    const open = await publishedBy(jonas, 'Zebra');
    const draft = await draftBy(jonas, documentAbout('Ibis'));
    const question = moduleNamed(module)!.questions[0]!;
    for (const { id } of [hidden, open, draft]) {
      await linkLesson(jonas, id, { module, question: null }, now);
      await linkLesson(jonas, id, { module, question: question.key }, now);
    }
    const seenBy = async (viewer: TestPerson) =>
      (await originsOf(viewer, module)).map(({ id }) => id).toSorted();
    expect(await seenBy(jonas)).toEqual([hidden.id, open.id, draft.id].toSorted());
    expect(await seenBy(tom)).toEqual([hidden.id, open.id].toSorted());
    expect(await seenBy(mara)).toEqual([open.id]);
    expect(await originsOf(jonas, KEYS)).not.toContainEqual(expect.objectContaining({ id: hidden.id }));
  });
});

describe('the times of a period', () => {
  it('are those of what everyone may see, n of N', async () => {
    const before = await timesToLesson(march);
    const taught = await publishedBy(jonas, 'Zebra');
    const endedAt = await had(series, taught, jonas, '2026-03-11');
    const untaught = await publishedBy(jonas, 'Ibis');
    const hidden = await publishedBy(jonas, 'Heron', 'private');
    await had(series, hidden, jonas, '2026-03-18');
    const after = await timesToLesson(march);
    expect(after.of).toBe(before.of + 2);
    expect(after.times).toEqual([...before.times, endedAt - DETECTED].toSorted((a, b) => a - b));
    expect(await timesToLesson({ from: march.to, to: march.to + day })).toEqual({ of: 0, times: [] });

    await linkLesson(jonas, untaught.id, { module: 'black/01-leading-a-threat-model', question: null }, now);
    await passers(5, now + day, 'black/01-leading-a-threat-model');
    expect((await timesToLesson(march)).times).toContain(now + day + 4 * hour - DETECTED);
  });

  it('have a middle once more than half have been taught', async () => {
    // A month of its own.
    const span = { month: '2025-05', from: Date.UTC(2025, 4, 1), until: Date.UTC(2025, 5, 1) };
    const [first, second, third] = [
      await publishedBy(jonas, 'Zebra'),
      await publishedBy(jonas, 'Ibis'),
      await publishedBy(jonas, 'Heron'),
    ];
    const ids = [first.id, second.id, third.id];
    await db.write(async (tx) => {
      await tx
        .update(postmortemSteps)
        .set({ at: span.from + day })
        .where(and(inArray(postmortemSteps.postmortemId, ids), eq(postmortemSteps.step, 'published')));
    });
    const told = async () => (await incidentToLesson.count(span, now))[0]!;
    const endedAt = await had(series, first, jonas, '2026-04-01');
    expect(await told()).toMatchObject({ value: null, n: 1, of: 3 });
    await had(series, second, jonas, '2026-04-08');
    expect(await told()).toMatchObject({ value: (endedAt - DETECTED) / day + 7, n: 2, of: 3 });
    // Worked on once more, it stays in the month in which it was first published; kept to some, it goes.
    await takeStep(second.id, 'reopened', { ...jonas, part: 'author' }, now + day);
    expect(await told()).toMatchObject({ n: 2, of: 3 });
    await takeStep(second.id, 'published', { ...jonas, part: 'author' }, now + 2 * day, true);
    expect(await told()).toMatchObject({ n: 2, of: 3 });
    await db.write((tx) =>
      tx.update(postmortems).set({ reach: 'private' }).where(eq(postmortems.id, second.id)),
    );
    expect(await told()).toMatchObject({ n: 1, of: 2 });
  });

  it('say what the chain of each says', async () => {
    const { id, audienceId } = await publishedBy(jonas, 'Zebra');
    await linkLesson(jonas, id, { module: 'black/02-bringing-somebody-along', question: null }, now);
    await passers(6, now + hour, 'black/02-bringing-somebody-along');
    await had(series, { id, audienceId }, jonas, '2026-03-25');
    const { time } = (await loopOf(tom, id))!;
    expect(time).toBe(now + 5 * hour - DETECTED);
    expect((await timesToLesson(march)).times).toContain(time);
  });
});
