import { expect, it } from 'vitest';

import { shownHelp } from '#app/answers/helpfulness.ts';

it('tells whom it helped from five on, and whom it did not to those who can better it', () => {
  expect(shownHelp({ yes: 4, no: 3 }, false)).toEqual({ helped: null, unhelped: null });
  expect(shownHelp({ yes: 5, no: 3 }, false)).toEqual({ helped: 5, unhelped: null });
  expect(shownHelp({ yes: 4, no: 3 }, true)).toEqual({ helped: null, unhelped: 3 });
  expect(shownHelp({ yes: 0, no: 0 }, true)).toEqual({ helped: null, unhelped: null });
});
