import { expect, it } from 'vitest';

import { acknowledged, lostFrom, savedText } from './ledger.ts';

const section = 'pm/root-cause';
const ledger = { entries: new Set(['Alert rings', 'Alert is silenced']), saves: new Map([[section, 4]]) };
const holding = (time: number, ...entries: string[]) => ({
  entries,
  sections: [{ id: section, markdown: savedText(time) }],
});

it('counts every answer', () => {
  expect(acknowledged(ledger)).toBe(6);
});

it('misses nothing where all of it is held, or more', () => {
  expect(lostFrom(ledger, holding(4, 'Alert rings', 'Alert is silenced'))).toEqual([]);
  expect(lostFrom(ledger, holding(5, 'Alert rings', 'Alert is silenced', 'Not answered'))).toEqual([]);
});

it('misses an entry that is not held, and every save after the one that is', () => {
  expect(lostFrom(ledger, holding(4, 'Alert rings'))).toEqual(['Alert is silenced']);
  expect(lostFrom(ledger, holding(2, 'Alert rings', 'Alert is silenced'))).toHaveLength(2);
  expect(lostFrom(ledger, { entries: [], sections: [] })).toHaveLength(6);
});
