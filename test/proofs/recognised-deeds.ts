import type { Details, FactKind } from '#app/facts/fact.ts';

import type { Chance } from '../../scripts/bench/chance.ts';
import type { Season } from './belt-lives.ts';

type Around = {
  happen<K extends FactKind>(kind: K, personId: string, at: number, details: Details[K]): void;
  luck: Chance;
  people: readonly string[];
};

/** Something somebody does that bears on how they are recognised and on no belt; a few colleagues vouch again and again. */
export function deedOf({ happen, luck, people }: Around) {
  const colleagues = (personId: string) => {
    const near = people.indexOf(personId);
    return Array.from({ length: luck.below(4) }, () => people[(near + luck.below(4)) % people.length]!);
  };
  return (personId: string, { from, until }: Season): void => {
    const at = from + luck.below(until - from);
    const what = luck.next();
    if (what < 0.3) happen('presented', personId, at, { meeting: luck.id(), item: luck.id() });
    else if (what < 0.45)
      happen('session-led', personId, at, { activity: luck.id(), vouchers: colleagues(personId) });
    else if (what < 0.7)
      happen('fix-verified', personId, at, { item: luck.id(), vouchers: colleagues(personId) });
    else if (what < 0.8) happen('near-miss-reported', personId, at, { postmortem: luck.id() });
    else if (what < 0.88)
      happen('mentored', personId, at, { personId: luck.pick(people), belt: luck.pick(['white', 'green']) });
    else if (what < 0.94)
      happen('awarded', personId, at, {
        award: luck.pick(['bug-hunter', 'facilitator', 'automation']),
        nomination: luck.id(),
      });
    else happen('design-find', personId, at, { model: luck.id(), vouchers: colleagues(personId) });
  };
}
