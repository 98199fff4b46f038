import { expect, it } from 'vitest';

import { changeFacts, type Facts } from '#app/postmortems/facts.server.ts';
import { find } from '#app/postmortems/library.server.ts';
import { milestonesOf, saveMilestones } from '#app/postmortems/milestones.server.ts';
import { timelineOf } from '#app/postmortems/postmortems.server.ts';
import { removeEntry, restoreEntry, writeEntry } from '#app/postmortems/timeline.server.ts';
import { minute, now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

import { draft, saying, seen } from './known.ts';

const facts: Facts = { title: 'Payments were slow', kind: 'near-miss', severity: 3, timezone: 'UTC' };

it('are saved with a version', async () => {
  const amara = await somebody('Amara');
  const { id } = await draft(amara);
  expect(await changeFacts(id, 1, facts, now + minute)).toEqual({ saved: 2 });
  expect(await seen(amara, id)).toMatchObject({ ...facts, version: 2, changedAt: now + minute });
});

it('refuse whoever saves over what they have not seen, and show what there is', async () => {
  const amara = await somebody('Amara');
  const { id } = await draft(amara);
  await changeFacts(id, 1, facts, now);
  const late = await changeFacts(id, 1, { ...facts, title: 'Mine' }, now);
  expect(late).toMatchObject({ refused: 'stale', now: { title: 'Payments were slow', version: 2 } });
  expect((await seen(amara, id)).title).toBe('Payments were slow');
  expect(await changeFacts('nonsense', 1, facts, now)).toEqual({ refused: 'stale', now: null });
});

it('saved by twenty at once are saved by one', async () => {
  const amara = await somebody('Amara');
  const { id } = await draft(amara);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, at) => changeFacts(id, 1, { ...facts, title: `Title ${at}` }, now)),
  );
  expect(outcomes.filter((outcome) => 'saved' in outcome)).toHaveLength(1);
});

it('a new title is found, the old one no longer', async () => {
  const amara = await somebody('Amara');
  const { id } = await draft(amara, { title: 'The kaleidoscope cracked' });
  await changeFacts(id, 1, { ...facts, title: 'The telescope cracked' }, now);
  const search = async (q: string) =>
    (await find(amara, { q, state: 'all', kind: '', severity: '' })).found.length;
  expect([await search('kaleidoscope'), await search('telescope')]).toEqual([0, 1]);
});

it('another zone names other instants for what was written without one; the words stay', async () => {
  const amara = await somebody('Amara');
  const { id } = await draft(amara, { timezone: null });
  const by = { byId: amara.id, now };
  await writeEntry(id, saying('without a zone'), null, by);
  await writeEntry(id, { ...saying('with its own'), zone: 'PST' }, null, by);
  await writeEntry(id, saying('a day', '2026-03-05'), null, by);
  const out = await writeEntry(id, saying('taken out', '2026-03-06T10:00'), null, by);
  await removeEntry({ postmortemId: id, id: out }, { byId: amara.id, now });
  await saveMilestones(id, 0, [{ kind: 'detected', at: '2026-03-04T09:30', written: '9.30', zone: null }], {
    ...by,
    timezone: null,
  });

  const instants = async () =>
    [...(await timelineOf(id)), ...(await milestonesOf(id))].map(({ instant }) => instant);
  const own = Date.UTC(2026, 2, 4, 17, 30);
  expect(await instants()).toEqual([null, own, null, null]);
  await changeFacts(id, 1, { ...facts, timezone: 'CET' }, now);
  const inCet = Date.UTC(2026, 2, 4, 8, 30);
  expect(await instants()).toEqual([inCet, own, null, inCet]);
  await restoreEntry({ postmortemId: id, id: out }, now);
  expect((await timelineOf(id)).at(-1)).toMatchObject({
    at: '2026-03-06T10:00',
    instant: Date.UTC(2026, 2, 6, 9),
  });
  await changeFacts(id, 2, { ...facts, timezone: 'nonsense' }, now);
  expect((await instants()).filter((instant) => instant !== null)).toEqual([own]);
});
