import { and, eq, isNotNull } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { carryOver, uncarry } from '#app/meetings/carrying.server.ts';
import { layOut } from '#app/meetings/laying-out.server.ts';
import { move, place, takeBack } from '#app/meetings/placing.server.ts';
import { bringBack, withdraw } from '#app/meetings/rewriting.server.ts';
import { db } from '#db/database.server.ts';
import { agendaItems, meetings } from '#db/schema/meetings.ts';
import { now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

import { itemRow, proposed, titlesOn } from './agenda-items.ts';
import { meetingOn, seriesOf } from './known.ts';

type Meeting = Awaited<ReturnType<typeof meetingOn>>;
const stand = (meeting: Meeting, state: 'ended' | 'running') =>
  db.write((tx) => tx.update(meetings).set({ state }).where(eq(meetings.id, meeting.id)));

const acts = {
  propose: (a: Act) =>
    proposed(a.by, { seriesId: a.meeting.seriesId, meetingId: a.ahead ? a.meeting.id : null }, 'more'),
  place: (a: Act) => place(a.by, a.id, a.meeting.id, { before: a.coin ? a.other : null }, now),
  move: (a: Act) => move(a.by, a.meeting.id, a.id, a.coin ? { before: a.other } : 'later'),
  'take-back': (a: Act) => takeBack(a.by, a.id, a.other, now),
  withdraw: async (a: Act) =>
    void ((await withdraw(a.by, a.id, now)) && a.ended.add((await itemRow(a.id)).lineageId)),
  return: (a: Act) => bringBack({ id: a.by.id, runs: a.coin }, a.id, now),
  'lay-out': (a: Act) => layOut(a.by, a.meeting.id, now),
  end: (a: Act) =>
    db.write(async (tx) => {
      await carryOver(tx, a.meeting, a.by, now);
      await stand(a.meeting, 'ended');
    }),
  resume: (a: Act) =>
    db.write(async (tx) => {
      await stand(a.meeting, 'running');
      await uncarry(tx, a.meeting);
    }),
  have: async (a: Act) => {
    const had = await db.write((tx) =>
      tx
        .update(agendaItems)
        .set({ state: 'done', open: null, once: null })
        .where(and(eq(agendaItems.id, a.id), eq(agendaItems.state, 'open'), isNotNull(agendaItems.meetingId)))
        .returning(),
    );
    for (const { lineageId } of had) a.ended.add(lineageId);
  },
};
type Act = {
  by: Awaited<ReturnType<typeof somebody>>;
  meeting: Meeting;
  ahead: boolean;
  id: string;
  other: string;
  coin: boolean;
  /** lineages that were had, or withdrawn by somebody */
  ended: Set<string>;
};

const sequence = fc.array(
  fc.record({
    what: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
    which: fc.nat(30),
    other: fc.nat(30),
    nth: fc.nat(2),
    coin: fc.boolean(),
  }),
  { minLength: 5, maxLength: 25 },
);

it('whatever is done in whatever order, each lineage is open exactly once until it is had or withdrawn, and positions have neither gap nor tie', async () => {
  const by = await somebody('Mara Lindqvist', 'organiser');
  await fc.assert(
    fc.asyncProperty(sequence, async (steps) => {
      const series = await seriesOf(by);
      const three: Meeting[] = [];
      for (const day of ['2026-03-04', '2026-04-01', '2026-05-06']) three.push(await meetingOn(series, day));
      const rows = () => db.read.select().from(agendaItems).where(eq(agendaItems.seriesId, series.id));
      const ended = new Set<string>();
      for (let at = 0; at < 3; at += 1) await proposed(by, { seriesId: series.id }, `first ${at}`);
      for (const { what, which, other, nth, coin } of steps) {
        const known = await rows();
        const id = (at: number) => known[at % known.length]!.id;
        const meeting = three[nth]!;
        const [{ state }] = (await db.read.select().from(meetings).where(eq(meetings.id, meeting.id))) as [
          Meeting,
        ];
        await acts[what]({
          by,
          meeting,
          ahead: state !== 'ended',
          id: id(which),
          other: id(other),
          coin,
          ended,
        });
        for (const one of three) await titlesOn(one.id);
        const then = await rows();
        const ownOnes = then.filter((row) => row.sourceRoom === null);
        for (const lineageId of new Set(ownOnes.map((row) => row.lineageId))) {
          const open = ownOnes.filter((row) => row.lineageId === lineageId && row.state === 'open').length;
          if (ended.has(lineageId)) expect(open).toBeLessThanOrEqual(1);
          else expect(open).toBe(1);
        }
        const keys = then.filter((row) => (row.state === 'open') !== (row.open !== null));
        expect(keys).toEqual([]);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
