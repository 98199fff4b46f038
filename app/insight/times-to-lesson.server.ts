/** Time from incident to lesson taught, over what was published in a period and everyone may see. */
import { and, asc, eq, exists, inArray, isNotNull, lt, min, notExists } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { loopLinks } from '#db/schema/insight.ts';
import { agendaItems, meetings } from '#db/schema/meetings.ts';
import { milestones, postmortems, postmortemSteps } from '#db/schema/postmortems.ts';

import { learnedAt } from './learners.server.ts';
import { lessonOf, type Moments, timeToLesson } from './loop.ts';

/** Epoch ms: from the first on, to before the second. */
type Period = { from: number; to: number };

const publishedBefore = (at: number) =>
  db.read
    .select({ id: postmortemSteps.id })
    .from(postmortemSteps)
    .where(
      and(
        eq(postmortemSteps.postmortemId, postmortems.id),
        eq(postmortemSteps.step, 'published'),
        lt(postmortemSteps.at, at),
      ),
    );

/** First published in a period, for everyone: one that is worked on once more stays in its month. */
const open = ({ from, to }: Period) =>
  and(eq(postmortems.reach, 'everyone'), exists(publishedBefore(to)), notExists(publishedBefore(from)));

/**
 * The times (ms, shortest first) of the incidents and near misses published in a period and visible to everyone, and of
 * how many they are: those without a beginning or without a lesson are not measured.
 */
export async function timesToLesson(period: Period): Promise<{ of: number; times: number[] }> {
  const all = await db.read.select({ id: postmortems.id }).from(postmortems).where(open(period));
  const [known, had, links] = await Promise.all([beginnings(period), meetingsOf(period), linksOf(period)]);
  const times: number[] = [];
  for (const { id } of all) {
    const moments: Moments = {
      detected: known.get(`${id} detected`) ?? null,
      impactStarted: known.get(`${id} impact-started`) ?? null,
      had: had.get(id) ?? [],
      learned: [],
    };
    const learned = await Promise.all(
      (links.get(id) ?? [])
        // A lesson linked after it was had cannot be what taught it first.
        .filter(({ since }) => moments.had.every((at) => at > since))
        .map(({ module, since }) => learnedAt(module, since)),
    );
    const time = timeToLesson({ ...moments, learned: learned.filter((at) => at !== null) });
    if (time !== null) times.push(time);
  }
  return { of: all.length, times: times.toSorted((a, b) => a - b) };
}

/** What is held now of when each was detected and its impact started: the newest row of a kind. */
async function beginnings(period: Period) {
  const rows = await db.read
    .select({ id: milestones.postmortemId, kind: milestones.kind, instant: milestones.instant })
    .from(postmortems)
    .innerJoin(milestones, eq(milestones.postmortemId, postmortems.id))
    .where(and(open(period), inArray(milestones.kind, ['detected', 'impact-started'])))
    .orderBy(asc(milestones.recordedAt), asc(milestones.id));
  return new Map(rows.map(({ id, kind, instant }) => [`${id} ${kind}`, instant]));
}

/** When the first meeting ended at which each was had. */
async function meetingsOf(period: Period) {
  const rows = await db.read
    .select({ id: postmortems.id, at: min(meetings.endedAt) })
    .from(postmortems)
    .innerJoin(
      agendaItems,
      and(eq(agendaItems.sourceRoom, 'postmortems'), eq(agendaItems.sourceId, postmortems.id)),
    )
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        open(period),
        eq(agendaItems.state, 'done'),
        eq(meetings.state, 'ended'),
        isNotNull(meetings.endedAt),
      ),
    )
    .groupBy(postmortems.id);
  return new Map(rows.map(({ id, at }) => [id, [at!]]));
}

async function linksOf(period: Period) {
  const rows = await db.read
    .select({ id: loopLinks.postmortemId, target: loopLinks.target, since: loopLinks.linkedAt })
    .from(postmortems)
    .innerJoin(loopLinks, eq(loopLinks.postmortemId, postmortems.id))
    .where(and(open(period), isNotNull(loopLinks.held), inArray(loopLinks.kind, ['lesson', 'question'])))
    .orderBy(asc(loopLinks.linkedAt), asc(loopLinks.id));
  const of = new Map<string, { module: string; since: number }[]>();
  for (const { id, target, since } of rows) {
    const links = of.get(id) ?? [];
    const { module } = lessonOf(target);
    // Of several links to a lesson and its questions the first says since when.
    if (!links.some((link) => link.module === module)) links.push({ module, since });
    of.set(id, links);
  }
  return of;
}
