/** Where in the pipeline something is of use. */
export const stages = ['plan', 'code', 'build', 'test', 'release', 'deploy', 'operate', 'monitor'] as const;
export type Stage = (typeof stages)[number];

export type Option = { text: string; correct: boolean; why: string };
/** `key` is its id in the bank; options are numbered as the file has them, from 0. */
export type Question = { key: string; prompt: string; code: string | null; options: Option[] };

/** A part of a lesson, from one heading to the next; `key` is made from the heading. */
export type Part = { key: string; heading: string; markdown: string };

/** A lesson with its bank of questions. */
export type Module = {
  /** "white/01-what-goes-wrong": its file in content/training, without the ending */
  key: string;
  /** the folder: the belt it belongs to */
  belt: string;
  title: string;
  /** what it is about, in a sentence */
  about: string;
  minutes: number;
  objectives: string[];
  stages: Stage[];
  references: { title: string; url: string }[];
  parts: Part[];
  questions: Question[];
  /** SHA-256 of lesson and bank: what somebody read and was asked */
  version: string;
};

/** Several options are right: it is answered by ticking all of them. */
export const isMultiple = ({ options }: Question): boolean =>
  options.filter(({ correct }) => correct).length > 1;

/** Its options are lines of the code it shows: answered by choosing the line. */
export const asksForLine = ({ code, options }: Pick<Question, 'code' | 'options'>): boolean =>
  code !== null && options.every(({ text }) => /^Line \d+$/.test(text));
