/** Whatever happens to a series in whatever order: no meeting is lost, none is there twice, no SEQUENCE falls. */
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { changeSeries, endSeries, resumeSeries } from '#app/meetings/arranging.server.ts';
import { addMeeting, moveMeeting, restoreMeeting, skipMeeting } from '#app/meetings/changing.server.ts';
import { makeAllMeetings } from '#app/meetings/making.server.ts';
import { day, hour, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { arrange, draft, meetingsOf, seriesRow, stepsTaken } from './arranged.ts';

type Rows = Awaited<ReturnType<typeof meetingsOf>>;

const rules = [
  'FREQ=MONTHLY;BYDAY=1WE',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
  'FREQ=MONTHLY;BYDAY=2TH;COUNT=3',
];
const pick = fc.nat({ max: 7 });
const act = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), at: pick, days: fc.integer({ min: 0, max: 40 }) }),
  fc.record({ kind: fc.constantFrom('skip' as const, 'restore' as const), at: pick }),
  fc.record({ kind: fc.constantFrom('make' as const, 'end' as const, 'resume' as const) }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 45 }) }),
  fc.record({ kind: fc.constant('extra' as const), days: fc.integer({ min: 1, max: 60 }) }),
  fc.record({
    kind: fc.constant('edit' as const),
    rule: fc.constantFrom(...rules),
    time: fc.constantFrom('17:00', '10:30'),
    timezone: fc.constantFrom('Europe/Berlin', 'America/New_York'),
    place: fc.constantFrom('Room Ada', 'Room Grace'),
  }),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

async function perform(by: TestPerson, id: string, what: Act, at: number): Promise<void> {
  const rows = await meetingsOf(id);
  const chosen = 'at' in what ? rows[what.at % rows.length]! : rows[0]!;
  const series = await seriesRow(id);
  if (what.kind === 'move') {
    const wall = `${dayOf(at + what.days * day)}T12:15`;
    await moveMeeting(chosen.id, chosen.version, wall, by, at);
  } else if (what.kind === 'skip') await skipMeeting(chosen.id, '', by, at);
  else if (what.kind === 'restore') await restoreMeeting(chosen.id, by, at);
  else if (what.kind === 'end') await endSeries(id, by, at);
  else if (what.kind === 'resume') await resumeSeries(id, by, at);
  else if (what.kind === 'extra') await addMeeting(id, `${dayOf(at + what.days * day)}T08:45`, by, at);
  else if (what.kind === 'edit') {
    const { kind: _, ...others } = what;
    await changeSeries(id, series.version, draft(others), by, at);
  } else await Promise.all([makeAllMeetings(at), makeAllMeetings(at)]);
}

/** Of a series that follows its rule alone, each time of it is there once. */
function expectWhole(before: Rows, after: Rows): void {
  const byId = new Map(after.map((row) => [row.id, row]));
  for (const old of before) {
    const row = byId.get(old.id);
    expect(row, 'a meeting that was there').toBeDefined();
    expect(row!.sequence).toBeGreaterThanOrEqual(old.sequence);
    const isNew = (['wall', 'timezone', 'startsAt', 'place'] as const).some((key) => row![key] !== old[key]);
    const turned = (row!.state === 'skipped') !== (old.state === 'skipped');
    expect(row!.sequence > old.sequence, 'SEQUENCE is raised by what calendars show').toBe(isNew || turned);
  }
  const occurrences = after.flatMap(({ occurrence }) => occurrence ?? []);
  expect(new Set(occurrences).size).toBe(occurrences.length);
  const byRule = after.filter(({ occurrence, wall, state }) => wall === occurrence && state === 'planned');
  expect(new Set(byRule.map(({ startsAt }) => startsAt)).size, 'one at a time').toBe(byRule.length);
}

it('whatever is done to a series', async () => {
  const tove = await somebody('Tove', 'organiser');
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 9 }), async (acts) => {
      const id = await arrange(tove);
      let at = now;
      for (const what of acts) {
        at += what.kind === 'wait' ? what.days * day : hour;
        const before = await meetingsOf(id);
        await perform(tove, id, what, at);
        expectWhole(before, await meetingsOf(id));
      }
      const rows = await meetingsOf(id);
      for (const row of rows) expect((await stepsTaken(row.id))[0]).toBe('planned');
      // What is planned and has a rule is made no second time by it.
      await makeAllMeetings(at);
      await makeAllMeetings(at);
      const ahead = (await meetingsOf(id)).filter(({ occurrence }) => occurrence !== null);
      expect(new Set(ahead.map(({ occurrence }) => occurrence)).size).toBe(ahead.length);
      await endSeries(id, tove, at);
    }),
    { numRuns: 25 },
  );
}, 120_000);
