/** How people of the demo looked back on a year, and whom they let read it. */
import { zoneHere } from '#app/accounts/organisation.server.ts';
import { beginReview, visibleReview } from '#app/recognition/reviews.server.ts';
import { shareReview } from '#app/recognition/review-sharing.server.ts';
import { chooseThanks, thanksToChoose } from '#app/recognition/review-thanks.server.ts';
import { saveWords } from '#app/recognition/review-words.server.ts';
import { yearHere } from '#app/recognition/review-year.server.ts';
import { yearAt } from '#app/recognition/review.ts';

import type { Founded } from './found.server.ts';
import { on } from './on.server.ts';
import type { Recognition } from './recognition.ts';
import type { Happening } from './showing.server.ts';
import { went } from './went.ts';

const HALF_A_YEAR = 182 * 86_400_000;

/** Somebody writes of the year that most of the last twelve months are in, chooses from their thanks, and shares it. */
export function lookBack(told: Recognition['reviews'][number], company: Founded): Happening[] {
  const person = company.person(told.by);
  let id = '';
  return [
    on(company, told.at, async (when) => {
      const year = yearAt(when - HALF_A_YEAR, await zoneHere());
      ({ id } = went(await beginReview(person, year, when), `the year of ${told.by}`));
      const { review } = (await visibleReview(person, id))!;
      const { version } = review;
      went(await saveWords(person, id, { version, words: told.words }, when), `the words of ${told.by}`);
      const span = await yearHere(year);
      const { thanks } = await thanksToChoose(review, span, null);
      const shown = thanks.map((one) => one.id);
      const chosen = thanks.filter(({ from }) => told.thanks.includes(from!)).map((one) => one.id);
      await chooseThanks(person, review, span, { shown, chosen }, when);
    }),
    ...told.sharedWith.map(([reader, at]) =>
      on(company, at, async (when) =>
        went(await shareReview(person, id, company.person(reader).id, when), `the year of ${told.by}`),
      ),
    ),
  ];
}
