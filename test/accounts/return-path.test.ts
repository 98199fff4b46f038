import fc from 'fast-check';
import { expect, it } from 'vitest';

import { ownPath } from '#app/accounts/return-path.ts';

it.each(['/', '/postmortems', '/postmortems?state=draft&page=2', '/a#b', '/x//y'])('keeps %s', (to) =>
  expect(ownPath(to)).toBe(to),
);

it('writes so that it may stand in a header what a header does not take', () => {
  expect(ownPath('/people/ö?search=事 後#ü')).toBe('/people/%C3%B6?search=%E4%BA%8B%20%E5%BE%8C#%C3%BC');
  expect(ownPath('/%C3%B6')).toBe('/%C3%B6');
  expect(ownPath('/\ud800')).toBe('/');
});

it.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/a\\b',
  'javascript:alert(1)',
  'postmortems',
  '',
  ' /x',
  '/\u0000',
  null,
  undefined,
  7,
])('leads to the start page instead of %j', (to) => expect(ownPath(to)).toBe('/'));

it('never leads to another site, whatever is asked', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '\t',
    '\n',
    '\r',
    '.',
    ':',
    '@',
    '#',
    '?',
    'evil.example',
    'http',
    ' ',
    '%2f',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (chosen) => {
      expect(new URL(ownPath(chosen.join('')), 'https://guildhall.example').origin).toBe(
        'https://guildhall.example',
      );
    }),
    { numRuns: 2000 },
  );
});
