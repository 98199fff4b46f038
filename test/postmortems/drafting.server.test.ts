import { expect, it } from 'vitest';

import { draftFrom } from '#app/postmortems/drafting.server.ts';
import { find } from '#app/postmortems/library.server.ts';
import { peopleOf, sectionsOf, sourceOf, timelineOf } from '#app/postmortems/postmortems.server.ts';
import { templates } from '#app/postmortems/template.server.ts';
import { now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

import { history, seen } from './known.ts';

const facts = { title: 'Checkout was slow', severity: 2, timezone: 'CET', reach: 'everyone' as const };

it('begins as a draft that its author alone sees', async () => {
  const [amara, nina] = [await somebody('Amara'), await somebody('Nina', 'organiser', 'administrator')];
  const id = await draftFrom(templates()[0]!, facts, { byId: amara.id, now });
  expect(await seen(amara, id)).toMatchObject({
    ...facts,
    kind: 'incident',
    state: 'draft',
    part: 'author',
    author: 'Amara',
    createdAt: now,
    changedAt: now,
    publishedAt: null,
  });
  await expect(seen(nina, id)).rejects.toThrow();
  expect(await peopleOf(id)).toMatchObject([{ personId: amara.id, part: 'author' }]);
  expect(await history({ id })).toEqual(['drafted by Amara']);
  expect([await timelineOf(id), await sourceOf(id)]).toEqual([[], null]);
});

it('has the sections of its template in their order, empty, with their words of help', async () => {
  const amara = await somebody('Amara');
  expect(templates().length).toBeGreaterThanOrEqual(4);
  for (const template of templates()) {
    const id = await draftFrom(template, facts, { byId: amara.id, now });
    const sections = await sectionsOf(id);
    expect(sections.map(({ key, heading, help }) => ({ key, heading, help }))).toEqual(template.sections);
    expect(sections.every(({ markdown, version }) => markdown === '' && version === 1)).toBe(true);
    expect((await seen(amara, id)).kind).toBe(template.kind);
  }
});

it('is found by its title from the start', async () => {
  const amara = await somebody('Amara');
  const id = await draftFrom(
    templates()[0]!,
    { ...facts, title: 'The lighthouse went dark' },
    { byId: amara.id, now },
  );
  const { found } = await find(amara, { q: 'lighthouse', state: 'all', kind: '', severity: '' });
  expect(found.map((one) => one.id)).toEqual([id]);
});
