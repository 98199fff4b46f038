import { expect, it } from 'vitest';

import { isSwitchable, kindInWords, kinds, obligations, switchable } from '#app/notices/kinds.ts';

it('every kind either can be switched off or is an obligation', () => {
  expect([...switchable, ...obligations].sort()).toEqual(Object.keys(kinds).sort());
  expect(obligations).toEqual(expect.arrayContaining(['account', 'agreement', 'concern']));
});

it('what is no notice cannot be switched off, and is told by its name', () => {
  expect(isSwitchable('password-reset')).toBe(false);
  expect(kindInWords('password-reset')).toBe('Password reset');
  expect(kindInWords('constructor')).toBe('Constructor');
});
