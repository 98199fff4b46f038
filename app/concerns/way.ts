import { type Happening, type Level, levels, levelWords } from './concern.ts';

/** A level of the chain as a concern passes it: it had it, has it, would have it next, or there was nobody. */
export type Stop = { level: Level; is: 'had' | 'here' | 'ahead' | 'nobody' };

/** The way of a concern along the chain, lowest level first. */
export function wayOf(at: Level, steps: readonly { level: Level }[]): Stop[] {
  const here = levels.indexOf(at);
  return levels.map((level, place) => {
    if (place === here) return { level, is: 'here' };
    if (place > here) return { level, is: 'ahead' };
    return { level, is: steps.some((step) => step.level === level) ? 'had' : 'nobody' };
  });
}

type Place = { squad: string | null; level: Level; holder: string | null; standsInFor: string | null };

/** Who has it, in words: "Ines Moreau, champion", "the security team". */
export const holderWords = ({ level, holder, standsInFor }: Omit<Place, 'squad'>): string => {
  if (holder === null) return 'the security team';
  return standsInFor === null
    ? `${holder}, ${levelWords[level]}`
    : `${holder}, who stands in for ${standsInFor}`;
};

/** "no champion and no advocate", where the levels below have nobody; else nothing. */
const missingBelow = (level: Level): string =>
  levels
    .slice(0, levels.indexOf(level))
    .map((below) => `no ${levelWords[below]}`)
    .join(' and ');

/** Where a new concern goes, and why there: "Payments has no champion yet, so it goes to Ines Moreau, advocate." */
export function destinationWords(place: Place): string {
  if (place.squad === null) return 'It goes to the security team.';
  const missing = missingBelow(place.level);
  return missing === ''
    ? `It goes to ${holderWords(place)} of ${place.squad}.`
    : `${place.squad} has ${missing} yet, so it goes to ${holderWords(place)}.`;
}

const verbs: Record<Exclude<Happening, 'raised' | 'moved-up' | 'handed-over'>, string> = {
  answered: 'answered',
  replied: 'wrote again',
  'passed-up': 'passed it on',
  closed: 'closed it',
  reopened: 'opened it again',
};

type Took = { step: Happening; by: string | null; level: Level; holder: string | null };

/** What happened, in a sentence; `squad` is where it was raised, or null. */
export function stepWords({ step, by, level, holder }: Took, squad: string | null): string {
  const to = holder === null ? 'the security team' : `${holder} (${levelWords[level]})`;
  const missing = missingBelow(level);
  if (step === 'raised')
    return squad === null || missing === ''
      ? `It went to ${to}`
      : `${squad} had ${missing}, so it went to ${to}`;
  if (step === 'moved-up') return `It moved up by itself, to ${to}`;
  if (step === 'handed-over') return `It is with ${to} from here on`;
  const who = by ?? 'Somebody';
  return step === 'passed-up' ? `${who} ${verbs[step]}, to ${to}` : `${who} ${verbs[step]}`;
}
