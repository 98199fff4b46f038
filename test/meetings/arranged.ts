/** Series arranged as an organiser does it, and what became of their meetings. */
import { createSeries } from '#app/meetings/arranging.server.ts';
import type { SeriesDraft } from '#app/meetings/series.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { enrolments } from '#db/schema/champions.ts';
import { invitees, meetings, meetingSeries, meetingSteps } from '#db/schema/meetings.ts';
import { messages, notices } from '#db/schema/notices.ts';
import { now } from '#test/support/clock.ts';
import { squadOf, type TestPerson } from '#test/support/people.ts';
import { and, asc, eq } from 'drizzle-orm';

/** The guild, on the first Wednesday of every month at 17:00 in Berlin, two weeks of warning. */
export const draft = (others: Partial<SeriesDraft> = {}): SeriesDraft => ({
  name: 'Security guild',
  about: '',
  template: '20-20-20',
  rule: 'FREQ=MONTHLY;BYDAY=1WE',
  firstDay: '2026-03-04',
  time: '17:00',
  timezone: 'Europe/Berlin',
  minutes: 60,
  place: 'Room Ada',
  link: null,
  hostId: null,
  inviteDays: 14,
  ...others,
});

/** Makes a series. Returns its id. */
export async function arrange(by: TestPerson, others: Partial<SeriesDraft> = {}, at = now): Promise<string> {
  const made = await createSeries(by, draft(others), at);
  if ('refused' in made) throw new Error(made.refused);
  return made.id;
}

export const seriesRow = async (id: string) =>
  (await db.read.select().from(meetingSeries).where(eq(meetingSeries.id, id)))[0]!;

/** The meetings of a series, the earliest first. */
export const meetingsOf = (seriesId: string) =>
  db.read
    .select()
    .from(meetings)
    .where(eq(meetings.seriesId, seriesId))
    .orderBy(asc(meetings.startsAt), asc(meetings.id));

export const meetingRow = async (id: string) =>
  (await db.read.select().from(meetings).where(eq(meetings.id, id)))[0]!;

/** When the meetings of a series are, by their own clocks, with "-" before those that are skipped. */
export const walls = async (seriesId: string) =>
  (await meetingsOf(seriesId)).map(({ wall, state }) => (state === 'skipped' ? `-${wall}` : wall));

/** What happened to a meeting, oldest first. */
export const stepsTaken = async (meetingId: string) =>
  (
    await db.read
      .select()
      .from(meetingSteps)
      .where(eq(meetingSteps.meetingId, meetingId))
      .orderBy(asc(meetingSteps.at))
  ).map(({ step }) => step);

/** Who is invited to a meeting. */
export const invitedTo = async (meetingId: string) =>
  (await db.read.select().from(invitees).where(eq(invitees.meetingId, meetingId)))
    .filter(({ invitedAt }) => invitedAt !== null)
    .map(({ personId }) => personId)
    .sort();

/** The letters about a meeting that wait for somebody. */
export const lettersFor = (person: { id: string }, meetingId: string) =>
  db.read
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.personId, person.id),
        eq(messages.kind, 'invitation'),
        eq(messages.subjectId, meetingId),
        eq(messages.state, 'waiting'),
      ),
    );

/** What somebody was told about meetings, oldest first. */
export const toldOf = async (person: { id: string }) =>
  (
    await db.read
      .select()
      .from(notices)
      .where(and(eq(notices.personId, person.id), eq(notices.kind, 'meeting')))
      .orderBy(asc(notices.at))
  ).map(({ text }) => text);

let squads = 0;
/** Makes somebody the active champion of a squad. */
export async function champion(person: { id: string }): Promise<void> {
  const squad = await squadOf(`Squad ${++squads} of ${person.id}`, person);
  await db.write((tx) =>
    tx.insert(enrolments).values({
      ...{ id: newId(), personId: person.id, squadId: squad.id, state: 'active' },
      ...{ appliedAt: now, activeAt: now },
    }),
  );
}
