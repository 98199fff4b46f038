import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { LinkedLesson } from '#app/insight/chain-lessons.ts';
import { chainOf, type Found } from '#app/insight/chain.ts';
import { lessonOf, lessonTarget, timeToLesson } from '#app/insight/loop.ts';
import { day, now } from '#test/support/clock.ts';

describe('the time to a lesson', () => {
  const nothing = { detected: null, impactStarted: null, had: [], learned: [] };

  it('runs from its detection, else from its impact, to whatever taught it first', () => {
    const taught = { had: [now + 9 * day], learned: [now + 7 * day, now + 30 * day] };
    expect(timeToLesson({ ...nothing, ...taught, detected: now, impactStarted: now - day })).toBe(7 * day);
    expect(timeToLesson({ ...nothing, ...taught, impactStarted: now - day })).toBe(8 * day);
  });

  it('is not measured without a beginning or without a lesson, nor where a lesson came before', () => {
    expect(timeToLesson({ ...nothing, had: [now] })).toBeNull();
    expect(timeToLesson({ ...nothing, detected: now })).toBeNull();
    expect(timeToLesson({ ...nothing, detected: now, had: [now - day] })).toBeNull();
  });

  it('is never longer for one more lesson', () => {
    const at = fc.integer({ min: now, max: now + 900 * day });
    fc.assert(
      fc.property(fc.array(at, { minLength: 1 }), fc.array(at), at, (had, learned, another) => {
        const before = timeToLesson({ ...nothing, detected: now, had, learned })!;
        const after = timeToLesson({ ...nothing, detected: now, had, learned: [...learned, another] })!;
        expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });
});

it('a target is read back as the lesson and question it was made of', () => {
  for (const question of [null, 'ninety-days'])
    expect(lessonOf(lessonTarget('white/01-keys', question).target)).toEqual({
      module: 'white/01-keys',
      question,
    });
});

describe('the chain', () => {
  const lesson: LinkedLesson = {
    id: 'link',
    module: 'white/01-keys',
    question: null,
    title: 'Keys',
    prompt: null,
    isGone: false,
    linkedAt: now,
    by: 'Mara Lindqvist',
    people: 12,
    learnedAt: now + day,
  };
  const bare: Found = {
    id: 'one',
    kind: 'incident',
    state: 'draft',
    publishedAt: null,
    detected: null,
    impactStarted: null,
    had: [],
    learned: [],
    items: {},
    places: [],
    lessons: [],
    may: { edit: false, link: false },
    zone: 'UTC',
  };
  const meeting = { title: 'Security guild', startsAt: now, timezone: 'UTC', endedAt: null };
  const whole: Found = {
    ...bare,
    state: 'published',
    publishedAt: now,
    detected: now - day,
    items: { verified: 2, dropped: 1 },
    places: [{ id: 'item', state: 'done', series: { name: 'Security guild' }, meeting }],
    lessons: [lesson],
  };
  const states = (found: Found) => Object.fromEntries(chainOf(found).map(({ key, state }) => [key, state]));
  const step = (found: Found, wanted: string) => chainOf(found).find(({ key }) => key === wanted)!;

  it('holds where all was done, but for the threat model that has no room yet', () => {
    expect(states(whole)).toEqual({
      happened: 'done',
      written: 'done',
      actions: 'done',
      agenda: 'done',
      lesson: 'done',
      learned: 'done',
      'threat-model': 'open',
    });
    for (const { key, next } of chainOf(whole)) expect(next, key).toBeNull();
  });

  it('says of each thing missing what comes next', () => {
    for (const key of ['happened', 'written', 'actions', 'agenda', 'lesson'])
      expect(step(bare, key), key).toMatchObject({ next: expect.any(String) });
    expect(step({ ...whole, items: { verified: 1, open: 1 } }, 'actions').state).toBe('under-way');
    const ahead: Found = { ...whole, places: [{ ...whole.places[0]!, state: 'open' }] };
    expect(step(ahead, 'agenda')).toMatchObject({
      state: 'under-way',
      links: [{ to: '/agenda-items/item' }],
    });
  });

  it('offers a way on only to those who may take it', () => {
    const ways = (may: Found['may']) => chainOf({ ...bare, may }).flatMap(({ links }) => links);
    expect(ways({ edit: false, link: false })).toEqual([]);
    expect(ways({ edit: true, link: true }).map(({ to }) => to)).toContain('/postmortems/one/loop');
  });

  it('says more than a thousand of more, and what is not known of a question', () => {
    const many = step({ ...whole, lessons: [{ ...lesson, people: 1001 }] }, 'learned');
    expect(many.says).toMatch(/^More than 1,000 people/);
    expect(many.says).not.toMatch(/not known/);
    const asked = step({ ...whole, lessons: [{ ...lesson, question: 'q', people: 7 }] }, 'learned');
    expect(asked.says).toMatch(/^7 people .* not known\.$/);
  });

  it('counts nobody where fewer than five have learned it', () => {
    const few = step({ ...whole, lessons: [{ ...lesson, people: null }] }, 'learned');
    expect(few.state).toBe('under-way');
    expect(few.says).not.toMatch(/\d/);
  });

  it('shows a lesson that is gone as gone, and does not lead to it', () => {
    const gone = { ...whole, lessons: [{ ...lesson, isGone: true, title: null }] };
    expect(step(gone, 'lesson')).toMatchObject({ state: 'open', links: [] });
    expect(step(gone, 'lesson').says).toContain('no longer in the curriculum');
    expect(step(gone, 'learned').state).toBe('open');
  });
});
