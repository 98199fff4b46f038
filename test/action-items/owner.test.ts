import { expect, it } from 'vitest';

import { isOwned, type Owner, ownerColumns } from '#app/action-items/owner.ts';
import { asSeverity, severities } from '#app/action-items/severity.ts';

const nobody = { ownerId: null, ownerSquadId: null, ownerWritten: null };

it.each<[Owner, Partial<Record<keyof typeof nobody, string>>, boolean]>([
  [null, {}, false],
  [{ personId: 'amara' }, { ownerId: 'amara' }, true],
  [{ squadId: 'payments' }, { ownerSquadId: 'payments' }, true],
  [{ written: 'the database people' }, { ownerWritten: 'the database people' }, false],
])('%o stands in one column, and only who can be asked counts as an owner', (owner, column, owned) => {
  expect(ownerColumns(owner)).toEqual({ ...nobody, ...column });
  expect(isOwned(ownerColumns(owner))).toBe(owned);
});

it('a severity is one of five, or none', () => {
  expect(severities.map(asSeverity)).toEqual([1, 2, 3, 4, 5]);
  for (const none of [null, 0, 6, 1.5, Number.NaN]) expect(asSeverity(none)).toBeNull();
});
