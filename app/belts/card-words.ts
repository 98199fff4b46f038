import { day } from '#app/ui/time.ts';

import type { BeltStanding } from './standing.ts';

type About = Pick<BeltStanding, 'state' | 'until' | 'lapsesAt'> & {
  name: string;
  /** of the steps it asks for: those that are done, or done and soon to be renewed */
  met: number;
  asked: number;
};

/** What the start page says of the belt somebody works on; `held` is the highest they hold. */
export function cardWords(
  { name, state, until, lapsesAt, met, asked }: About,
  { held, zone }: { held: string | null; zone: string },
): { title: string; line: string } {
  const holds = held ? `You hold the ${held}. ` : '';
  const on = (at: number | null) => (at === null ? 'soon' : day(at, zone));
  switch (state) {
    case 'not-yet':
      return { title: `Your way to the ${name}`, line: `${holds}${met} of ${asked} steps done.` };
    case 'held':
      return { title: `Your ${name}`, line: `${holds}Some of it can be renewed already.` };
    case 'due':
      return {
        title: `Time to renew your ${name}`,
        line: `It is yours until ${on(until)}. Renew it early and you lose no day.`,
      };
    case 'grace':
      return {
        title: `Time to renew your ${name}`,
        line: `You still hold it. Renew it by ${on(lapsesAt)} and nothing is interrupted.`,
      };
    case 'lapsed':
      return {
        title: `Your ${name} is resting`,
        line: `${holds}What you earned stays in your history, and what is open here brings it back.`,
      };
  }
}
