import { expect, it } from 'vitest';

import { notSent } from '#app/postmortems/section-answer.ts';

it('tries again where nobody answered, and where Guildhall stumbled', () => {
  expect(notSent(null).again).toBe(true);
  expect(notSent({ status: 500, redirected: false }).again).toBe(true);
});

it.each([
  ['signed out', { status: 200, redirected: true }, /signed out/],
  ['published meanwhile', { status: 403, redirected: false }, /no longer be changed/],
  ['let go', { status: 404, redirected: false }, /no longer be changed/],
])('leaves it to the person who was %s', (_, response, why) => {
  expect(notSent(response)).toEqual({ text: expect.stringMatching(why) as string, again: false });
});
