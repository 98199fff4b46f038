/** From one incident to its lessons: each link of the chain where it stands. */
import { and, count, desc, eq, inArray } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { seenBy } from '#app/meetings/items.server.ts';
import { milestonesOf } from '#app/postmortems/milestones.server.ts';
import { mayEdit } from '#app/postmortems/postmortem.ts';
import { visiblePostmortem } from '#app/postmortems/postmortems.server.ts';
import { moduleKeys, moduleNamed } from '#app/training/curriculum.server.ts';
import { db } from '#db/database.server.ts';
import { actionItems } from '#db/schema/action-items.ts';
import { agendaItems, meetings, meetingSeries } from '#db/schema/meetings.ts';

import { learnedAt, learnersSince } from './learners.server.ts';
import { linksOf, mayLink } from './links.server.ts';
import type { AgendaPlace } from './chain-agenda.ts';
import type { LinkedLesson } from './chain-lessons.ts';
import { chainOf } from './chain.ts';
import { lessonOf, timeToLesson } from './loop.ts';

/**
 * The chain of a postmortem that this person may see, and the time from it to a lesson; null where they may not, or
 * there is none.
 */
export async function loopOf(viewer: Viewer, postmortemId: string) {
  const postmortem = await visiblePostmortem(viewer, postmortemId);
  if (!postmortem) return null;
  const [milestones, states, places, lessons, zone] = await Promise.all([
    milestonesOf(postmortemId),
    statesOf(postmortemId),
    placesOf(viewer, postmortemId),
    lessonsOf(postmortemId),
    zoneHere(),
  ]);
  const at = (wanted: string) => milestones.find(({ kind }) => kind === wanted)?.instant ?? null;
  const moments = {
    detected: at('detected'),
    impactStarted: at('impact-started'),
    had: places.flatMap(({ state, meeting }) =>
      state === 'done' && meeting?.endedAt != null ? [meeting.endedAt] : [],
    ),
    learned: lessons.flatMap(({ learnedAt: enough }) => (enough === null ? [] : [enough])),
  };
  const may = {
    edit: mayEdit(postmortem.state, postmortem.part),
    link: mayLink(viewer, postmortem),
  };
  const { id, kind, state, publishedAt } = postmortem;
  return {
    steps: chainOf({ id, kind, state, publishedAt, ...moments, items: states, places, lessons, may, zone }),
    time: timeToLesson(moments),
    lessons,
    mayLink: may.link,
  };
}

export type Loop = NonNullable<Awaited<ReturnType<typeof loopOf>>>;

/** How many of its action items are in which state. */
async function statesOf(postmortemId: string): Promise<Record<string, number>> {
  const rows = await db.read
    .select({ state: actionItems.state, number: count() })
    .from(actionItems)
    .where(eq(actionItems.postmortemId, postmortemId))
    .groupBy(actionItems.state);
  return Object.fromEntries(rows.map(({ state, number }) => [state, number]));
}

/** The agendas it stands on, or was had at, of those this person sees; newest first. */
const placesOf = (viewer: Viewer, postmortemId: string): Promise<AgendaPlace[]> =>
  db.read
    .select({
      id: agendaItems.id,
      state: agendaItems.state,
      series: { name: meetingSeries.name },
      meeting: {
        title: meetings.title,
        startsAt: meetings.startsAt,
        timezone: meetings.timezone,
        endedAt: meetings.endedAt,
      },
    })
    .from(agendaItems)
    .innerJoin(meetingSeries, eq(meetingSeries.id, agendaItems.seriesId))
    .leftJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        eq(agendaItems.sourceRoom, 'postmortems'),
        eq(agendaItems.sourceId, postmortemId),
        inArray(agendaItems.state, ['open', 'done']),
        seenBy(viewer),
      ),
    )
    .orderBy(desc(agendaItems.proposedAt), desc(agendaItems.id)) as Promise<AgendaPlace[]>;

async function lessonsOf(postmortemId: string): Promise<LinkedLesson[]> {
  const links = await linksOf(postmortemId);
  // Of several links to a lesson and its questions the first says since when.
  const since = new Map<string, number>();
  for (const { target, linkedAt } of links) {
    const { module } = lessonOf(target);
    if (!since.has(module)) since.set(module, linkedAt);
  }
  const learners = new Map(
    await Promise.all(
      [...since].map(
        async ([module, from]) =>
          [module, await Promise.all([learnersSince(module, from), learnedAt(module, from)])] as const,
      ),
    ),
  );
  return links
    .filter(({ kind }) => kind !== 'threat-model')
    .map(({ id, target, linkedAt, by }) => {
      const { module, question } = lessonOf(target);
      const lesson = moduleNamed(module);
      const asked = lesson?.questions.find(({ key }) => key === question);
      // A lesson that cannot be read just now is not gone.
      const isGone = lesson ? question !== null && !asked : !moduleKeys().has(module);
      const [people, enough] = learners.get(module)!;
      return {
        id,
        module,
        question,
        title: lesson?.title ?? null,
        prompt: asked?.prompt ?? null,
        isGone,
        linkedAt,
        by,
        people,
        learnedAt: enough,
      };
    });
}
