import { meetingWords } from '#app/meetings/item-words.ts';
import { paths } from '#app/paths.ts';
import type { State } from '#app/postmortems/postmortem.ts';

import { type ChainStep, to } from './chain-step.ts';

export type AgendaPlace = {
  id: string;
  state: 'open' | 'done';
  series: { name: string };
  meeting: { title: string; startsAt: number; timezone: string; endedAt: number | null } | null;
};

/** The link that talking about it in a guild meeting makes. */
export function agendaStep({
  id,
  places,
  state,
}: {
  id: string;
  places: AgendaPlace[];
  state: State;
}): ChainStep {
  const had = places.filter((place) => place.state === 'done' && place.meeting);
  const ahead = places.filter((place) => place.state === 'open');
  const [shown] = [...had, ...ahead];
  const step = { key: 'agenda', name: 'Guild agenda' } as const;
  if (!shown)
    return {
      ...step,
      state: 'open',
      says: 'No meeting has talked about it yet.',
      links: state === 'published' ? [to('Choose an agenda', `${paths.postmortem(id)}#on-agenda`)] : [],
      next:
        state === 'published'
          ? "Put it on the next guild's agenda: everyone who reads it can."
          : 'Once it is published, everyone who reads it can put it on an agenda.',
    };
  const where = shown.meeting ? meetingWords(shown.meeting) : `the proposals of ${shown.series.name}`;
  const isHad = had.length > 0;
  return {
    ...step,
    state: isHad ? 'done' : 'under-way',
    says: isHad
      ? `Talked about at ${where}.`
      : shown.meeting
        ? `It stands on the agenda of ${where}.`
        : `It waits among ${where}.`,
    links: [...had, ...ahead].map((place) =>
      to(
        place.meeting ? meetingWords(place.meeting) : `The proposals of ${place.series.name}`,
        paths.agendaItem(place.id),
      ),
    ),
    next: isHad ? null : 'Talk about it there; who runs the meeting marks it as had.',
  };
}
