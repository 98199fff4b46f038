/** The piles of questions: what waits for an answer, what has one, and one's own. */
export const piles = ['open', 'answered', 'mine'] as const;
export type Pile = (typeof piles)[number];

export const pileWords: Record<Pile, string> = {
  open: 'Waiting for an answer',
  answered: 'Answered',
  mine: 'Asked by me',
};

/** The pile an address asks for; anything unreadable counts as not asked for. */
export const pileIn = (text: string | null): Pile | null => piles.find((pile) => pile === text) ?? null;
