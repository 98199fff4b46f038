/** The piles of concerns somebody sees: those they raised, those they hold, those they held. */
export const piles = ['mine', 'with-me', 'was-with-me'] as const;
export type Pile = (typeof piles)[number];

export const pileWords: Record<Pile, string> = {
  mine: 'Raised by me',
  'with-me': 'With me',
  'was-with-me': 'Was with me',
};

/** The pile an address asks for; anything unreadable counts as not asked for. */
export const pileIn = (text: string | null): Pile | null => piles.find((pile) => pile === text) ?? null;
