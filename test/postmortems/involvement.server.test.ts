import { expect, it } from 'vitest';

import { changeReach, release } from '#app/postmortems/involvement.server.ts';
import { peopleOf, squadsMeant, stepsOf, visiblePostmortem } from '#app/postmortems/postmortems.server.ts';
import { now } from '#test/support/clock.ts';
import { somebody, squadOf } from '#test/support/people.ts';

import { comings, complete, draft, give, history, later, readableBy, step, told } from './known.ts';

const parts = async ({ id }: { id: string }) =>
  (await peopleOf(id)).map(({ name, part }) => `${name} ${part}`);

it('gives a person a part, and tells them once', async () => {
  const [amara, jonas] = [await somebody('Amara'), await somebody('Jonas')];
  const postmortem = await draft(amara);
  expect(await give('participant', jonas, postmortem, amara)).toEqual({ involved: true });
  expect(await give('participant', jonas, postmortem, amara)).toEqual({ involved: true });
  expect(await parts(postmortem)).toEqual(['Amara author', 'Jonas participant']);
  expect(await told(jonas)).toEqual(['Amara asks you to work on “Checkout was slow”.']);
  expect((await visiblePostmortem(jonas, postmortem.id))?.part).toBe('participant');
});

it('changes a part: the last one said holds', async () => {
  const [amara, jonas] = [await somebody('Amara'), await somebody('Jonas')];
  const postmortem = await draft(amara);
  await give('participant', jonas, postmortem, amara);
  await give('reviewer', jonas, postmortem, amara);
  expect(await parts(postmortem)).toEqual(['Amara author', 'Jonas reviewer']);
  expect(await visiblePostmortem(jonas, postmortem.id)).toBeNull();
  await step(postmortem, 'sent-to-review', amara);
  // once, when there is something to review
  expect((await told(jonas)).filter((text) => text.includes('review'))).toEqual([
    'Amara asks for your review of “Checkout was slow”.',
  ]);
});

it('a reviewer added while it is in review is asked at once', async () => {
  const [amara, jonas] = [await somebody('Amara'), await somebody('Jonas')];
  const postmortem = await draft(amara);
  await step(postmortem, 'sent-to-review', amara);
  await give('reviewer', jonas, { ...postmortem, state: 'in-review' }, amara);
  expect(await told(jonas)).toEqual(['Amara asks you to review “Checkout was slow”.']);
});

it('the author stays the author', async () => {
  const [amara, jonas] = [await somebody('Amara'), await somebody('Jonas')];
  const postmortem = await draft(amara);
  expect(await give('reader', amara, postmortem, jonas)).toEqual({ refused: 'author' });
  expect(await release(postmortem.id, amara.id, { byId: amara.id, now })).toBeNull();
  expect(await parts(postmortem)).toEqual(['Amara author']);
});

it('whoever is let go sees nothing of it from then on, notices included', async () => {
  const [amara, jonas] = [await somebody('Amara'), await somebody('Jonas')];
  const postmortem = await draft(amara, { reach: 'private' });
  await give('participant', jonas, postmortem, amara);
  expect(await told(jonas)).toHaveLength(1);
  expect(await release(postmortem.id, jonas.id, { byId: amara.id, now: later() })).toBe('participant');
  expect(await visiblePostmortem(jonas, postmortem.id)).toBeNull();
  expect(await told(jonas)).toEqual([]);
  expect(await release(postmortem.id, jonas.id, { byId: amara.id, now: later() })).toBeNull();
});

it('who came, changed their part and went is kept with who and when', async () => {
  const [amara, jonas] = [await somebody('Amara'), await somebody('Jonas')];
  const postmortem = await draft(amara);
  await give('participant', jonas, postmortem, amara, later());
  await give('participant', jonas, postmortem, amara, later());
  await give('reviewer', jonas, postmortem, amara, later());
  await release(postmortem.id, jonas.id, { byId: amara.id, now: later() });
  await release(postmortem.id, jonas.id, { byId: amara.id, now: later() });
  expect(await comings(postmortem)).toEqual([
    'Jonas involved as participant by Amara',
    'Jonas involved as reviewer by Amara',
    'Jonas released as reviewer by Amara',
  ]);
});

it('a change of reach is kept with who and when', async () => {
  const amara = await somebody('Amara');
  const postmortem = await draft(amara);
  await changeReach(postmortem.id, { reach: 'private', squadIds: [] }, { byId: amara.id, now: later() });
  expect(await history(postmortem)).toEqual(['drafted by Amara', 'reach-changed by Amara']);
  expect((await stepsOf(postmortem.id)).at(-1)).toMatchObject({ reach: 'private' });
});

it('squads are meant only where it is for squads', async () => {
  const [amara, nina] = [await somebody('Amara'), await somebody('Nina')];
  const [payments, search] = [await squadOf('Payments', nina), await squadOf('Search')];
  const postmortem = await draft(amara);
  await complete(postmortem, amara);
  await step(postmortem, 'published', amara);
  await readableBy([search, payments, payments], postmortem, amara);
  expect((await squadsMeant(postmortem.id)).map(({ name }) => name)).toEqual(['Payments', 'Search']);
  expect(await visiblePostmortem(nina, postmortem.id)).not.toBeNull();
  await changeReach(postmortem.id, { reach: 'people', squadIds: [payments.id] }, { byId: amara.id, now });
  expect(await squadsMeant(postmortem.id)).toEqual([]);
  expect(await visiblePostmortem(nina, postmortem.id)).toBeNull();
});
