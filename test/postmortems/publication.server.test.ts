import { describe, expect, it } from 'vitest';

import { factsOf } from '#app/facts/facts.server.ts';
import type { DocumentAction } from '#app/postmortems/document.ts';
import { bringIn } from '#app/postmortems/drafting.server.ts';
import { changeFacts } from '#app/postmortems/facts.server.ts';
import { changeReach } from '#app/postmortems/involvement.server.ts';
import type { Reach } from '#app/postmortems/postmortem.ts';
import { stepsOf, timelineOf } from '#app/postmortems/postmortems.server.ts';
import { missing, takeStep } from '#app/postmortems/publication.server.ts';
import { removeEntry, writeEntry } from '#app/postmortems/timeline.server.ts';
import { takeStep as takeItemStep } from '#app/action-items/steps.server.ts';
import { minute, now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

import {
  addItem,
  complete,
  draft,
  give,
  history,
  later,
  saying,
  seen,
  step,
  template,
  told,
} from './known.ts';

async function ready() {
  const amara = await somebody('Amara');
  const postmortem = await draft(amara);
  await complete(postmortem, amara);
  return { amara, postmortem };
}

describe('a near miss', () => {
  async function nearMiss(reach: Reach) {
    const { amara, postmortem } = await ready();
    const { title, timezone } = postmortem;
    await changeFacts(postmortem.id, 1, { title, kind: 'near-miss', severity: 3, timezone }, now);
    await changeReach(postmortem.id, { reach, squadIds: [] }, { byId: amara.id, now });
    expect(await step(postmortem, 'published', amara)).toEqual({ taken: 'published' });
    const reaches = (other: Reach) =>
      changeReach(postmortem.id, { reach: other, squadIds: [] }, { byId: amara.id, now: later() });
    return { amara, postmortem, reaches };
  }
  const reported = async ({ id }: { id: string }) => (await factsOf(id)).map(({ kind }) => kind);

  it.each(['everyone', 'squads'] as const)('published to %s was reported', async (reach) => {
    const { amara, postmortem } = await nearMiss(reach);
    expect(await reported(amara)).toEqual(['near-miss-reported']);
    // It is open again to be bettered, not unsaid.
    await step(postmortem, 'reopened', amara);
    expect(await reported(amara)).toEqual(['near-miss-reported']);
  });

  it.each(['people', 'private'] as const)(
    'published to %s was not, until others may read it, and as long as they may',
    async (reach) => {
      const { amara, postmortem, reaches } = await nearMiss(reach);
      expect(await reported(amara)).toEqual([]);
      await reaches('everyone');
      expect(await reported(amara)).toEqual(['near-miss-reported']);
      await step(postmortem, 'reopened', amara);
      await reaches(reach);
      expect(await reported(amara)).toEqual([]);
      await reaches('everyone');
      expect(await reported(amara)).toEqual([]);
      await step(postmortem, 'published', amara);
      expect(await reported(amara)).toEqual(['near-miss-reported']);
    },
  );
});

describe('moves', () => {
  it('from draft to review and out, each step with who and when', async () => {
    const { amara, postmortem } = await ready();
    const nina = await somebody('Nina');
    await give('reviewer', nina, postmortem, amara);
    expect(await step(postmortem, 'sent-to-review', amara)).toEqual({ taken: 'sent-to-review' });
    expect(await step(postmortem, 'published', nina, 'reviewer', now + minute)).toEqual({
      taken: 'published',
    });
    expect(await seen(nina, postmortem.id)).toMatchObject({
      state: 'published',
      publishedAt: now + minute,
      changedAt: now + minute,
    });
    expect(await history(postmortem)).toEqual([
      'drafted by Amara',
      'sent-to-review by Amara',
      'published by Nina',
    ]);
  });

  it('back, and open again', async () => {
    const { amara, postmortem } = await ready();
    for (const what of ['sent-to-review', 'returned', 'published', 'reopened'] as const)
      expect(await step(postmortem, what, amara)).toEqual({ taken: what });
    expect(await seen(amara, postmortem.id)).toMatchObject({
      state: 'draft',
      publishedAt: expect.any(Number),
    });
  });

  it('not where another has moved it meanwhile, and leaves no trace then', async () => {
    const { amara, postmortem } = await ready();
    const outcomes = await Promise.all([1, 2, 3].map(() => step(postmortem, 'published', amara)));
    expect(outcomes.filter((outcome) => 'taken' in outcome)).toHaveLength(1);
    expect(outcomes.filter((outcome) => 'refused' in outcome && outcome.refused === 'not-now')).toHaveLength(
      2,
    );
    expect(await history(postmortem)).toEqual(['drafted by Amara', 'published by Amara']);
    expect(await step({ id: 'nonsense' }, 'published', amara)).toEqual({ refused: 'not-now' });
  });

  it('not for readers and passers-by', async () => {
    const { amara, postmortem } = await ready();
    const nina = await somebody('Nina', 'organiser');
    for (const part of ['reader', null] as const)
      expect(await step(postmortem, 'published', nina, part)).toEqual({ refused: 'not-yours' });
    expect(await step(postmortem, 'sent-to-review', nina, 'reviewer')).toEqual({ refused: 'not-yours' });
    expect((await seen(amara, postmortem.id)).state).toBe('draft');
  });
});

describe('is not published', () => {
  it('without a timeline, a cause, an owner for each action item', async () => {
    const amara = await somebody('Amara');
    const postmortem = await draft(amara);
    const item = await addItem(postmortem, amara);
    const lacking = ['no-timeline', 'no-cause', 'action-without-owner'];
    expect(await step(postmortem, 'published', amara)).toEqual({ refused: 'incomplete', missing: lacking });
    expect(await missing(postmortem.id)).toEqual(lacking);
    expect((await seen(amara, postmortem.id)).state).toBe('draft');
    expect(await history(postmortem)).toEqual(['drafted by Amara']);

    await complete(postmortem, amara);
    expect(await missing(postmortem.id)).toEqual(['action-without-owner']);
    await takeItemStep(item, 'dropped', { byId: amara.id, note: 'A rewrite made it superfluous.', now });
    expect(await step(postmortem, 'published', amara)).toEqual({ taken: 'published' });
  });

  it('with a timeline whose entries were all taken out', async () => {
    const { amara, postmortem } = await ready();
    const by = { byId: amara.id, now };
    expect(await missing(postmortem.id)).toEqual([]);
    for (const entry of await timelineOf(postmortem.id))
      await removeEntry({ postmortemId: postmortem.id, id: entry.id }, { byId: amara.id, now });
    expect(await missing(postmortem.id)).toEqual(['no-timeline']);
    await writeEntry(postmortem.id, saying('It began again.'), 'UTC', by);
    expect(await missing(postmortem.id)).toEqual([]);
  });

  it('as it is, unless it came in from a document: then what was missing is kept', async () => {
    const amara = await somebody('Amara');
    const by = { id: amara.id, name: amara.name, part: 'author' as const };
    const own = await draft(amara);
    expect(await takeStep(own.id, 'published', by, now, true)).toMatchObject({ refused: 'incomplete' });

    const actions: DocumentAction[] = [
      {
        text: 'Mend it',
        owner: 'somebody',
        done: false,
        kind: null,
        severity: null,
        due: null,
        ticket: null,
      },
    ];
    const document = {
      title: 'Old',
      kind: 'incident' as const,
      severity: null,
      timezone: null,
      sections: [],
      milestones: [],
      timeline: [],
      actions,
    };
    const id = await bringIn(
      {
        document,
        template,
        unplaced: '',
        source: { fileName: 'a.md', markdown: '# Old' },
        reach: 'everyone',
        ownerOf: () => ({ written: 'somebody' }),
      },
      { byId: amara.id, now },
    );
    expect(await takeStep(id, 'published', by, now)).toMatchObject({ refused: 'incomplete' });
    expect(await takeStep(id, 'published', by, now + minute, true)).toEqual({ taken: 'published' });
    expect((await stepsOf(id)).at(-1)).toMatchObject({
      step: 'published',
      missing: ['no-timeline', 'no-cause', 'action-without-owner'],
    });
  });
});

describe('tells', () => {
  it('its reviewers that they are asked, and nobody else', async () => {
    const { amara, postmortem } = await ready();
    const [jonas, nina, petra] = [await somebody('Jonas'), await somebody('Nina'), await somebody('Petra')];
    await give('participant', jonas, postmortem, amara);
    await give('reviewer', nina, postmortem, amara);
    await give('reader', petra, postmortem, amara);
    const asked = 'Amara asks for your review of “Checkout was slow”.';
    await step(postmortem, 'sent-to-review', amara);
    expect(await told(nina)).toContain(asked);
    for (const other of [amara, jonas, petra]) expect(await told(other)).not.toContain(asked);
  });

  it('everybody who works on it that it is published, but who published it', async () => {
    const { amara, postmortem } = await ready();
    const [jonas, nina, petra] = [await somebody('Jonas'), await somebody('Nina'), await somebody('Petra')];
    await give('participant', jonas, postmortem, amara);
    await give('reviewer', nina, postmortem, amara);
    await give('reader', petra, postmortem, amara);
    await step(postmortem, 'published', jonas, 'participant');
    const published = 'Jonas published “Checkout was slow”.';
    for (const one of [amara, nina]) expect(await told(one)).toContain(published);
    for (const one of [jonas, petra]) expect(await told(one)).not.toContain(published);
  });
});
