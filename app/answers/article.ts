import { z } from 'zod';

import { line, prose } from '#app/http/fields.ts';

/** An article in words: what somebody may ask again, and the answer. */
export const articleSchema = z.object({
  question: line('the question', 300),
  answer: prose(20_000).pipe(z.string().trim().min(1, 'Please give the answer.')),
});
export type ArticleWords = z.output<typeof articleSchema>;

/** Words that stand in every other sentence and tell nothing of what it is about. */
const common = new Set(
  (
    'about after again also because been before being between both cannot could does doing done down each every from ' +
    'have having here into just know like make many more most much must need never only other ours over same ' +
    'should some such than that their them then there these they thing this those through very want well were what ' +
    'when where whether which while whom whose will with without would your you and are but can did for get has how ' +
    'its may not our out the was who why worries worry concern'
  ).split(' '),
);

const MOST_WORDS = 10;

/** The words of a text that tell what it is about, those of its beginning first. */
export function tellingWords(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return [...new Set(words)].filter((word) => !common.has(word)).slice(0, MOST_WORDS);
}

/** How many of its words an article must hold to be worth showing: with one word only, that one. */
export const enoughOf = (words: readonly string[]): number => Math.min(2, words.length);
