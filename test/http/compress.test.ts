import fc from 'fast-check';
import { gunzipSync, brotliDecompressSync, zstdDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';

import { accepted, isWorthPacking, pack } from '#app/http/compress.server.ts';
import { takeInlineScripts } from '#app/http/inline-scripts.ts';

it.each([
  ['gzip, deflate, br, zstd', 'zstd'],
  ['gzip, br', 'br'],
  ['gzip;q=0.5', 'gzip'],
  ['zstd;q=0, br;q=0.0, GZIP', 'gzip'],
  ['identity', null],
  ['*', null],
  ['', null],
  [null, null],
])('of %j takes %s', (header, encoding) => {
  expect(accepted(header)).toBe(encoding);
});

it('comes out as it went in', () => {
  const undo = { zstd: zstdDecompressSync, br: brotliDecompressSync, gzip: gunzipSync };
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 5000 }),
      fc.constantFrom('zstd', 'br', 'gzip'),
      (bytes, encoding) => {
        const body = new Uint8Array(bytes);
        expect(new Uint8Array(undo[encoding](pack(body, encoding)))).toEqual(body);
      },
    ),
  );
});

it.each([
  ['text/html; charset=utf-8', 5000, {}, true],
  ['text/html', 100, {}, false],
  ['image/png', 5000, {}, false],
  ['text/html', 5000, { 'Content-Encoding': 'br' }, false],
  ['application/json', 5000, {}, true],
])('%s of %d bytes with %j is worth packing: %s', (type, length, more, worth) => {
  expect(isWorthPacking(new Headers({ 'Content-Type': type, ...more }), length)).toBe(worth);
});

it('takes the nonce off what carries it, and names no other script', () => {
  const page =
    '<script nonce="n1">one()</script><script>injected()</script><p nonce="n2">x</p><script async nonce="n1" type="module">two()</script><script nonce="n1" src="/a.js"></script>';
  expect(takeInlineScripts(page, 'n1')).toEqual({
    html: page.replaceAll(' nonce="n1"', ''),
    scripts: ['one()', 'two()'],
  });
});
