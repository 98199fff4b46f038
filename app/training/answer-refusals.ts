import type { ChoiceRefusal } from './attempt.ts';

/** What to do about an answer that cannot be taken. */
export const choiceWords: Record<ChoiceRefusal, string> = {
  'nothing-chosen': 'Choose an answer first.',
  'one-only': 'One answer is right here: choose one.',
  'not-shown': 'That is none of the answers shown here. Choose one of these.',
};
