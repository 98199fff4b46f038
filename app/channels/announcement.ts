/** What channels can be told. */
export const announceable = [
  'meeting',
  'minutes',
  'lesson',
  'near-miss',
  'promotion',
  'article',
  'thanks',
  'award',
] as const;
export type Announceable = (typeof announceable)[number];
export const isAnnounceable = (text: string | null): text is Announceable =>
  (announceable as readonly (string | null)[]).includes(text);

export const announceableWords: Record<Announceable, string> = {
  meeting: 'The next guild meeting',
  minutes: 'New minutes',
  lesson: 'A lesson',
  'near-miss': 'A near miss to celebrate',
  promotion: 'A new belt, where its person wants it told',
  article: 'A new answer',
  thanks: 'Thanks that somebody shows, where they want it told',
  award: 'An award that somebody shows, where they want it told',
};

/** What is said: one line, a few sentences, and where to read on (a path of ours). */
export type Words = { title: string; text: string; path: string };

/**
 * Says what is told of something, at the moment it is sent and only of what everyone may see then; null when there is
 * nothing to be told to everyone (any more).
 */
export type Writer = (subjectId: string, now: number) => Promise<Words | null>;

export type State = 'waiting' | 'sent' | 'dropped' | 'dead';
export const stateWords: Record<State, string> = {
  waiting: 'Waits',
  sent: 'Told',
  dropped: 'Let go',
  dead: 'Failed',
};
