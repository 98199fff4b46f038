import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';

import { agendaOf } from '#app/meetings/agenda.server.ts';
import { carryOver, uncarry } from '#app/meetings/carrying.server.ts';
import { layOut } from '#app/meetings/laying-out.server.ts';
import { move, place } from '#app/meetings/placing.server.ts';
import { rewrite, withdraw } from '#app/meetings/rewriting.server.ts';
import { setVote } from '#app/meetings/votes.server.ts';
import { db } from '#db/database.server.ts';
import { agendaItems, meetings } from '#db/schema/meetings.ts';
import { now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { itemRow, lineageRows, proposed, titlesOn, words } from './agenda-items.ts';
import { meetingOn, seriesOf } from './known.ts';

let mara: TestPerson;
let jonas: TestPerson;
let series: Awaited<ReturnType<typeof seriesOf>>;
let march: Awaited<ReturnType<typeof meetingOn>>;
let april: typeof march;

const stand = (meeting: { id: string }, state: 'ended' | 'running' | 'skipped') =>
  db.write((tx) => tx.update(meetings).set({ state }).where(eq(meetings.id, meeting.id)));
const done = (id: string) =>
  db.write((tx) =>
    tx.update(agendaItems).set({ state: 'done', open: null, once: null }).where(eq(agendaItems.id, id)),
  );
async function end(meeting: typeof march) {
  const carried = await db.write((tx) => carryOver(tx, meeting, mara, now));
  await stand(meeting, 'ended');
  return carried;
}
async function resume(meeting: typeof march) {
  await stand(meeting, 'running');
  await db.write((tx) => uncarry(tx, meeting));
}

beforeEach(async () => {
  mara = await somebody('Mara Lindqvist', 'organiser');
  jonas = await somebody('Jonas Brandt');
  series = await seriesOf(mara);
  march = await meetingOn(series, '2026-03-04');
  april = await meetingOn(series, '2026-04-01');
});

it('carries what is open in front of what the next meeting has, and leaves what was had', async () => {
  const had = await proposed(jonas, { ...march, meetingId: march.id }, 'had');
  await proposed(jonas, { ...march, meetingId: march.id }, 'first');
  await proposed(jonas, { ...march, meetingId: march.id }, 'second');
  await proposed(jonas, { ...april, meetingId: april.id }, 'of April');
  await done(had);
  expect(await end(march)).toEqual({ carried: 2, to: april.id });
  expect(await titlesOn(april.id)).toEqual(['first', 'second', 'of April']);
  expect(await titlesOn(march.id)).toEqual(['had', 'first', 'second']);
  const [first, , ofApril] = await agendaOf(jonas, april.id);
  expect(first).toMatchObject({ carried: 'Carried over once', before: { id: march.id }, state: 'open' });
  expect(ofApril).toMatchObject({ carried: null, before: null });
});

it('keeps votes, and says which time it is', async () => {
  const id = await proposed(jonas, { ...march, meetingId: march.id }, 'OAuth');
  await setVote(mara, id, true, now);
  await end(march);
  await end(april);
  const may = await meetingOn(series, '2026-05-06');
  const [pooled] = (await lineageRows(id)).slice(-1);
  expect(pooled).toMatchObject({ meetingId: null, carried: 2, state: 'open', placedBy: null });
  await place(mara, pooled!.id, may.id, { before: null }, now);
  const [item] = await agendaOf(mara, may.id);
  expect(item).toMatchObject({
    carried: 'Carried over twice',
    votes: 1,
    voted: true,
    before: { id: april.id },
  });
  expect((await lineageRows(id)).map(({ state }) => state)).toEqual(['carried', 'carried', 'open']);
});

it('passes by a meeting that is skipped, and goes back to the proposals where none is planned', async () => {
  const id = await proposed(jonas, { ...march, meetingId: march.id }, 'OAuth');
  await stand(april, 'skipped');
  expect(await end(march)).toEqual({ carried: 1, to: null });
  expect((await lineageRows(id))[1]).toMatchObject({ meetingId: null, position: 0, state: 'open' });
});

it('carries once, however often it is asked', async () => {
  const id = await proposed(jonas, { ...march, meetingId: march.id }, 'OAuth');
  await end(march);
  expect(await end(march)).toEqual({ carried: 0, to: null });
  expect(await lineageRows(id)).toHaveLength(2);
});

it('leaves a part of the template behind that nobody filled, and carries one that somebody did', async () => {
  const { made } = (await layOut(mara, march.id, now))!;
  const { version } = await itemRow(made[1]!);
  await rewrite(mara, made[1]!, version, words('Semgrep, by Jonas'), now);
  expect(await end(march)).toEqual({ carried: 1, to: april.id });
  expect(await titlesOn(april.id)).toEqual(['Semgrep, by Jonas']);
  await resume(march);
  expect((await agendaOf(mara, march.id)).map(({ state }) => state)).toEqual(['open', 'open', 'open']);
  expect(await titlesOn(april.id)).toEqual([]);
});

it('comes back when ending is undone, with what was said of it meanwhile', async () => {
  const id = await proposed(jonas, { ...march, meetingId: march.id }, 'OAuth');
  await proposed(jonas, { ...march, meetingId: march.id }, 'Secrets');
  await proposed(jonas, { ...april, meetingId: april.id }, 'of April');
  await end(march);
  const later = (await lineageRows(id))[1]!;
  await rewrite(jonas, later.id, later.version, words('OAuth, once more', { minutes: 25 }), now);
  await move(mara, april.id, later.id, 'later');
  await resume(march);
  expect(await titlesOn(march.id)).toEqual(['OAuth, once more', 'Secrets']);
  expect(await titlesOn(april.id)).toEqual(['of April']);
  expect(await itemRow(id)).toMatchObject({ state: 'open', minutes: 25, carried: 0 });
  await resume(march);
  expect(await end(march)).toEqual({ carried: 2, to: april.id });
  expect(await titlesOn(april.id)).toEqual(['OAuth, once more', 'Secrets', 'of April']);
  expect((await agendaOf(mara, april.id))[0]).toMatchObject({ carried: 'Carried over once' });
});

it('does not take back what another meeting is having, nor bring up what was withdrawn', async () => {
  const here = await proposed(jonas, { ...march, meetingId: march.id }, 'OAuth');
  const gone = await proposed(jonas, { ...march, meetingId: march.id }, 'Secrets');
  await end(march);
  await withdraw(mara, (await lineageRows(gone))[1]!.id, now);
  await stand(april, 'running');
  await resume(march);
  expect(await titlesOn(april.id)).toEqual(['OAuth']);
  expect((await itemRow(here)).state).toBe('carried');
  expect((await itemRow(gone)).state).toBe('carried');
});
