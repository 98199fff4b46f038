import { expect, it } from 'vitest';

import { notKept } from './kept-rows.ts';

const ada = { id: 'a', name: 'Ada', left_at: null };
const ben = { id: 'b', name: 'Ben', left_at: '5' };

it('misses nothing where every row is as it was, in whatever order', () => {
  expect(notKept([ada, ben], [ben, ada])).toEqual({ missing: [], added: 0 });
});

it('does not mind a column that came or one that went', () => {
  const after = [ada, ben].map(({ id, name }) => ({ id, name, email: '' }));
  expect(notKept([ada, ben], after)).toEqual({ missing: [], added: 0 });
});

it('misses a row that is gone, and one that is another now', () => {
  expect(notKept([ada, ben], [ben])).toEqual({ missing: [ada], added: 0 });
  expect(notKept([ada, ben], [{ ...ada, left_at: '' }, ben])).toEqual({ missing: [ada], added: 0 });
  expect(notKept([ada, ben], [])).toEqual({ missing: [ada, ben], added: 0 });
});

it('counts a row as often as it is there', () => {
  expect(notKept([ada, ada, ben], [ada, ben])).toEqual({ missing: [ada], added: 0 });
  expect(notKept([ada], [ada, ada])).toEqual({ missing: [], added: 1 });
});
