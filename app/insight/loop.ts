import { FEWEST } from '#app/accounts/fewest.ts';

/** More are not counted: "more than 1,000". */
export const MOST_PEOPLE = 1000;
/** Links of a postmortem that stand. */
export const MOST_LINKS = 20;

export type LinkKind = 'lesson' | 'question' | 'threat-model';
/** What is linked, as `loop_links` keeps it. */
export type Target = { kind: LinkKind; target: string };

/** The whole lesson of a module, or one of its questions. */
export const lessonTarget = (module: string, question: string | null): Target =>
  question === null
    ? { kind: 'lesson', target: module }
    : { kind: 'question', target: `${module}#${question}` };

/** The module of a link, and its question where it is to one. */
export function lessonOf(target: string): { module: string; question: string | null } {
  const [module = '', question] = target.split('#');
  return { module, question: question ?? null };
}

/** The moments of one incident or near miss from which its time to a lesson is taken; epoch ms. */
export type Moments = {
  detected: number | null;
  impactStarted: number | null;
  /** when each meeting ended at which it was had */
  had: readonly number[];
  /** when the fifth person passed the questions of each lesson that is linked, counted from the link on */
  learned: readonly number[];
};

/** From when the time to a lesson runs: it was detected, else its impact started; null where neither is known. */
export const begunAt = ({ detected, impactStarted }: Pick<Moments, 'detected' | 'impactStarted'>) =>
  detected ?? impactStarted;

/** When it was taught first: at a meeting that ended, or to five people by a lesson; null while it was not. */
const taughtAt = ({ had, learned }: Pick<Moments, 'had' | 'learned'>): number | null =>
  had.length + learned.length === 0 ? null : Math.min(...had, ...learned);

/** Time from incident to lesson taught, in ms; null where it is not measured. */
export function timeToLesson(moments: Moments): number | null {
  const [from, to] = [begunAt(moments), taughtAt(moments)];
  return from === null || to === null || to < from ? null : to - from;
}

/** What that time is, in words for whoever reads it. */
export const timeToLessonWords =
  'From when it was detected (where that is not known, from when its impact started) to the first of: a meeting ended ' +
  `at which it was talked about, or ${FEWEST} people had passed the questions of a lesson since it was linked. ` +
  'Of a question that is linked, those count who passed the questions of its lesson; whether this one was among them is not known. ' +
  'Where the beginning is not known, it is not measured.';
