/** What notices are about, and how that is called where somebody chooses which of them come by mail. */
export const kinds = {
  general: { words: 'Anything else', obligation: false },
  postmortem: { words: 'Postmortems you take part in', obligation: false },
  'action-item': { words: 'Action items that are yours', obligation: false },
  enrolment: { words: 'Becoming and being a champion', obligation: false },
  agreement: { words: 'A champion’s time that is yours to agree', obligation: true },
  concern: { words: 'Concerns you raised or hold', obligation: true },
} as const satisfies Record<string, { words: string; obligation: boolean }>;

/** An obligation cannot be switched off: somebody else waits for it. */
export type Kind = keyof typeof kinds;
