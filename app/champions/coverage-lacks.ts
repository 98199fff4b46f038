import type { CoverageFilter } from './coverage-filter.ts';

/** What a squad can lack, by the word in the address. */
export const lacks = {
  champion: 'No champion',
  enough: 'Too few for its developers',
  successor: 'Nobody to follow its champion',
  time: 'A champion without agreed hours',
  waived: 'Waived',
} as const;
export type Lack = keyof typeof lacks;

/** Stands in an address for squads whose area nobody has said. */
export const NO_AREA = '-';

/** The address of a filter, without what is not asked for. */
export const asQuery = ({ area, lack }: CoverageFilter): string => {
  const query = new URLSearchParams({ ...(area && { area }), ...(lack && { lack }) }).toString();
  return query && `?${query}`;
};
