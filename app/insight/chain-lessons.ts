import { paths } from '#app/paths.ts';

import { type ChainStep, to, WORKERS } from './chain-step.ts';
import { MOST_PEOPLE } from './loop.ts';

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

/** What a linked lesson is called, whether it can be read or not. */
export const lessonName = ({ title, module, prompt, isGone, question }: LinkedLesson): string => {
  if (isGone)
    return `${title ?? module}${question === null ? '' : ', a question'} (no longer in the curriculum)`;
  return prompt === null ? (title ?? module) : `${title}: “${prompt}”`;
};

type Taught = { id: string; lessons: LinkedLesson[]; may: { link: boolean } };

/** The link that the lessons and questions make which teach it. */
export function lessonStep({ id, lessons, may }: Taught): ChainStep {
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

/** And that of those who learned from them. */
export function learnedStep({ lessons }: Pick<Taught, 'lessons'>): ChainStep {
  const there = lessons.filter(({ isGone }) => !isGone);
  const counted = there.filter(({ people }) => people !== null);
  const step = { key: 'learned' as const, name: 'Learned', links: [] };
  if (there.length === 0)
    return {
      ...step,
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
