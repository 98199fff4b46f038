import type { Viewer } from '#app/accounts/viewer.ts';
import { itemsOfMeeting } from '#app/action-items/action-items.server.ts';
import { live } from '#app/http/live.server.ts';

import { OTHER } from './agenda.ts';
import { agendaOf } from './agenda.server.ts';
import { decisionsOf } from './decisions.server.ts';
import { emptyNote, mayWrite, WHOLE } from './note.ts';
import { notesOf } from './notes.server.ts';
import { currentOf, overAt } from './running.ts';
import { turnsOf } from './running.server.ts';
import type { visibleMeeting } from './visible.server.ts';

type Found = NonNullable<Awaited<ReturnType<typeof visibleMeeting>>>;

/** Everything that happens in a meeting, as this person may see it. What they may not see is not there. */
export async function roomOf(viewer: Viewer, { meeting, host, runs }: Found, now: number) {
  // Before anything is read: what is said from then on comes by the stream.
  const mark = live.mark();
  const [agenda, allTurns, notes, decisions, actions] = await Promise.all([
    agendaOf(viewer, meeting.id),
    turnsOf(meeting.id),
    notesOf(viewer, meeting.id),
    decisionsOf(viewer, meeting.id),
    itemsOfMeeting(meeting.id),
  ]);
  const seen = new Set(agenda.map(({ id }) => id));
  const noteOf = (itemId: string) => notes.find((note) => note.itemId === itemId) ?? emptyNote(itemId);
  return {
    mark,
    now,
    viewerId: viewer.id,
    runs,
    writes: mayWrite(meeting, runs, now),
    meeting: {
      id: meeting.id,
      title: meeting.title,
      state: meeting.state,
      startsAt: meeting.startsAt,
      startedAt: meeting.startedAt,
      endedAt: meeting.endedAt,
      overAt: overAt(meeting),
      link: meeting.link,
      place: meeting.place,
      host,
    },
    items: agenda.map((item) => ({
      id: item.id,
      title: item.title,
      about: item.about,
      kind: item.kind === OTHER ? null : item.kindWords,
      minutes: item.minutes,
      presenter: item.presenter?.name ?? null,
      state: item.state,
      restricted: item.restricted,
      carried: item.carried,
      note: noteOf(item.id),
    })),
    /** the turn that whoever runs it goes on from, whatever it is about; nobody else learns that there is one */
    turnId: runs ? (currentOf(allTurns)?.id ?? '') : '',
    turns: allTurns.filter(({ itemId }) => seen.has(itemId)),
    note: noteOf(WHOLE),
    decisions: decisions.map(({ byId, ...decision }) => ({
      ...decision,
      mayWithdraw: runs || byId === viewer.id,
    })),
    actions: actions.map(({ item, ownerName, squadName }) => ({
      id: item.id,
      statement: item.statement,
      owner: ownerName ?? squadName,
      state: item.state,
      dueAt: item.dueAt,
      dueOn: item.dueOn,
    })),
  };
}

export type Room = Awaited<ReturnType<typeof roomOf>>;
