import type { Counts } from './plan.ts';

/** How many rows became what: "3 new, 1 changed, 40 unchanged, 2 not read". */
export const countWords = (counts: Counts): string =>
  [
    `${counts.new.toLocaleString('en')} new`,
    `${counts.changed.toLocaleString('en')} changed`,
    `${counts.unchanged.toLocaleString('en')} unchanged`,
    ...(counts.unread > 0 ? [`${counts.unread.toLocaleString('en')} not read`] : []),
  ].join(', ');

/** What separates cells, in words. */
export const separatorWords: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };
