import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';

import type { MilestoneKind } from '#app/postmortems/milestone.ts';
import {
  milestonesOf,
  milestonesVersion,
  recordMilestone,
  saveMilestones,
} from '#app/postmortems/milestones.server.ts';
import { whole } from '#app/postmortems/whole.server.ts';
import { db } from '#db/database.server.ts';
import { milestones } from '#db/schema/postmortems.ts';
import { minute, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { draft, seen } from './known.ts';

let amara: TestPerson;
let id: string;
beforeEach(async () => {
  amara = await somebody('Amara');
  id = (await draft(amara)).id;
});

const at = (kind: MilestoneKind, time: string | null, zone: string | null = null) => ({
  kind,
  at: time && `2026-03-04T${time}`,
  written: time ?? '',
  zone,
});
const save = async (given: ReturnType<typeof at>[], later = 0) =>
  saveMilestones(id, await milestonesVersion(id), given, {
    byId: amara.id,
    now: now + later,
    timezone: 'UTC',
  });
const held = async () => (await milestonesOf(id)).map(({ kind, written }) => `${kind} ${written}`);
const rows = () => db.read.select().from(milestones).where(eq(milestones.postmortemId, id));

it('are held in their usual order, with their instants', async () => {
  await save([at('resolved', '12:00'), at('detected', '09:30', 'PST')]);
  expect(await milestonesOf(id)).toMatchObject([
    { kind: 'detected', instant: Date.UTC(2026, 2, 4, 17, 30) },
    { kind: 'resolved', instant: Date.UTC(2026, 2, 4, 12) },
  ]);
});

it('are corrected without forgetting what was thought before, by whom and when', async () => {
  await save([at('detected', '09:30')]);
  expect(await save([at('detected', '09:20')], minute)).toEqual({ changed: 1 });
  expect(await held()).toEqual(['detected 09:20']);
  expect((await rows()).map(({ written, recordedBy }) => [written, recordedBy]).sort()).toEqual([
    ['09:20', amara.id],
    ['09:30', amara.id],
  ]);
});

it('corrected at the same moment they were written, hold what was said last', async () => {
  const all: MilestoneKind[] = ['impact-started', 'detected', 'declared', 'acknowledged', 'mitigated'];
  await save(all.map((kind) => at(kind, '09:30')));
  await save([at('mitigated', '10:00')]);
  await save([at('mitigated', '11:00')]);
  expect((await held()).at(-1)).toBe('mitigated 11:00');
});

it('leave no row where nothing changed', async () => {
  await save([at('detected', '09:30'), at('resolved', null)]);
  expect(await save([at('detected', '09:30'), at('resolved', null)], minute)).toEqual({ changed: 0 });
  expect(await rows()).toHaveLength(1);
});

it('moved into another zone alone have changed', async () => {
  await save([at('detected', '09:30')]);
  expect(await save([at('detected', '09:30', 'CET')], minute)).toEqual({ changed: 1 });
  expect(await milestonesOf(id)).toMatchObject([{ zone: 'CET', instant: Date.UTC(2026, 2, 4, 8, 30) }]);
});

it('are taken back by leaving them empty', async () => {
  await save([at('detected', '09:30')]);
  expect(await save([at('detected', null)], minute)).toEqual({ changed: 1 });
  expect(await held()).toEqual([]);
  expect(await rows()).toHaveLength(2);
});

it('tell how long things took, and what is out of order', async () => {
  await save([at('impact-started', '09:00'), at('detected', '09:30'), at('impact-ended', '09:10')]);
  const { measures, outOfOrder } = await whole(id);
  expect(measures).toEqual({ 'time-to-detect': 30 * minute, 'impact-window': 10 * minute });
  expect(outOfOrder).toEqual([['detected', 'impact-ended']]);
});

it('count as a change of the postmortem', async () => {
  await save([at('detected', '09:30')], minute);
  expect((await seen(amara, id)).changedAt).toBe(now + minute);
});

it('of two who change them at once, the second is told, and nothing of the first is taken back', async () => {
  const seen = await milestonesVersion(id);
  await save([at('detected', '09:30')]);
  const by = { byId: amara.id, now: now + minute, timezone: 'UTC' };
  expect(await saveMilestones(id, seen, [at('detected', null), at('resolved', '12:00')], by)).toEqual({
    refused: 'stale',
  });
  expect(await held()).toEqual(['detected 09:30']);
});

it('corrected here keep the word that an imported document has for them', async () => {
  await db.write((tx) =>
    recordMilestone(
      tx,
      id,
      { ...at('mitigated', '11:00'), label: 'Repaired' },
      { byId: amara.id, now, timezone: 'UTC' },
    ),
  );
  await save([at('mitigated', '11:05')], minute);
  expect(await milestonesOf(id)).toMatchObject([{ written: '11:05', label: 'Repaired' }]);
});
