import { expect, it } from 'vitest';

import { changedParts } from '#app/action-items/changed-parts.ts';

const said = { statement: 'Alert on age', kind: null, severity: 2, dueOn: null, ticket: null, sprint: null };
const kept = { ...said, ownerId: 'jonas', ownerSquadId: null };
const owner = { personId: 'jonas' };

it('nothing, where all is as it was', () => {
  expect(changedParts(kept, { ...said, owner })).toEqual([]);
});

it('every part that differs, by its name', () => {
  expect(changedParts(kept, { ...said, severity: 1, dueOn: '2026-03-09', owner })).toEqual([
    'severity',
    'due date',
  ]);
});

it.each([[null], [{ squadId: 'payments' }], [{ personId: 'amara' }]])(
  'the owner, when it becomes %j',
  (other) => {
    expect(changedParts(kept, { ...said, owner: other })).toEqual(['owner']);
  },
);
