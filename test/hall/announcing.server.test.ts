/** What each room lets be told: only of what everyone may see, at the moment it is sent. */
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';

import { writeArticle, withdrawArticle } from '#app/answers/article-writing.server.ts';
import { announceAs, previewOf, titlesOf } from '#app/hall/announcing.server.ts';
import { invite } from '#app/meetings/inviting.server.ts';
import { curriculum } from '#app/training/curriculum.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { audiences } from '#db/schema/audiences.ts';
import { agendaItems, decisions, meetings } from '#db/schema/meetings.ts';
import { promotions } from '#db/schema/belts.ts';
import { channelOf, emptied, outbox } from '#test/channels/known.ts';
import { meetingOn, seriesOf } from '#test/meetings/known.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';
import { publishedNearMiss } from '#test/support/near-misses.ts';

let mara: TestPerson;
let priya: TestPerson;
let tom: TestPerson;
beforeAll(async () => {
  mara = await somebody('Mara Lindqvist');
  priya = await somebody('Priya Raman', 'organiser');
  tom = await somebody('Tom Adeyemi');
});

const saying = async (kind: string, subjectId: string, at = now) =>
  (await titlesOf([{ kind, subjectId }], at))[0]!;

describe('a meeting', () => {
  it('is told with its time on the clocks of its zone, until it begins', async () => {
    const { id, startsAt } = await meetingOn(await seriesOf(priya), '2026-03-25');
    const words = await saying('meeting', id);
    expect(words).toMatchObject({ title: 'Next meeting: Security guild', path: `/meetings/${id}` });
    expect(words.text).toMatch(/25 March 2026.*17:00–18:00 CET.*Room Ada/);
    expect(await saying('meeting', id, startsAt)).toBeNull();
  });

  it('goes to the channels with its first invitations, and not with later ones', async () => {
    await channelOf(priya, { announces: ['meeting'] });
    const { id } = await meetingOn(await seriesOf(priya), '2026-03-18');
    await invite(id, null, now);
    await somebody('Ines Moreau', 'organiser');
    expect(await invite(id, null, now + day)).toEqual({ invited: 1 });
    expect(await outbox()).toMatchObject([{ kind: 'meeting', subjectId: id, state: 'waiting', madeAt: now }]);
    await emptied();
  });

  it('is told only while it is planned', async () => {
    const { id } = await meetingOn(await seriesOf(priya), '2026-03-25', { state: 'skipped' });
    expect(await saying('meeting', id)).toBeNull();
    expect(await saying('meeting', 'nonsense')).toBeNull();
  });

  it('has minutes once they are out; what not everyone may see is not counted', async () => {
    const { id, seriesId } = await meetingOn(await seriesOf(priya), '2026-03-04', { state: 'ended' });
    expect(await saying('minutes', id)).toBeNull();
    const audienceId = newId();
    const itemId = newId();
    await db.write(async (tx) => {
      await tx.update(meetings).set({ minutesAt: now }).where(eq(meetings.id, id));
      await tx.insert(audiences).values({ id: audienceId, scope: 'people' });
      await tx.insert(agendaItems).values({
        ...{
          id: itemId,
          seriesId,
          meetingId: id,
          kind: 'other',
          title: 'Quetzalcoatlus',
          about: '',
          minutes: 5,
        },
        ...{ position: 1, state: 'done', lineageId: itemId, carried: 0, audienceId, outcome: '' },
        ...{ proposedBy: mara.id, proposedAt: now, version: 1 },
      });
      const decision = { meetingId: id, at: now, byId: mara.id };
      await tx.insert(decisions).values([
        { id: newId(), ...decision, text: 'We rotate keys monthly.' },
        { id: newId(), ...decision, text: 'Quetzalcoatlus stays.', itemId },
        { id: newId(), ...decision, text: 'Taken back.', withdrawnAt: now },
      ]);
    });
    const words = await saying('minutes', id);
    expect(words.text).toContain('One decision');
    expect(JSON.stringify(words)).not.toMatch(/Quetzalcoatlus|Mara|rotate/);
  });
});

it('a near miss is told once it is published to everyone, and names nobody', async () => {
  const everyone = await publishedNearMiss(mara, 'everyone');
  const words = await saying('near-miss', everyone.id);
  expect(words).toMatchObject({ path: `/postmortems/${everyone.id}` });
  expect(words.title).toContain(everyone.title);
  expect(JSON.stringify(words)).not.toContain('Mara');
  for (const reach of ['people', 'private', 'squads'] as const)
    expect(await saying('near-miss', (await publishedNearMiss(mara, reach)).id)).toBeNull();
  expect(await saying('near-miss', (await publishedNearMiss(mara, 'everyone', 'incident')).id)).toBeNull();
});

it('an article is told by its question until it is withdrawn', async () => {
  const words = { question: 'May I keep tokens in a cookie?', answer: 'Rather not.' };
  const id = await db.write((tx) => writeArticle(tx, { questionId: newId() }, words, priya.id, now));
  expect(await saying('article', id)).toMatchObject({
    title: `Answered: ${words.question}`,
    path: `/answers/${id}`,
  });
  await withdrawArticle(id, false, now);
  expect(await saying('article', id)).toBeNull();
});

it('a lesson is told as it stands in the curriculum', async () => {
  const [module] = curriculum();
  expect(await saying('lesson', module!.key)).toMatchObject({ title: `A lesson: ${module!.title}` });
  expect(await saying('lesson', 'white/no-such-lesson')).toBeNull();
});

it('a promotion is told where its person asked for it', async () => {
  const id = newId();
  const row = { id, personId: mara.id, belt: 'white', earnedAt: now, madeAt: now };
  await db.write((tx) => tx.insert(promotions).values(row));
  expect(await saying('promotion', id)).toBeNull();
  await db.write((tx) => tx.update(promotions).set({ toPostAt: now }).where(eq(promotions.id, id)));
  expect((await saying('promotion', id)).title).toContain('Mara Lindqvist');
});

it('what nobody knows of is told by nobody', async () => {
  expect(await saying('gossip', mara.id)).toBeNull();
});

describe('who may have it announced', () => {
  it('organisers what everyone may see, its authors a near miss, its host a meeting; nobody a promotion', async () => {
    const nearMiss = await publishedNearMiss(mara, 'everyone');
    const { id } = await meetingOn(await seriesOf(tom), '2026-03-25');
    const may = async (who: TestPerson, kind: string, subject: string) =>
      (await previewOf(who, kind, subject, now)) !== null;
    const asked = async (kind: string, subject: string) =>
      Promise.all([mara, priya, tom].map((who) => may(who, kind, subject)));
    expect(await asked('near-miss', nearMiss.id)).toEqual([true, true, false]);
    expect(await asked('meeting', id)).toEqual([false, true, true]);
    expect(await asked('lesson', curriculum()[0]!.key)).toEqual([false, true, false]);
    expect(await asked('promotion', newId())).toEqual([false, false, false]);
    expect(await asked('gossip', newId())).toEqual([false, false, false]);
    expect(await announceAs(tom, 'near-miss', nearMiss.id, now)).toBeNull();
  });

  it('shows exactly what is then posted, and puts it into the outbox once', async () => {
    const { id: channelId } = await channelOf(priya, { kind: 'slack' });
    await channelOf(priya, { kind: 'discord', announces: ['minutes'] });
    const nearMiss = await publishedNearMiss(mara, 'everyone');
    const preview = await previewOf(mara, 'near-miss', nearMiss.id, now);
    expect(preview!.channels).toMatchObject([{ id: channelId, standing: null }]);
    expect(preview!.channels[0]!.body).toContain(nearMiss.title);
    expect(JSON.stringify(preview)).not.toContain('hunter2');
    expect(await announceAs(mara, 'near-miss', nearMiss.id, now)).toMatchObject({ many: 1 });
    expect(await announceAs(priya, 'near-miss', nearMiss.id, now + day)).toMatchObject({ many: 0 });
    expect(await outbox()).toMatchObject([{ channelId, kind: 'near-miss', subjectId: nearMiss.id }]);
    const hidden = await publishedNearMiss(mara, 'people');
    expect(await announceAs(mara, 'near-miss', hidden.id, now)).toEqual({ refused: 'not-for-everyone' });
    await emptied();
  });
});
