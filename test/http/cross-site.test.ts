import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isCrossSite } from '#app/http/cross-site.ts';

const ours = 'https://guild.example.com';
const changing = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

describe('a request that only reads', () => {
  it.each(['GET', 'HEAD'])('may come from anywhere: %s', (method) => {
    expect(isCrossSite(method, new Headers({ Origin: 'https://evil.example' }), ours)).toBe(false);
  });
});

describe('a request that changes something', () => {
  it.each(changing)('may come from us: %s', (method) => {
    expect(isCrossSite(method, new Headers({ Origin: ours }), ours)).toBe(false);
  });

  it.each([
    'https://evil.example',
    'http://guild.example.com',
    'https://guild.example.com:8443',
    'https://guild.example.com.evil.example',
    'https://evil.guild.example.com',
    'https://example.com',
    'https://GUILD.example.com',
    'https://guild.example.com/',
    'https://guild.example.com, https://evil.example',
    'null',
    '',
  ])('may not come from %j', (origin) => {
    for (const method of changing)
      expect(isCrossSite(method, new Headers({ Origin: origin }), ours)).toBe(true);
  });

  it('does not talk itself out of a foreign origin', () => {
    const headers = {
      Origin: 'https://evil.example',
      'Sec-Fetch-Site': 'same-origin',
      Host: 'guild.example.com',
    };
    expect(isCrossSite('POST', new Headers(headers), ours)).toBe(true);
  });

  it.each(['cross-site', 'same-site', 'none', 'Same-Origin', ''])(
    'without an origin has to be same-origin, not %j',
    (site) => expect(isCrossSite('POST', new Headers({ 'Sec-Fetch-Site': site }), ours)).toBe(true),
  );

  it('without an origin may be same-origin; with nothing at all it may not', () => {
    expect(isCrossSite('POST', new Headers({ 'Sec-Fetch-Site': 'same-origin' }), ours)).toBe(false);
    expect(isCrossSite('POST', new Headers(), ours)).toBe(true);
  });

  it('is let in from exactly one origin, whatever else it says', () => {
    const headerText = fc.string({ unit: 'grapheme-ascii', maxLength: 40 });
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl(), headerText),
        headerText,
        fc.string({ maxLength: 10 }),
        (origin, site, method) => {
          const headers = new Headers({ Origin: origin, 'Sec-Fetch-Site': site, Referer: `${ours}/` });
          const reads = ['GET', 'HEAD'].includes(method);
          expect(isCrossSite(method, headers, ours)).toBe(!reads && headers.get('Origin') !== ours);
        },
      ),
    );
  });
});
