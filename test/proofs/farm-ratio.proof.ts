/**
 * What a year of farming brings, against an honest champion's.
 *
 * The unit: one achievement or award that stands, one point that somebody's squad has through them, or one colleague whose
 * thanks others can see. The selfish one has every ordinary right, every form there is and two colluders; organisers and
 * everybody else behave honestly. Both years go through the same doors.
 */
import { recognitionRules } from '#app/recognition/rules.server.ts';

import { honestUnits } from '../recognition/farm-years.ts';
import { inOwnHouse } from './in-own-house.ts';
import type { Proof } from './proof.ts';

/** What the three must have brought about: a trick that no longer works proves nothing. */
const NEEDED = ['quiz-passed', 'session-led', 'mentored', 'near-miss-reported', 'fix-verified', 'thanked'];

type Seen = {
  /** how many facts of each kind there are about the three */
  happened: Record<string, number>;
  honest: number;
  honestBy: Record<string, number>;
  alone: number;
  together: number;
  by: Record<string, number>;
  gains: Record<string, number>;
  forms: number;
  routes: string;
  /** routes of which none of the three met an address: what is an organiser's, or of a state nobody was in */
  unmet: string[];
  requests: number;
};

export const proof: Proof = {
  name: 'farm-ratio',
  unit: 'of an honest year',
  aim: 0.1,
  better: 'lower',
  async measure(tell) {
    const { happened, honest, honestBy, alone, together, by, gains, forms, routes, unmet, requests } =
      await inOwnHouse<Seen>('farm-run.ts');
    const idle = NEEDED.filter((kind) => !happened[kind]);
    if (idle.length > 0) throw new Error(`The three brought about nothing of: ${idle.join(', ')}.`);
    for (const [trick, gained] of Object.entries(gains)) tell(`${trick}: ${gained}`);
    for (const [rule, units] of Object.entries(by)) tell(`by ${rule}: ${units}`);
    for (const [rule, units] of Object.entries(honestBy)) tell(`an honest champion, by ${rule}: ${units}`);
    tell(`met by none of the three: ${unmet.join(', ')}`);
    const written = honestUnits(recognitionRules());
    if (honest !== written)
      throw new Error(`The honest year brought ${honest}, and ${written} as it is written down.`);
    const figure = Math.max(alone, together) / honest;
    return {
      figure: Math.round(figure * 1000) / 1000,
      note: `${together} units with two colluders and ${alone} alone, ${honest} for an honest champion; ${forms} shapes of forms and ${routes} routes posted to, ${requests} requests`,
    };
  },
};
