/** What notices are about, and how that is called where somebody chooses which of them come by mail. */
export const kinds = {
  account: { words: 'Your account and its safety', obligation: true },
  postmortem: { words: 'Postmortems you take part in', obligation: false },
  'action-item': { words: 'Action items that are yours', obligation: false },
  enrolment: { words: 'Becoming and being a champion', obligation: false },
  agreement: { words: 'A champion’s time that is yours to agree', obligation: true },
  concern: { words: 'Concerns you raised or hold', obligation: true },
  training: { words: 'Training you are asked to do', obligation: false },
  belt: { words: 'Your belts, and what renews them', obligation: false },
  review: { words: 'What others show, for you to look at', obligation: false },
  meeting: { words: 'Guild meetings: invitations, changes and minutes', obligation: false },
  'office-hours': { words: 'Office hours: your bookings, and your place in the queue', obligation: true },
  question: { words: 'Questions you asked, or may answer', obligation: false },
  recognition: { words: 'Thanks, awards and rewards', obligation: false },
  report: { words: 'What the program achieves, once a month', obligation: false },
  general: { words: 'Anything else', obligation: false },
} as const satisfies Record<string, { words: string; obligation: boolean }>;

/** An obligation cannot be switched off: somebody else waits for it, or an account is in danger. */
export type Kind = keyof typeof kinds;

const isKind = (text: string): text is Kind => Object.hasOwn(kinds, text);

/** Letters that are no notices, and come or stay away with notices of a kind. */
const goesWith: Record<string, Kind> = { minutes: 'meeting', 'monthly-report': 'report' };

/** The kind by which somebody chooses whether a message of this kind comes. */
export const chosenAs = (kind: string): string => goesWith[kind] ?? kind;

/** Whether a person can do without mail of this kind. */
export const isSwitchable = (kind: string): boolean => {
  const chosen = chosenAs(kind);
  return isKind(chosen) && !kinds[chosen].obligation;
};

/** The kinds that can be switched off, in the order in which they are shown. */
export const switchable = (Object.keys(kinds) as Kind[]).filter(isSwitchable);
export const obligations = (Object.keys(kinds) as Kind[]).filter((kind) => !isSwitchable(kind));

/** A kind of message in words. One that is no notice ("password-reset"), or of another version, is told by its name. */
export const kindInWords = (kind: string): string =>
  isKind(kind) ? kinds[kind].words : (kind[0] ?? '').toUpperCase() + kind.slice(1).replaceAll('-', ' ');

/** The same for somebody else's mail: that a person has a concern under way is told to nobody who may not see it. */
export const kindForOthers = (kind: string): string => (kind === 'concern' ? 'Notice' : kindInWords(kind));
