import fc from 'fast-check';
import { expect, it } from 'vitest';

import { newPassword } from '#app/accounts/password-fields.ts';
import { isCommon, LEAST, MOST, passwordProblem } from '#app/accounts/password.ts';

const nina = { email: 'nina.weber@northwind.example', organisation: 'Northwind Trading' };

it.each([
  'seven green otters',
  'correct horse battery stable',
  'zwölf müde Dachse',
  'hxkqvbtzrwpm',
  '七匹の緑色のカワウソが静かに川を渡る',
  'dragonfly over a pond',
  'my admin drinks tea',
])('takes %s', (password) => expect(passwordProblem(password, nina)).toBeNull());

it.each([
  ['seven otter', 'longer'],
  ['', 'choose'],
  ['x'.repeat(150) + 'yz'.repeat(40), String(MOST)],
  ['nina.weber is here', 'e-mail'],
  ['Nina Weber forever', 'e-mail'],
  ['at northwind trading', 'organisation'],
  ['NorthwindTrading!', 'organisation'],
  ['password1234', 'guessed'],
  ['P@ssw0rd!2026', 'guessed'],
  ['welcome-welcome', 'guessed'],
  ['123456789012', 'guessed'],
  ['aaaaaaaaaaaa', 'guessed'],
  ['abcabcabcabc', 'guessed'],
  ['qwertyuiop[]', 'guessed'],
  ['1q2w3e4r5t6y', 'guessed'],
  ['Summer2026!!!', 'guessed'],
  ['Correct Horse Battery Staple', 'guessed'],
])('asks for another than %s', (password, word) => expect(passwordProblem(password, nina)).toContain(word));

it('counts characters, not bytes or halves of them', () => {
  expect(passwordProblem('🦦🐢🦊🐝🦉🐙🦀🐌🦔🐿🦋', nina)).toContain('longer');
  expect(passwordProblem('🦦🐢🦊🐝🦉🐙🦀🐌🦔🐿🦋🐋', nina)).toBeNull();
});

it('leaves a short first part of an address out of account: it is part of too many words', () => {
  expect(passwordProblem('seven green otters', { ...nina, email: 'ott@northwind.example' })).toBeNull();
});

it('asks for no kinds of characters: any random letters of the least length will do', () => {
  const letters = fc.array(fc.constantFrom(...'bcdfghjklmnpqrstvwxz'), { minLength: LEAST, maxLength: 40 });
  fc.assert(
    fc.property(letters, (chosen) => {
      const password = chosen.join('');
      fc.pre(!isCommon(password));
      expect(passwordProblem(password, nina)).toBeNull();
    }),
  );
  expect(isCommon('bdfhjlnprtvx')).toBe(false);
});

it('looks at any text in a moment', () => {
  const started = performance.now();
  passwordProblem(`${'password'.repeat(24)}x`, nina);
  passwordProblem('pass'.repeat(50), nina);
  expect(performance.now() - started).toBeLessThan(100);
});

it('takes a password as it was typed, spaces at its ends included', () => {
  expect(newPassword(nina).parse('  seven green otters ')).toBe('  seven green otters ');
});
