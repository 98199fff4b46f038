import { lineOf } from './draw.ts';
import { asksForLine, isMultiple, type Question } from './module.ts';

/** What of a question may be seen before it is answered: nothing here tells what is right, or how many are. */
export type ShownQuestion = {
  prompt: string;
  code: string | null;
  /** more than one may be ticked */
  multiple: boolean;
  options: { text: string; line: number | null }[];
};

/** `options` as the bank numbers them, in the order they are shown. */
export function shownOf(question: Question, options: readonly number[]): ShownQuestion {
  const forLine = asksForLine(question);
  return {
    prompt: question.prompt,
    code: question.code,
    multiple: isMultiple(question),
    options: options.map((at) => {
      const option = question.options[at]!;
      return { text: option.text, line: forLine ? lineOf(option) : null };
    }),
  };
}

export type ExplainedOption = ShownQuestion['options'][number] & {
  chosen: boolean;
  correct: boolean;
  why: string;
};
export type ExplainedQuestion = Omit<ShownQuestion, 'options'> & { options: ExplainedOption[] };

/** The same once it is answered, with what was chosen, what is right and why. */
export function explainedOf(
  question: Question,
  options: readonly number[],
  chosen: readonly number[] | null,
): ExplainedQuestion {
  const { options: shown, ...rest } = shownOf(question, options);
  return {
    ...rest,
    options: shown.map((option, place) => {
      const at = options[place]!;
      const { correct, why } = question.options[at]!;
      return { ...option, correct, why, chosen: chosen?.includes(at) ?? false };
    }),
  };
}

/** The places on the page of what was chosen. */
export const placesOf = (options: readonly number[], chosen: readonly number[] | null): number[] =>
  options.flatMap((at, place) => (chosen?.includes(at) ? [place] : []));
