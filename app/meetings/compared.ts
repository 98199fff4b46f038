import { fieldWords, offeredRhythms, rhythmWords } from './series-words.ts';

/** What somebody else saved beside what was typed, field by field. */
export function comparedSeries(theirs: Record<string, string>, yours: Record<string, string>) {
  const said = (name: string, values: Record<string, string>) => {
    const rhythm = offeredRhythms.find((one) => one === values.rhythm);
    return name === 'rhythm' && rhythm ? rhythmWords[rhythm] : (values[name] ?? '');
  };
  const isOwnRule = theirs.rhythm === 'custom' || yours.rhythm === 'custom';
  return Object.entries(fieldWords)
    .filter(([name]) => name !== 'rule' || isOwnRule)
    .map(([name, words]) => ({ name: words, theirs: said(name, theirs), yours: said(name, yours) }));
}

const parts = ['title', 'template', 'minutes', 'place', 'link', 'host'] as const;

/** The same of one meeting. */
export const comparedMeeting = (theirs: Record<string, string>, yours: Record<string, string>) =>
  parts.map((name) => ({
    name: name === 'title' ? 'Title' : fieldWords[name],
    theirs: theirs[name] ?? '',
    yours: yours[name] ?? '',
  }));

type Answered = { stale?: unknown; values?: Record<string, string> } | undefined;

/**
 * Which version a form is about after it was answered: the one that somebody saw, and the newest once they were shown
 * both texts.
 */
export const versionSeen = (answered: Answered, page: { version: number }): number =>
  answered && !answered.stale ? Number(answered.values?.version ?? page.version) : page.version;
