/** The links of the chain from an incident to its lessons, in words: where each stands, and what would come next. */
import { meetingWords } from '#app/meetings/item-words.ts';
import { paths } from '#app/paths.ts';
import { type Kind, kindWords, type State } from '#app/postmortems/postmortem.ts';
import { day } from '#app/ui/time.ts';

import { actionsStep, type Items } from './chain-actions.ts';
import { begunAt, type Moments, MOST_PEOPLE } from './loop.ts';

export type StepState = 'done' | 'under-way' | 'open';
export const stepStateWords: Record<StepState, string> = {
  done: 'Done',
  'under-way': 'Under way',
  open: 'Still open',
};

export type ChainLink = { words: string; to: string };
export type ChainStep = {
  key: 'happened' | 'written' | 'actions' | 'agenda' | 'lesson' | 'learned' | 'threat-model';
  name: string;
  state: StepState;
  /** where it stands */
  says: string;
  links: ChainLink[];
  /** what would come next, and who can do it; null where nothing is missing */
  next: string | null;
};

export type AgendaPlace = {
  id: string;
  state: 'open' | 'done';
  series: { name: string };
  meeting: { title: string; startsAt: number; timezone: string; endedAt: number | null } | null;
};

export type LinkedLesson = {
  id: string;
  module: string;
  question: string | null;
  /** null: it cannot be read, or is gone */
  title: string | null;
  prompt: string | null;
  isGone: boolean;
  linkedAt: number;
  by: string;
  /** who passed its questions since; null: too few to be counted */
  people: number | null;
  learnedAt: number | null;
};

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

const WORKERS = 'those who work on it';

/** The whole chain, in its order. */
export const chainOf = (found: Found): ChainStep[] => [
  happened(found),
  written(found),
  actionsStep(found),
  agenda(found),
  lesson(found),
  learned(found),
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

const to = (words: string, path: string): ChainLink => ({ words, to: path });

function agenda({ id, places, state }: Found): ChainStep {
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

/** What a linked lesson is called, whether it can be read or not. */
export const lessonName = ({ title, module, prompt, isGone, question }: LinkedLesson): string => {
  if (isGone)
    return `${title ?? module}${question === null ? '' : ', a question'} (no longer in the curriculum)`;
  return prompt === null ? (title ?? module) : `${title}: “${prompt}”`;
};

function lesson({ id, lessons, may }: Found): ChainStep {
  const there = lessons.filter(({ isGone }) => !isGone);
  const gone = lessons.filter(({ isGone }) => isGone);
  const says = [
    there.length === 0 ? 'No lesson or question teaches it yet.' : null,
    there.length === 1 ? 'It is taught here:' : there.length > 1 ? 'It is taught in these places:' : null,
    ...gone.map((one) => `${lessonName(one)}.`),
  ];
  return {
    key: 'lesson',
    name: 'Lesson',
    state: there.length > 0 ? 'done' : 'open',
    says: says.filter((part) => part !== null).join(' '),
    links: [
      ...there.map((one) => to(lessonName(one), paths.module(one.module))),
      ...(may.link
        ? [to(lessons.length > 0 ? 'Change the links' : 'Link a lesson', paths.postmortemLoop(id))]
        : []),
    ],
    next:
      there.length > 0 ? null : `Link the lesson or question that teaches it: ${WORKERS} and organisers can.`,
  };
}

function learned({ lessons }: Found): ChainStep {
  const there = lessons.filter(({ isGone }) => !isGone);
  const counted = there.filter(({ people }) => people !== null);
  const step = { key: 'learned', name: 'Learned', links: [] } as const;
  if (there.length === 0)
    return {
      ...step,
      links: [],
      state: 'open',
      says: 'It cannot be learned before a lesson teaches it.',
      next: null,
    };
  const unknown = there.some(({ question }) => question !== null)
    ? ' Whether the question that is linked was among them is not known.'
    : '';
  const most = Math.max(0, ...counted.map(({ people }) => people!));
  return {
    ...step,
    links: [],
    state: counted.length > 0 ? 'done' : 'under-way',
    says:
      counted.length > 0
        ? `${most > MOST_PEOPLE ? 'More than 1,000' : most} people have passed the questions since it was linked.${unknown}`
        : 'A few people so far, too few to be counted.',
    next:
      counted.length > 0
        ? null
        : 'Tell your squad about the lesson, or ask for it in a campaign: organisers can.',
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
