import { zoneHere } from '#app/accounts/organisation.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { dayInWords, spanInWords } from '#app/calendars/when.ts';

import type { Meeting } from './keeping.server.ts';
import type { Series } from './making.server.ts';
import { isOver, mayAnswer } from './meeting.ts';
import { comingTo, repliesTo } from './replies.server.ts';
import { clockNote } from './series.ts';
import { stepsOf } from './steps.server.ts';
import { agendaTemplateNamed } from './template.server.ts';

type Found = { meeting: Meeting; series: Series; host: string | null; runs: boolean };

/** A meeting as its page shows it: told in the organisation's zone, and in its own where that is another. */
export async function meetingPage(viewer: Viewer, { meeting, series, host, runs }: Found, now: number) {
  const [replies, coming, steps, zone] = await Promise.all([
    repliesTo([meeting.id], viewer.id),
    comingTo(meeting.id),
    stepsOf(meeting.id),
    zoneHere(),
  ]);
  const { id, title, state, startsAt, minutes, timezone, place, link, invitedAt, wall } = meeting;
  const there = `${dayInWords(startsAt, timezone)}, ${spanInWords(startsAt, minutes, timezone)}`;
  const here = `${dayInWords(startsAt, zone)}, ${spanInWords(startsAt, minutes, zone)}`;
  return {
    ...{ id, title, state, startsAt, place, link, invitedAt, host, runs },
    series: { id: series.id, name: series.name },
    day: dayInWords(startsAt, zone),
    span: spanInWords(startsAt, minutes, zone),
    /** the same in the zone of the meeting, where that says something else */
    there: there === here ? null : `${there} (${timezone})`,
    note: clockNote(wall, timezone),
    isMoved: meeting.occurrence !== null && meeting.occurrence !== wall,
    isExtra: meeting.occurrence === null,
    isOver: isOver(meeting, now),
    isPast: startsAt <= now,
    isToCome: state === 'planned' && startsAt > now,
    mayAnswer: mayAnswer(meeting, now),
    template: agendaTemplateNamed(meeting.template)?.name ?? meeting.template,
    replies: replies.get(id)!,
    coming,
    steps,
  };
}
