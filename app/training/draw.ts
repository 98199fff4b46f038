import { asksForLine, type Question } from './module.ts';

/** From 0 to below 1. */
export type Random = () => number;

/** A question as it is asked: which of the bank, and its options in the order they are shown, as the bank numbers them. */
export type Drawn = { question: Question; options: number[] };

/** The same things in any order, each as likely as the others. */
function shuffled<T>(things: readonly T[], random: Random): T[] {
  const left = [...things];
  for (let at = left.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [left[at], left[other]] = [left[other]!, left[at]!];
  }
  return left;
}

/**
 * So many questions of a bank (all, where it has fewer), in any order, each with its options shuffled. Lines of code stay
 * in their order. What comes out depends on the words of the options, never on their order in the bank: authors often
 * write the right one first, and practice tells the browser what it was shuffled by.
 */
export function draw(bank: readonly Question[], count: number, random: Random): Drawn[] {
  return shuffled(bank, random)
    .slice(0, count)
    .map((question) => ({ question, options: optionsOf(question, random) }));
}

function optionsOf(question: Question, random: Random): number[] {
  const { options } = question;
  const numbers = options.map((_, at) => at);
  if (asksForLine(question)) return numbers.sort((a, b) => lineOf(options[a]!) - lineOf(options[b]!));
  const inOrder = numbers.sort((a, b) => compare(options[a]!.text, options[b]!.text));
  return shuffled(inOrder, random);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The line an option speaks of: "Line 7" is 7. */
export const lineOf = ({ text }: { text: string }): number => Number(/\d+/.exec(text)?.[0]);
