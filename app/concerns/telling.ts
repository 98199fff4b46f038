/** What people are told about a concern. Its title is as private as its text: neither is among these words. */
import { type Happening, type Level, levelWords } from './concern.ts';

/** " in Payments", or nothing where it belongs to no squad. */
const inSquad = (squad: string | null) => (squad === null ? '' : ` in ${squad}`);

type Told = { squad: string | null; level: Level; standsInFor: string | null };

/** To whoever it has come to. */
export const toHolder = ({ squad, level, standsInFor }: Told): string => {
  const what = `A concern${inSquad(squad)}`;
  if (level === 'security-team') return `${what} has come to the security team.`;
  return standsInFor === null
    ? `${what} waits for you.`
    : `${what} waits for you while ${standsInFor} is away.`;
};

/** To whoever held it until it moved on by itself. */
export const toFormerHolder = ({ squad, level }: Told): string =>
  `A concern${inSquad(squad)} that was with you has gone on to ${placeWords(level)}.`;

const placeWords = (level: Level) =>
  level === 'security-team' ? 'the security team' : `another ${levelWords[level]}`;

const forRaiser: Partial<Record<Happening, (told: Told) => string>> = {
  answered: ({ squad }) => `There is an answer to your concern${inSquad(squad)}.`,
  'passed-up': ({ squad, level }) => `Your concern${inSquad(squad)} has gone on to the ${levelWords[level]}.`,
  'moved-up': ({ squad, level }) => `Your concern${inSquad(squad)} has moved up to the ${levelWords[level]}.`,
  'handed-over': ({ squad }) => `Your concern${inSquad(squad)} is with somebody else now.`,
  closed: ({ squad }) => `Your concern${inSquad(squad)} was closed.`,
  reopened: ({ squad }) => `Your concern${inSquad(squad)} is open again.`,
};

/** To who raised it, when somebody else or nobody took a step. */
export const toRaiser = (step: Happening, told: Told): string | null => forRaiser[step]?.(told) ?? null;

const forHolder: Partial<Record<Happening, (squad: string | null) => string>> = {
  replied: (squad) => `There is something new about a concern${inSquad(squad)} that is with you.`,
  closed: (squad) => `A concern${inSquad(squad)} that was with you is closed.`,
  reopened: (squad) => `A concern${inSquad(squad)} waits for you again.`,
};

/** To who goes on holding it, when somebody else took a step. */
export const toKeeper = (step: Happening, squad: string | null): string | null =>
  forHolder[step]?.(squad) ?? null;
