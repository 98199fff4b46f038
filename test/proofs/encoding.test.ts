import fc from 'fast-check';
import { expect, it } from 'vitest';

import { asQuery, encoded, encodings, percent } from './encoding.ts';
import { hostileFile, hostileText } from './hostile.ts';

it('half a surrogate pair goes over the wire as its own bytes', () => {
  expect(percent('\ud800a')).toBe('%ed%a0%80a');
  expect(percent('😀')).toBe(encodeURIComponent('😀'));
});

it('what is well-formed is read as it was meant', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text)), (fields) => {
      expect([...new URLSearchParams(asQuery(fields))]).toEqual(fields);
    }),
  );
});

it('anything at all has a body', () => {
  const field = fc.tuple(hostileText, fc.oneof(hostileText, hostileFile));
  fc.assert(
    fc.property(fc.array(field, { maxLength: 4 }), fc.constantFrom(...encodings), (fields, encoding) => {
      expect(encoded(fields, encoding).body).toBeInstanceOf(Buffer);
    }),
  );
});
