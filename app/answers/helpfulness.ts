export type Helped = 'yes' | 'no';

/** From so many on it is told whom an answer helped: fewer could be guessed, and say little. */
const ENOUGH = 5;

/** What is shown of how many said what: whom it helped to everyone, whom it did not to those who can better it. */
export const shownHelp = (said: Record<Helped, number>, changeable: boolean) => ({
  helped: said.yes >= ENOUGH ? said.yes : null,
  unhelped: changeable && said.no > 0 ? said.no : null,
});
