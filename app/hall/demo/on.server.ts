import type { Founded } from './found.server.ts';
import type { Happening } from './showing.server.ts';

/** Something that happens at a minute of the content. */
export const on = (company: Founded, minute: string, happen: (at: number) => Promise<unknown>): Happening => {
  const at = company.at(minute);
  return { at, happen: async () => void (await happen(at)) };
};
