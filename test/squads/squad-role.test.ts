import fc from 'fast-check';
import { expect, it } from 'vitest';

import { advocatesAreOffered, endOf, isHeld } from '#app/squads/squad-role.ts';

it('an advocate is offered from the eleventh squad on', () => {
  expect([0, 10, 11, 250].map(advocatesAreOffered)).toEqual([false, false, true, true]);
});

it('a role is held from its beginning until its end, whichever end comes first', () => {
  const moment = fc.integer({ min: 0, max: 20 });
  const maybe = fc.option(moment, { nil: null });
  fc.assert(
    fc.property(moment, maybe, maybe, moment, (assumedAt, endsAt, renouncedAt, now) => {
      fc.pre(renouncedAt === null || renouncedAt <= now);
      const role = { assumedAt, endsAt, renouncedAt };
      const end = endOf(role);
      expect(isHeld(role, now)).toBe(assumedAt <= now && (end === null || end > now));
    }),
  );
});
