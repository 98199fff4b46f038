import { createContext, useContext } from 'react';

/** What this organisation calls a postmortem, and the zone its moments are shown in; the frame provides both. */
export const Here = createContext({ word: 'postmortem', timezone: 'UTC' });

/** The word in the forms a sentence needs: "incident review", "an incident review", "Incident reviews". */
export function useWord() {
  const { word } = useContext(Here);
  return {
    one: word,
    a: `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`,
    Many: `${word[0]!.toUpperCase()}${word.slice(1)}s`,
  };
}
