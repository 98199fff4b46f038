/** The links of the chain from an incident to its lessons, in words: where each stands, and what would come next. */
import { paths } from '#app/paths.ts';
import { type Kind, kindWords, type State } from '#app/postmortems/postmortem.ts';
import { day } from '#app/ui/time.ts';

import { actionsStep, type Items } from './chain-actions.ts';
import { type AgendaPlace, agendaStep } from './chain-agenda.ts';
import { learnedStep, lessonStep, type LinkedLesson } from './chain-lessons.ts';
import { type ChainStep, to, WORKERS } from './chain-step.ts';
import { begunAt, type Moments } from './loop.ts';

export type Found = Moments & {
  id: string;
  kind: Kind;
  state: State;
  publishedAt: number | null;
  items: Items;
  places: AgendaPlace[];
  lessons: LinkedLesson[];
  /** what whoever looks may do */
  may: { edit: boolean; link: boolean };
  /** of the organisation: what its days are told in */
  zone: string;
};

/** The whole chain, in its order. */
export const chainOf = (found: Found): ChainStep[] => [
  happened(found),
  written(found),
  actionsStep(found),
  agendaStep(found),
  lessonStep(found),
  learnedStep(found),
  threatModel(),
];

function happened(found: Found): ChainStep {
  const at = begunAt(found);
  const links =
    at === null && found.may.edit ? [to('Add the milestones', paths.postmortemMilestones(found.id))] : [];
  return {
    key: 'happened',
    name: kindWords[found.kind],
    state: at === null ? 'under-way' : 'done',
    says:
      at === null
        ? 'When it was detected is not written down, so that the time to a lesson cannot be told.'
        : `${found.detected === null ? 'Its impact started' : 'Detected'} on ${day(at, found.zone)}.`,
    links,
    next: at === null ? `Say when it was detected: ${WORKERS} can, among its milestones.` : null,
  };
}

function written({ id, state, publishedAt, may, zone }: Found): ChainStep {
  const isOut = state === 'published' && publishedAt !== null;
  return {
    key: 'written',
    name: 'Postmortem',
    state: isOut ? 'done' : 'under-way',
    says: isOut
      ? `Published on ${day(publishedAt, zone)}.`
      : state === 'in-review'
        ? 'It is being reviewed.'
        : 'It is being written.',
    links: may.edit ? [to('Go on writing', paths.editPostmortem(id))] : [],
    next: isOut
      ? null
      : state === 'in-review'
        ? 'Publish it: its reviewers and those who work on it can.'
        : `Send it to review once it is whole: ${WORKERS} can.`,
  };
}

const threatModel = (): ChainStep => ({
  key: 'threat-model',
  name: 'Threat model',
  state: 'open',
  says: 'Here will stand the threat model that was updated because of it, once threat models have a room of their own.',
  links: [],
  next: null,
});
